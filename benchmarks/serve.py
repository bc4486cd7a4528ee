"""How long an editor waits from a save until the browser has the page anew, as a Markdown table.

    python benchmarks/serve.py [--rounds 5] [--jobs 2] [FOLDER …]
    python benchmarks/serve.py --letters 4400          # made of the Schnitzler sample

Without folders: the demonstration edition. Each edition is copied and served; each save is one of
`scenarios.py`, and a page that shows it is followed as a browser follows it. Milliseconds on the
clock, medians: until the page is loaded again for the first time, and for the last time, since it
may be shown before all is known of it. The last case saves a letter one second after a title, and
counts from the letter.
"""

import argparse
import http.client
import json
import queue
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import scenarios
from scenarios import ROOT, editions, one_entry, one_letter, one_title

REST = 4.0
LONGEST = 60.0

Change = Callable[[Path, int], None]


def one_stylesheet(project: Path, number: int) -> None:
    """Change the stylesheet so that every page is another."""
    scenarios.one_stylesheet(project, number)
    sheet = project / "own.xsl"
    foot = (
        '<xsl:template match="document-node()" mode="m:footer" as="element()*"'
        ' xmlns:m="urn:tei-edition:modes">'
        f"<xsl:next-match/><p>{number}</p></xsl:template>"
    )
    sheet.write_text(re.sub("<!--.*?-->", foot, sheet.read_text("utf-8")), "utf-8")


def two_saves(project: Path, number: int) -> None:
    one_title(project, number)
    time.sleep(1)
    one_letter(project, number)


CASES: dict[str, Change] = {
    "one letter": one_letter,
    "one title": one_title,
    "one register entry": one_entry,
    "one stylesheet": one_stylesheet,
    "a letter, 1 s after a title": two_saves,
}


def shown_in(project: Path, change: Change) -> str:
    """Make a change, and return the path of a page that shows it."""
    before = {path: path.read_text("utf-8") for path in project.rglob("*.xml")}
    change(project, 0)
    after = {path: path.read_text("utf-8") for path in before}
    path = next((p for p in before if before[p] != after[p]), None) or next(
        scenarios.letters(project)
    )
    text = after[path]
    pairs = enumerate(zip(text, before[path], strict=False))
    end = next((place for place, (one, other) in pairs if one != other), 0)
    entry = re.search(r'.*<person [^>]*xml:id="([^"]+)"(?!.*</person>)', text[:end], re.DOTALL)
    if entry:
        return f"/persons/{entry[1]}.html"
    found = re.search(r'<TEI[^>]*xml:id="([^"]+)"', text)
    return f"/documents/{found[1] if found else path.stem}.html"


@contextmanager
def served(project: Path, jobs: int) -> Iterator[int]:
    """Serve an edition; yield the port."""
    command = [sys.executable, "-m", "tei_edition", "serve", "--project", str(project), "--port=0"]
    options = ["--jobs", str(jobs), "--cache-dir", str(project.parent / "cache")]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, cwd=ROOT)
    errors = process.stderr
    assert errors is not None
    try:
        lines = ""
        for line in errors:
            lines += line
            if " made, " in line:
                break
        port = re.search(r"http://127\.0\.0\.1:(\d+)/", lines)
        if port is None:
            raise SystemExit(f"{project} cannot be served\n{lines}")
        threading.Thread(target=errors.read, daemon=True).start()
        yield int(port[1])
    finally:
        process.send_signal(signal.SIGINT)  # so that it ends its workers too
        process.wait()


def follow(port: int, path: str, loads: "queue.Queue[float]", over: threading.Event) -> None:
    """Load a page, and again whenever it has changed; put the time of each load into the queue."""
    while not over.is_set():
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", path)
        page = connection.getresponse().read().decode()
        loads.put(time.perf_counter())
        query = re.search(r'live\.js\?([^"]*)"', page)
        if query is None:
            raise SystemExit(f"{path} is no page of the preview")
        stream = http.client.HTTPConnection("127.0.0.1", port)
        stream.request("GET", f"/.tei-edition/events?{query[1].replace('&amp;', '&')}")
        for line in stream.getresponse():
            if line.startswith(b"data:") and json.loads(line[5:])["changed"]:
                break
        connection.close()
        stream.close()


def loaded(loads: "queue.Queue[float]", patience: float) -> list[float]:
    """Return when the page was loaded, until it was not for a while."""
    times: list[float] = []
    try:
        while True:
            times.append(loads.get(timeout=REST if times else patience))
    except queue.Empty:
        return times


def measured(name: str, project: Path, jobs: int, rounds: int) -> None:
    """Print the rows of one edition."""
    with served(project, jobs) as port:
        for case, change in CASES.items():
            loads: queue.Queue[float] = queue.Queue()
            over = threading.Event()
            path = shown_in(project, change)
            threading.Thread(target=follow, args=(port, path, loads, over), daemon=True).start()
            loaded(loads, LONGEST)
            first, last = [], []
            for number in range(1, rounds + 1):
                change(project, number)
                saved = time.perf_counter()
                times = [at - saved for at in loaded(loads, LONGEST) if at > saved]
                if not times:
                    break  # the page does not show it
                first.append(1000 * times[0])
                last.append(1000 * times[-1])
            over.set()
            row = [f"{statistics.median(each):.0f}" if each else "–" for each in (first, last)]
            print(f"| {name} | {case} | {row[0]} | {row[1]} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--letters", type=int)
    options = parser.parse_args()
    print("| edition | saved | first, ms | last, ms |\n|---|---|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        folders = options.folders or ([] if options.letters else [ROOT])
        for name, project in editions(Path(scratch), folders, options.letters):
            measured(name, project, options.jobs, options.rounds)


if __name__ == "__main__":
    main()
