"""How long each stage took: measured beside whatever shows the progress."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tei_edition.build.progress import SILENT, Progress, Stage


@dataclass
class Timings:
    """Passes stages on to another listener, and adds up the seconds and pieces of each."""

    progress: Progress = SILENT
    stages: dict[str, tuple[int, float]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Stage]:
        """Begin a stage."""
        started = time.perf_counter()
        with self.progress.stage(name, total) as stage:
            yield stage
        pieces, seconds = self.stages.get(name, (0, 0.0))
        seconds += time.perf_counter() - started
        self.stages[name] = (pieces + total, seconds)

    def as_table(self, seconds: float) -> str:
        """Return a line for each stage, one for the rest and one for all, with its share."""
        rows = [(name, f"{count}", time) for name, (count, time) in self.stages.items()]
        rows.append(("other", "", seconds - sum(time for _, _, time in rows)))
        rows.append(("in all", "", seconds))
        whole = seconds or 1.0
        return "\n".join(
            f"{name:<12}{count:>8}{time:>9.2f} s{time / whole:>6.0%}" for name, count, time in rows
        )

    def as_json(self, seconds: float) -> str:
        """Return the same as a JSON object; times are in seconds."""
        stages = {
            name: {"pieces": count, "seconds": round(time, 4)}
            for name, (count, time) in self.stages.items()
        }
        return json.dumps({"seconds": round(seconds, 4), "stages": stages}, indent=1) + "\n"
