"""What one letter costs in a worker: milliseconds of processor time for each step, as a table.

    python benchmarks/per_document.py [--letters 400] [FOLDER]

Without a folder: letters made of the Schnitzler sample, which lies beside the repository. The
edition is built once, with a thread of this process as its worker and a stopwatch on the functions
that do the steps. Figures are means; what has a dash is a part of what has none before it. What
costs less than 0.05 ms is left out.
"""

import argparse
import gc
import pickle
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenarios import CORPORA, multiplied

from tei_edition import pipeline, tei
from tei_edition.pipeline import examine
from tei_edition.pipeline.examine import Examined, Examiner
from tei_edition.pipeline.schemas import Schemas
from tei_edition.project import SourceFile, open_project
from tei_edition.saxon import Saxon
from tei_edition.site import render
from tei_edition.site.render import Order, Rendered
from tei_edition.site.sheets import Sheets

MADE = {".html": "the page", ".xml": "the TEI copy", ".txt": "the plain text"}
WHOLE = "whole"
LEAST = 0.05


class Stopwatch:
    """The seconds of the steps by which something is made, and their sums by what that is."""

    def __init__(self) -> None:
        self._now: Counter[str] = Counter()
        self._sums: dict[str, Counter[str]] = {}
        self._counts: Counter[str] = Counter()

    def on(self, owner: Any, name: str, step: str) -> None:
        """Time a function or method from now on, wherever it is called by its owner."""
        setattr(owner, name, self.timed(getattr(owner, name), step))

    def timed(self, function: Callable[..., Any], step: str) -> Callable[..., Any]:
        """Return a function that is timed; what it yields is timed with it."""

        def run(*given: Any, **named: Any) -> Any:
            started = time.thread_time()
            result = function(*given, **named)
            if isinstance(result, Iterator):
                result = list(result)
            self._now[step] += time.thread_time() - started
            return result

        return run

    def count(self, made: str | None) -> None:
        """Let what was timed since the last time count for something, or for nothing."""
        if made:
            self._sums.setdefault(made, Counter()).update(self._now)
            self._counts[made] += 1
        self._now.clear()

    def rows(self) -> Iterator[str]:
        """Yield the rows: each thing that is made, then its steps, the dearest first."""
        for made, steps in self._sums.items():
            for step, seconds in steps.most_common():
                milliseconds = seconds / self._counts[made] * 1000
                if milliseconds >= LEAST:
                    name = made if step == WHOLE else f"– {step}"
                    yield f"| {name} | {milliseconds:.2f} |"


def watch_examining(watch: Stopwatch) -> None:
    """Time what is done to each file with documents before anything is joined."""
    examined = Examiner.examine

    def whole(self: Examiner, file: SourceFile) -> Examined:
        def all_of_it() -> Examined:
            result = examined(self, file)
            data = watch.timed(pickle.dumps, "records packed for the main process")(result, 5)
            watch.timed(pickle.loads, "records unpacked there")(data)
            return result

        result: Examined = watch.timed(all_of_it, WHOLE)()
        watch.count("examining" if result.records and result.records.documents else None)
        return result

    Examiner.examine = whole  # type: ignore[method-assign]
    watch.on(examine, "parse", "XML parsed")
    watch.on(tei, "read", "records read")
    watch.on(Schemas, "by_grammars", "grammars")
    watch.on(Schemas, "by_rules", "Schematron")
    examine.DOCUMENT_CHECKS = tuple(
        replace(check, run=watch.timed(check.run, f"rule {check.rule.code}"))
        for check in examine.DOCUMENT_CHECKS
    )


def watch_making(watch: Stopwatch) -> None:
    """Time what is done for each file of the site that is made of a document."""
    rendered = render._rendered

    def whole(sheets: Sheets, order: Order) -> Rendered:
        result: Rendered = watch.timed(rendered, WHOLE)(sheets, order)
        is_of_document = order.excerpt and order.path.startswith("documents/")
        watch.count(MADE[Path(order.path).suffix] if is_of_document else None)
        return result

    render._rendered = whole
    watch.on(render, "_document", "XML parsed")
    watch.on(render, "xml_of", "XML written for the engine")
    watch.on(render, "_lost", "words counted")
    watch.on(Saxon, "transform", "engine")


def main() -> None:
    """Build an edition and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--letters", type=int, default=400)
    arguments = parser.parse_args()
    gc.set_threshold(100_000, 20, 50)  # as the command does
    watch = Stopwatch()
    watch_examining(watch)
    watch_making(watch)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as executor:
        folder = arguments.folder or Path(scratch) / "edition"
        if not arguments.folder:
            multiplied(CORPORA / "schnitzler-briefe", folder, arguments.letters)
        output = Path(scratch) / "site"
        project = open_project(folder, options={"site.directory": str(output)})
        pipeline.build(project, output=output, cache=Path(scratch) / "cache", executor=executor)
    print("| step | ms |\n|---|--:|")
    print("\n".join(watch.rows()))


if __name__ == "__main__":
    main()
