"""What a build costs beside Ant and Saxon-HE, which render the letters alone: ratios in one run.

    python benchmarks/ant.py [--letters 4400] [--rounds 3] [--jobs 2]

The letters are the Schnitzler sample, multiplied with ids of their own. Ant (its task ``xslt``)
and Saxon in one process run `ant/plain.xsl` over them; ours builds the whole edition with an
empty cache, and says how long each stage took. Debian has both: ``ant``, ``libsaxonhe-java``.
Figures are medians: seconds on the clock and of the processors.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from scenarios import CORPORA, build, multiplied

SAXON = Path("/usr/share/java/Saxon-HE.jar")
SHEET = Path(__file__).resolve().parent / "ant/plain.xsl"
BUILD_FILE = """<project default="letters">
  <target name="letters">
    <xslt basedir="{source}" destdir="{target}" style="{sheet}" extension=".html" includes="*.xml">
      <factory name="net.sf.saxon.TransformerFactoryImpl"/>
      <classpath location="{saxon}"/>
    </xslt>
  </target>
</project>
"""


def run(command: list[str], target: Path) -> tuple[float, float]:
    """Run a command that writes into a new folder; return both kinds of seconds."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    before, started = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds, after = time.perf_counter() - started, getrusage(RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=4400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not (SAXON.is_file() and shutil.which("ant")):
        raise SystemExit("ant and Saxon-HE are needed: apt-get install ant libsaxonhe-java")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        project, target = scratch / "edition", scratch / "pages"
        multiplied(CORPORA / "schnitzler-briefe", project, options.letters)
        source, file = project / "letters", scratch / "build.xml"
        file.write_text(
            BUILD_FILE.format(source=source, target=target, sheet=SHEET, saxon=SAXON), "utf-8"
        )
        alone = ["java", "-cp", str(SAXON), "net.sf.saxon.Transform", f"-xsl:{SHEET}"]
        tools = {
            "Ant, Saxon-HE": ["ant", "-q", "-f", str(file)],
            "Saxon-HE, one process": [*alone, f"-s:{source}", f"-o:{target}"],
        }
        found: dict[str, list[tuple[float, float]]] = {}
        for _ in range(options.rounds):
            for tool, command in tools.items():
                found.setdefault(tool, []).append(run(command, target))
            for place in ("out", "cache"):
                shutil.rmtree(scratch / place, ignore_errors=True)
            timings = scratch / "timings.json"
            ours = build(project, options.jobs, "--timings", str(timings))
            found.setdefault("tei-edition, all", []).append((ours.seconds, ours.processor))
            for stage, row in json.loads(timings.read_text())["stages"].items():
                found.setdefault(f"tei-edition, {stage}", []).append((row["seconds"], 0.0))
    _print(found)


def _print(found: dict[str, list[tuple[float, float]]]) -> None:
    medians = {
        name: tuple(statistics.median(column) for column in zip(*rows, strict=True))
        for name, rows in found.items()
    }
    base = medians["Ant, Saxon-HE"]
    print("| | seconds | of Ant's | processor seconds | of Ant's |")
    print("|---|--:|--:|--:|--:|")
    for name, (clock, processor) in medians.items():
        used = f"{processor:.1f} | {processor / base[1]:.2f}" if processor else " | "
        print(f"| {name} | {clock:.1f} | {clock / base[0]:.2f} | {used} |")


if __name__ == "__main__":
    main()
