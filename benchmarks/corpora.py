"""Documents per second and peak memory of `build` over many editions, and over one huge file.

    python benchmarks/corpora.py [--build] [FOLDER …]

Without folders: every corpus beside the repository, and a ``teiCorpus`` of 45 MB, made by putting
the files of the largest of them behind each other several times. Each edition is one process with
an empty cache. Without `--build`, the files are read, checked and joined, but no page is made.
Memory is that of the largest process, and the largest sum of all (MB of resident sets).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared/corpora"
HUGE = 45_000_000
LIMIT = 1_800


def huge(target: Path, source: Path) -> Path:
    """Write a corpus of 45 MB from the files of an edition; return its folder."""
    target.mkdir()
    files = [path.read_bytes() for path in sorted(source.rglob("*.xml"))]
    with (target / "corpus.xml").open("wb") as file:
        file.write(
            b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
            b"<title>Letters</title></titleStmt><publicationStmt><p/></publicationStmt>"
            b"<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n"
        )
        while file.tell() < HUGE:
            for data in files:
                bare = data.removeprefix(b"\xef\xbb\xbf")
                file.write(re.sub(rb"<\?xml(?:-model)?\s[^>]*\?>", b"", bare))
                if file.tell() >= HUGE:
                    break
        file.write(b"</teiCorpus>\n")
    return target


def measure(folder: Path, scratch: Path, *, build: bool) -> tuple[int, float, float, float]:
    """Return the number of documents, the seconds, and both measures of memory in MB."""
    command = [sys.executable, "-m", "tei_edition", "-q"]
    if build:
        command += ["build", "--output", str(scratch / "out"), "--cache-dir", str(scratch / "c")]
    else:
        command += ["index", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(scratch / "x")}
    started = time.monotonic()
    with subprocess.Popen(
        [*command, "--project", str(folder)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        largest, total = _watched(process, started)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{folder}: exit status {process.returncode}")
    return _documents(folder), time.monotonic() - started, largest, total


def _watched(process: "subprocess.Popen[bytes]", started: float) -> tuple[float, float]:
    """Follow a process to its end; return the largest process and the largest sum, in MB."""
    largest = total = 0.0
    root = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            sizes = [p.memory_info().rss for p in (root, *root.children(recursive=True))]
        except psutil.Error:
            continue
        largest = max(largest, max(sizes) / 1e6)
        total = max(total, sum(sizes) / 1e6)
        if time.monotonic() - started > LIMIT:
            process.terminate()
        time.sleep(0.05)
    return largest, total


def _documents(folder: Path) -> int:
    """Return how many TEI elements the files of an edition hold."""
    paths = folder.rglob("*.xml")
    return sum(len(re.findall(rb"<(?:\w+:)?TEI[\s>]", path.read_bytes())) for path in paths)


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    print("| edition | MB | TEI | s | TEI/s | MB, largest process | MB, all |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folders = options.folders or sorted(p for p in CORPORA.iterdir() if p.is_dir())
        if not options.folders:
            by_size = sorted(folders, key=lambda f: sum(1 for _ in f.rglob("*.xml")))
            folders.append(huge(scratch / "huge", by_size[-1]))
        for number, folder in enumerate(folders):
            place = scratch / str(number)
            place.mkdir()
            found, seconds, largest, total = measure(folder, place, build=options.build)
            size = sum(p.stat().st_size for p in folder.rglob("*.xml")) / 1e6
            print(
                f"| {folder.name} | {size:.1f} | {found} | {seconds:.1f} | {found / seconds:.1f} "
                f"| {largest:.0f} | {total:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
