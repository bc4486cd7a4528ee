"""What a build costs after each kind of change, as a Markdown table.

    python benchmarks/scenarios.py [--rounds 3] [--jobs 2] [FOLDER …]
    python benchmarks/scenarios.py --letters 4400      # made of the Schnitzler sample

Without folders: the demonstration edition and, where they are beside the repository, suriano and
escher. Each edition is copied to a temporary folder and changed there; each build is a process of
its own with the state that the build before has left. Times are wall-clock seconds of the whole
process, medians over the rounds, with the processor time of the process and its workers in
brackets. Memory is the largest sum of the resident sets of them all.
"""

import argparse
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared/corpora"
LEFT_OUT = (".*", "site", "tests", "docs", "tei_edition", "benchmarks", "xslt", "node_modules")


@dataclass
class Run:
    """One build: seconds on the clock, seconds of processors, bytes, and its last line."""

    seconds: float
    processor: float
    memory: int
    summary: str


@dataclass
class Case:
    """A kind of change, and the runs after it."""

    name: str
    change: Callable[[Path, int], None]
    runs: list[Run] = field(default_factory=list)


def build(project: Path, jobs: int, *options: str) -> Run:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "tei_edition", "build", "--project", str(project)]
    places = ["--output", str(project.parent / "out"), "--cache-dir", str(project.parent / "cache")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, *places, "--jobs", str(jobs), *options],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    )
    peak = [0]
    watcher = threading.Thread(target=watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    _, errors = process.communicate()
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    watcher.join()
    if process.returncode > 1:
        raise SystemExit(errors)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, used, peak[0], errors.splitlines()[-1])


def watch(pid: int, peak: list[int]) -> None:
    """Note the largest memory of a process and its children until it ends."""
    while True:
        try:
            process = psutil.Process(pid)
            family = [process, *process.children(recursive=True)]
            peak[0] = max(peak[0], sum(each.memory_info().rss for each in family))
            if process.status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            if not psutil.pid_exists(pid):
                return
        time.sleep(0.02)


def substitute(path: Path, pattern: str, replacement: str) -> bool:
    """Replace the first match in a file; say whether there was one."""
    text = path.read_text("utf-8")
    changed = re.sub(pattern, replacement, text, count=1)
    path.write_text(changed, "utf-8")
    return changed != text


def letters(project: Path) -> Iterator[Path]:
    """Yield the files that hold a letter, in an order of no meaning."""
    for path in sorted(project.rglob("*.xml"), key=lambda path: path.name[::-1]):
        text = path.read_text("utf-8", "replace")
        if "<correspDesc" in text and re.search(r"<text[ >]", text):
            yield path


def first(project: Path, files: Iterator[Path], pattern: str, replacement: str) -> None:
    """Change the first file that can be changed so."""
    if not any(substitute(path, pattern, replacement) for path in files):
        print(f"nothing to change in {project}", file=sys.stderr)


def one_letter(project: Path, number: int) -> None:
    first(project, letters(project), r"(?s)(<text[ >].*?[^<>\s])(</p>)", rf"\1 {number}x\2")


def one_title(project: Path, number: int) -> None:
    of_series = r'(?:<title[^>]*level="s"[^>]*>[^<]*</title>\s*)*'
    pattern = rf"(<titleStmt>\s*{of_series}<title[^>]*>)"
    first(project, letters(project), pattern, rf"\g<1>{number} ")


def one_entry(project: Path, number: int) -> None:
    files = (p for p in sorted(project.rglob("*.xml")) if "<listPerson" in p.read_text("utf-8"))
    name = r"<persName[^>]*>\s*(?:<(?:surname|forename|name)[^>]*>)?"
    pattern = rf"(<person [^>]*xml:id=[^>]*>\s*{name})(?=[^<\s])"
    first(project, files, pattern, r"\g<1>X")


def one_stylesheet(project: Path, number: int) -> None:
    (project / "own.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        f'<xsl:import href="urn:tei-edition:xslt:edition.xsl"/><!-- {number} --></xsl:stylesheet>'
    )
    path = project / "edition.toml"
    text = path.read_text("utf-8") if path.exists() else ""
    if "own.xsl" not in text:
        own = 'stylesheet = "own.xsl"\n'
        head = "" if "[site]" in text else "\n[site]\n"
        text = text.replace("[site]\n", f"[site]\n{own}") if not head else text + head + own
        path.write_text(text, "utf-8")


def nothing(project: Path, number: int) -> None:
    pass


def forget(project: Path, number: int) -> None:
    shutil.rmtree(project.parent / "cache", ignore_errors=True)
    shutil.rmtree(project.parent / "out", ignore_errors=True)


def multiplied(source: Path, target: Path, count: int) -> None:
    """Make an edition of so many letters of the letters of another, with ids of their own."""
    files = sorted(letters(source))
    (target / "letters").mkdir(parents=True)
    for path in source.rglob("*.xml"):
        if path not in set(files):
            (target / path.name).write_bytes(path.read_bytes())
    for number in range(count):
        path = files[number % len(files)]
        text = path.read_text("utf-8")
        round_ = number // len(files)
        if round_:
            text = re.sub(r'(<TEI[^>]*xml:id="[^".]*)', rf"\1-{round_}", text, count=1)
        (target / f"letters/{path.stem}-{round_}.xml").write_text(text, "utf-8")


def editions(
    scratch: Path, folders: Iterable[Path], count: int | None
) -> Iterator[tuple[str, Path]]:
    """Yield name and folder of a copy of each edition, then of one of so many letters."""
    for number, folder in enumerate(path for path in folders if path.is_dir()):
        project = scratch / str(number) / "edition"
        shutil.copytree(folder, project, ignore=shutil.ignore_patterns(*LEFT_OUT))
        yield "demonstration" if folder == ROOT else folder.name, project
    if count:
        project = scratch / "many/edition"
        multiplied(CORPORA / "schnitzler-briefe", project, count)
        yield f"{count} letters", project


def measured(name: str, project: Path, jobs: int, rounds: int) -> None:
    """Print the rows of one edition."""
    cases = [
        Case("everything", forget),
        Case("nothing changed", nothing),
        Case("one letter", one_letter),
        Case("one title", one_title),
        Case("one register entry", one_entry),
        Case("one stylesheet", one_stylesheet),
    ]
    for number in range(rounds):
        for case in cases:
            case.change(project, number)
            case.runs.append(build(project, jobs))
    for case in cases:
        seconds = statistics.median(run.seconds for run in case.runs)
        processor = statistics.median(run.processor for run in case.runs)
        memory = max(run.memory for run in case.runs) / 1e6
        pages = re.search(r"pages: (.*) removed", case.runs[-1].summary)
        row = (name, case.name, pages[1].rpartition(",")[0] if pages else "")
        figures = (f"{seconds:.2f} ({processor:.2f})", f"{memory:.0f} MB")
        print(f"| {' | '.join((*row, *figures))} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--letters", type=int)
    arguments = parser.parse_args()
    usual = (ROOT, CORPORA / "suriano", CORPORA / "escher")
    folders = arguments.folders or [] if arguments.letters else arguments.folders or usual
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}\n"
    )
    print("| edition | changed | pages | seconds (processor) | memory |")
    print("|---|---|---|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        for name, project in editions(Path(scratch), folders, arguments.letters):
            measured(name, project, arguments.jobs, arguments.rounds)
            shutil.rmtree(project.parent)


if __name__ == "__main__":
    main()
