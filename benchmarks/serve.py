"""How long a reader of the preview waits from a save to the news of it, as a Markdown table.

    python benchmarks/serve.py [--rounds 5] [--jobs 2] [FOLDER …]
    python benchmarks/serve.py --letters 4400          # made of the Schnitzler sample

Without folders: the demonstration edition. Each edition is copied and served; each save is one of
`scenarios.py`. Milliseconds on the clock, medians, from the save to the event that reloads the
page. Before each there was no news for a while, but the preview may still bring data and search up
to date, for which a save has to wait.
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
from functools import partial
from pathlib import Path

from scenarios import ROOT, editions, one_entry, one_letter, one_stylesheet, one_title

CASES = {
    "one letter": one_letter,
    "one title": one_title,
    "one register entry": one_entry,
    "one stylesheet": one_stylesheet,
}
REST = 3.0
LONGEST = 120.0


@contextmanager
def served(project: Path, jobs: int) -> Iterator["queue.Queue[int]"]:
    """Serve an edition; yield the versions of the preview as its pages are told them."""
    command = [sys.executable, "-m", "tei_edition", "serve", "--project", str(project), "--port=0"]
    options = ["--jobs", str(jobs), "--cache-dir", str(project.parent / "cache")]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, cwd=ROOT)
    errors = process.stderr
    assert errors is not None
    try:
        for line in errors:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                break
        else:
            raise SystemExit(f"{project} cannot be served")
        threading.Thread(target=errors.read, daemon=True).start()
        versions: queue.Queue[int] = queue.Queue()
        listener = threading.Thread(target=listen, args=(int(found[1]), versions), daemon=True)
        listener.start()
        yield versions
    finally:
        process.send_signal(signal.SIGINT)  # so that it ends its workers too
        process.wait()


def listen(port: int, versions: "queue.Queue[int]") -> None:
    """Put every version into the queue that the server tells of."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/.tei-edition/events")
    for line in connection.getresponse():
        if line.startswith(b"data:"):
            versions.put(json.loads(line[5:])["version"])


def waited(versions: "queue.Queue[int]", save: Callable[[], object]) -> float:
    """Return the seconds from a save to the next news, when no other news came for a while."""
    try:
        while True:
            versions.get(timeout=REST)
    except queue.Empty:
        started = time.perf_counter()
    save()
    try:
        versions.get(timeout=LONGEST)
    except queue.Empty:
        raise SystemExit(f"no news of a save for {LONGEST:.0f} seconds") from None
    return time.perf_counter() - started


def measured(name: str, project: Path, jobs: int, rounds: int) -> None:
    """Print the rows of one edition."""
    with served(project, jobs) as versions:
        for case, change in CASES.items():
            times = [waited(versions, partial(change, project, n)) for n in range(rounds)]
            milliseconds = [round(1000 * each) for each in times]
            middle = round(statistics.median(milliseconds))
            print(f"| {name} | {case} | {middle} | {min(milliseconds)} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--letters", type=int)
    options = parser.parse_args()
    print("| edition | saved | median, ms | least, ms |\n|---|---|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        folders = options.folders or ([] if options.letters else [ROOT])
        for name, project in editions(Path(scratch), folders, options.letters):
            measured(name, project, options.jobs, options.rounds)


if __name__ == "__main__":
    main()
