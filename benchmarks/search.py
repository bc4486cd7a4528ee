"""The search measured: time to index, files, bytes, and how soon a browser shows results.

    python benchmarks/search.py [--pagefind PYTHON] [--letters N] [FOLDER …]

Without folders: the demonstration edition and, where they are beside the repository, the letters of
suriano and schnitzler-briefe. `--letters` repeats each edition's letters until there are so many,
each time with some words of its own. `--pagefind` is a Python that has Pagefind, which is then
given the same pages. Prints a Markdown table; times are medians of five.
"""

import argparse
import functools
import http.server
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tei_edition import pipeline
from tei_edition.model import Index
from tei_edition.project import open_project
from tei_edition.site import search
from tei_edition.site.frame import Frame
from tei_edition.site.plan import interface

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared/corpora"
DEFAULT = (ROOT, CORPORA / "suriano", CORPORA / "schnitzler-briefe")
ROUNDS = 5


@dataclass
class Measured:
    """One row of the table; sizes are in bytes, times in seconds."""

    name: str
    letters: int
    characters: int
    seconds: float
    files: int
    bytes: int
    cold: float = 0.0
    warm: float = 0.0
    loaded: int = 0
    requests: int = 0

    def row(self) -> str:
        """Return the row of a Markdown table."""
        cells = [
            self.name,
            f"{self.letters:,}",
            f"{self.characters / 1e6:.1f} M",
            f"{self.seconds:.1f} s",
            f"{self.files:,}",
            f"{self.bytes / 1e6:.2f} MB",
            f"{self.cold * 1000:.0f} ms",
            f"{self.warm * 1000:.0f} ms",
            f"{self.requests} / {self.loaded / 1000:.0f} KB",
        ]
        return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure every edition and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--letters", type=int, default=0)
    parser.add_argument("--pagefind")
    given = parser.parse_args()
    print(
        "| index | letters | characters | indexing | files | size | first result | next | loaded |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as base, _browser() as browser:
        for folder in given.folders or [f for f in DEFAULT if f.is_dir()]:
            site = Path(base) / folder.name
            project = open_project(folder)
            outcome = pipeline.build(project, output=site, cache=Path(base) / "cache", jobs=2)
            if outcome.index is None:
                continue
            frame = Frame(outcome.index, project.config, interface(project.config))
            print(_own(folder.name, frame, site, given.letters, browser).row(), flush=True)
            if given.pagefind:
                print(_pagefind(folder.name, site, given.pagefind, outcome.index, browser).row())


def _own(name: str, frame: Frame, site: Path, letters: int, browser: Browser) -> Measured:
    texts = {f"documents/{id}.txt": _text(site, id) for id in frame.index.documents}
    if letters > len(texts):
        frame, texts = _repeated(frame, texts, letters)
    shutil.rmtree(site / "search/data")
    started = time.perf_counter()
    files = list(search.files(frame, texts.__getitem__))
    seconds = time.perf_counter() - started
    for path, data in files:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    measured = Measured(
        name, len(texts), sum(map(len, texts.values())), seconds,
        len(files), sum(len(data) for _, data in files),
    )  # fmt: skip
    return _asked(measured, site, browser, "search/index.html", _ask_ours)


def _repeated(frame: Frame, texts: dict[str, str], wanted: int) -> tuple[Frame, dict[str, str]]:
    """Return an edition with the letters of a smaller one, again and again."""
    documents, made = {}, {}
    originals = list(frame.index.documents.values())
    for number in range(wanted):
        record = originals[number % len(originals)]
        id = f"{record.id}-{number // len(originals)}"
        documents[id] = replace(record, id=id, letters=())
        own = f" {id} {number * 7919 % 100_003:x}x {number:b}"
        made[f"documents/{id}.txt"] = texts[f"documents/{record.id}.txt"] + own
    return Frame(replace(frame.index, documents=documents), frame.config, frame.strings), made


def _text(site: Path, id: str) -> str:
    return (site / f"documents/{id}.txt").read_text("utf-8")


def _pagefind(name: str, site: Path, python: str, index: Index, browser: Browser) -> Measured:
    command = [python, "-m", "pagefind", "--site", str(site), "--glob", "documents/*.html"]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - started
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    characters = sum(len(_text(site, id)) for id in index.documents)
    measured = Measured(
        f"{name}, Pagefind", len(index.documents), characters, seconds,
        len(files), sum(path.stat().st_size for path in files),
    )  # fmt: skip
    return _asked(measured, site, browser, "index.html", _ask_pagefind)


def _asked(
    measured: Measured, site: Path, browser: Browser, path: str, ask: Callable[[Page, str], float]
) -> Measured:
    """Ask two questions of a fresh browser, several times: one cold, the next warm."""
    cold, warm = [], []
    with _server(site) as base:
        for _ in range(ROUNDS):
            context = browser.new_context()
            page = context.new_page()
            loaded: list[Any] = []
            page.on("requestfinished", lambda request, seen=loaded: seen.append(request))
            page.goto(base + path)
            page.wait_for_timeout(300)
            cold.append(ask(page, "lettera" if "suriano" in measured.name else "letter"))
            page.wait_for_timeout(500)
            parts = [r for r in loaded if "/search/data/" in r.url or "/pagefind/" in r.url]
            parts += [r for r in loaded if r.url.endswith(".txt")]
            measured.requests = len(parts)
            measured.loaded = sum(r.sizes()["responseBodySize"] for r in parts)
            warm.append(ask(page, "principe" if "suriano" in measured.name else "moscow"))
            context.close()
    measured.cold, measured.warm = statistics.median(cold), statistics.median(warm)
    return measured


def _ask_ours(page: Page, word: str) -> float:
    """Return the seconds from the question to the first result, as the page itself sees them."""
    script = """word => new Promise(resolve => {
      const list = document.getElementById("page-search-results");
      list.replaceChildren();
      const started = performance.now();
      new MutationObserver(() => {
        if (list.children.length) resolve((performance.now() - started) / 1000);
      }).observe(list, {childList: true});
      setTimeout(() => resolve(NaN), 10000);
      document.getElementById("page-search-q").value = word;
      document.getElementById("page-search-form").requestSubmit();
    })"""
    return float(page.evaluate(script, word))


def _ask_pagefind(page: Page, word: str) -> float:
    """Return the seconds until Pagefind has the data of ten results, for a list."""
    script = """async word => {
      const started = performance.now();
      const pagefind = await import("/pagefind/pagefind.js");
      const {results} = await pagefind.search(word);
      await Promise.all(results.slice(0, 10).map(result => result.data()));
      return (performance.now() - started) / 1000;
    }"""
    return float(page.evaluate(script, word))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser may have gone away in the meantime."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)


@contextmanager
def _server(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@contextmanager
def _browser() -> Iterator[Browser]:
    program = next(
        p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
