"""Time and peak memory of `validate` and `build`, split by stage, as a Markdown table.

    python benchmarks/stages.py [--rounds 3] [FOLDER …]

Without folders: the demonstration edition and, where they are beside the repository, the 725
letters of suriano. Every run is a process of its own, with an empty cache; figures are medians.
Memory is the largest sum of the resident sets of the process and its workers.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tei_edition import pipeline
from tei_edition.project import open_project

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = (ROOT, ROOT.parent / "shared/corpora/suriano")


class Stopwatch:
    """A listener to progress that keeps how long each stage took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator["Stopwatch"]:
        started = time.perf_counter()
        yield self
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def advance(self, count: int = 1) -> None:
        pass


class Memory(threading.Thread):
    """Watches the resident memory of this process and its children."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._process = psutil.Process()

    def run(self) -> None:
        while True:
            family = [self._process, *self._process.children(recursive=True)]
            self.peak = max(self.peak, sum(map(_resident, family)))
            time.sleep(0.02)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def run(command: str, folder: Path, answer: "multiprocessing.Queue[str]") -> None:
    """Run one command in this process and put its figures, as JSON, into the queue."""
    memory, watch = Memory(), Stopwatch()
    memory.start()
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "site"
        project = open_project(folder, options={"site.directory": str(output)})
        started = time.perf_counter()
        if command == "validate":
            outcome = pipeline.validate(project, progress=watch)
        else:
            outcome = pipeline.build(
                project,
                output=output,
                cache=Path(scratch) / "cache",
                jobs=os.cpu_count() or 1,
                progress=watch,
            )
        total = time.perf_counter() - started
    answer.put(
        json.dumps(
            {
                "documents": outcome.documents,
                "pages": outcome.pages_built,
                "total": total,
                "stages": watch.seconds,
                "memory": memory.peak,
            }
        )
    )


def _title(folder: Path) -> str:
    return "demonstration" if folder == ROOT else folder.name


def measure(command: str, folder: Path, rounds: int) -> str:
    """Return a table row: the medians of several runs."""
    context = multiprocessing.get_context("spawn")
    figures = []
    for _ in range(rounds):
        answer = context.Queue()
        child = context.Process(target=run, args=(command, folder, answer))
        child.start()
        figures.append(json.loads(answer.get()))
        child.join()
    total = statistics.median(f["total"] for f in figures)
    stages = {
        name: statistics.median(f["stages"][name] for f in figures) for name in figures[0]["stages"]
    }
    memory = statistics.median(f["memory"] for f in figures) / 1e6
    split = ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items())
    documents, pages = figures[0]["documents"], figures[0]["pages"]
    return (
        f"| {_title(folder)} | `{command}` | {documents} | {pages or '–'} | {total:.2f} s | "
        f"{split} | {memory:.0f} MB |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    folders = arguments.folders or [folder for folder in DEFAULT if folder.is_dir()]
    print("| edition | command | documents | pages | time | by stage (s) | peak memory |")
    print("|---|---|--:|--:|--:|---|--:|")
    for folder in folders:
        for command in ("validate", "build"):
            print(measure(command, folder.resolve(), arguments.rounds))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
