"""Doing many independent pieces of work in worker processes, each piece once, in order.

Work always runs in another process: a piece that kills its process costs that one piece.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

PIECES_PER_WORKER = 40
"""Below so many pieces of work, starting another process costs more than it saves."""


class Crashed(Generic[Task]):
    """The result of a piece of work that ended its worker process."""

    def __init__(self, task: Task) -> None:
        self.task = task


class Runner(Generic[Task, Result]):
    """Apply a function to tasks. Function, tasks and results must be picklable.

    `prepare` is called once in every worker process with `arguments`. An exception of the
    function is raised here, and ends the rest of the work.
    """

    def __init__(
        self,
        function: Callable[[Task], Result],
        jobs: int,
        prepare: Callable[..., None],
        arguments: tuple[Any, ...] = (),
    ) -> None:
        self._function = function
        self._jobs = jobs
        self._prepare = prepare
        self._arguments = arguments

    def map(self, tasks: Sequence[Task]) -> Iterator[Result | Crashed[Task]]:
        """Yield the results in the order of the tasks."""
        if not tasks:
            return
        workers = max(1, min(self._jobs, 1 + len(tasks) // PIECES_PER_WORKER))
        pool = self._pool(workers)
        try:
            futures: list[Future[Result]] = []
            with suppress(BrokenProcessPool):  # What is not submitted is tried alone below.
                futures.extend(pool.submit(self._function, task) for task in tasks)
            for number, task in enumerate(tasks):
                try:
                    yield futures[number].result()
                except (BrokenProcessPool, IndexError):
                    yield self._alone(task)
        finally:
            pool.shutdown(cancel_futures=True)

    def _alone(self, task: Task) -> Result | Crashed[Task]:
        """Try a piece that may have broken the pool in a process of its own."""
        with self._pool(1) as pool:
            try:
                return pool.submit(self._function, task).result()
            except BrokenProcessPool:
                return Crashed(task)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        # Never "fork": the engine's threads do not survive it.
        return ProcessPoolExecutor(
            workers,
            multiprocessing.get_context("spawn"),
            _start,
            (self._prepare, self._arguments),
        )


def _start(prepare: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    # An interrupt is the parent's to handle: it stops handing out work, and we end with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare(*arguments)
