"""How far the work is, as a user sees it: bars on a terminal, one line per stage elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Lines:
    """Writes a line when a stage is done, with the number of pieces and the time it took."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator["Lines"]:
        """Begin a stage; a stage that fails writes nothing."""
        started = time.monotonic()
        yield self
        self._write(f"{name}: {total} in {time.monotonic() - started:.1f} s")

    def advance(self, count: int = 1) -> None:
        """Count nothing: the line has the total."""


class Bars:
    """Draws a bar for the stage under way, and removes it when the stage is done."""

    def __init__(self, *, colour: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.progress import TimeRemainingColumn as Remaining

        console = Console(stderr=True, no_color=not colour)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
        self._bars = Progress(*columns, console=console, transient=True)

    def __enter__(self) -> "Bars":
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator["_Bar"]:
        """Begin a stage with a bar of its own."""
        task = self._bars.add_task(name, total=total)
        yield _Bar(self._bars, task)
        self._bars.remove_task(task)


class _Bar:
    def __init__(self, bars: "Progress", task: "TaskID") -> None:
        self._bars = bars
        self._task = task

    def advance(self, count: int = 1) -> None:
        self._bars.advance(self._task, count)
