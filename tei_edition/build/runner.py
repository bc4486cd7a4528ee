"""Doing many independent pieces of work in worker processes, each piece once, in order.

Work always runs in another process: a piece that kills its process costs that one piece.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
    function is raised here, and ends the rest of the work. Use it as a context manager: the
    processes are started when there is work, and serve until the end.
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
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Runner[Task, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def map(self, tasks: Sequence[Task]) -> Iterator[Result | Crashed[Task]]:
        """Yield the results in the order of the tasks."""
        done = 0
        while done < len(tasks):
            for result in self._until_crash(tasks[done:]):
                yield result
                done += 1
            if done < len(tasks):
                yield self._alone(tasks[done])
                done += 1

    def _until_crash(self, tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield results in order, until a process dies or all is done."""
        if self._pool is None:
            self._pool = self._started(min(self._jobs, 1 + len(tasks) // PIECES_PER_WORKER))
        futures: list[Future[Result]] = []
        try:
            futures.extend(self._pool.submit(self._function, task) for task in tasks)
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            self._pool = None

    def _alone(self, task: Task) -> Result | Crashed[Task]:
        """Try the piece that may have ended its process in a process of its own."""
        with self._started(1) as pool:
            try:
                return pool.submit(self._function, task).result()
            except BrokenProcessPool:
                self._ensure_workers()
                return Crashed(task)

    def _ensure_workers(self) -> None:
        """Make sure that it is the piece that ends its process, and not any process that ends."""
        with self._started(1) as pool:
            try:
                pool.submit(os.getpid).result()
            except BrokenProcessPool as error:
                raise RuntimeError(
                    "worker processes do not start; a script that builds editions needs "
                    'if __name__ == "__main__"'
                ) from error

    def _started(self, workers: int) -> ProcessPoolExecutor:
        # Never "fork": the engine's threads do not survive it.
        return ProcessPoolExecutor(
            max(1, workers),
            multiprocessing.get_context("spawn"),
            _start,
            (self._prepare, self._arguments),
        )


def _start(prepare: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    # An interrupt is the parent's to handle: it stops handing out work, and we end with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare(*arguments)
