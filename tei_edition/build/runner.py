"""Doing many independent pieces of work elsewhere: in worker processes, or with any executor.

Work that may kill its process never runs in this one: it costs that one piece.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from concurrent.futures import ProcessPoolExecutor as Pool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

PIECES_PER_WORKER = 40
"""Below so many pieces of work, starting another process costs more than it saves."""
AHEAD = 2
"""So many pieces for each worker are under way at once, so that none waits for the next."""


class Crashed(Generic[Task]):
    """The result of a piece of work that ended its worker process."""

    def __init__(self, task: Task) -> None:
        self.task = task


class Runner:
    """Applies functions to tasks, in at most `jobs` processes or on the given `executor`.

    Functions, tasks and results must be picklable. An exception of the function is raised here,
    and ends the rest of the work. Use it as a context manager: the processes are started when
    there is work, and serve until the end. `losses` are what an executor raises, besides
    `BrokenExecutor`, for a piece whose workers died. A given executor is not shut down.
    """

    def __init__(
        self,
        jobs: int,
        executor: Executor | None = None,
        losses: tuple[type[Exception], ...] = (),
    ) -> None:
        self._jobs = max(1, jobs)
        self._given = executor
        self._losses: tuple[type[Exception], ...] = (BrokenExecutor, *losses)
        self._pool: Executor | None = executor

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool and self._pool is not self._given:
            self._pool.shutdown(cancel_futures=True)
        self._pool = self._given

    def rest(self) -> None:
        """Let the processes of our own go: their memory is wanted elsewhere."""
        self.__exit__()

    def map(
        self,
        function: Callable[[Any], Result],
        tasks: Sequence[Task],
        *,
        weight: Callable[[Task], int] | None = None,
        load: Callable[[Task], Any] = lambda task: task,
        together: Callable[[Task], Hashable] | None = None,
    ) -> Iterator[tuple[int, Result | Crashed[Task]]]:
        """Yield the number of each task with its result, in the order in which they get done.

        The heaviest begin first, so that none is left to run alone at the end. `load` makes of a
        task what the function gets; it is called here, just before the task is handed out. Tasks
        for which `together` gives the same are handed to one process, one after the other.
        """
        sheaves: dict[Hashable, list[int]] = {}
        for number, task in enumerate(tasks):
            sheaves.setdefault(together(task) if together else number, []).append(number)
        order = list(sheaves.values())
        if weight:
            order.sort(key=lambda sheaf: -sum(weight(tasks[number]) for number in sheaf))
        order.reverse()
        while order:
            under_way: dict[Future[list[Result]], list[int]] = {}
            yield from self._until_loss(function, tasks, load, order, under_way)
            for number in sorted(number for sheaf in under_way.values() for number in sheaf):
                yield number, self._alone(function, tasks[number], load)

    def spread(self, function: Callable[[Any], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield what a function makes of tasks, in their order, as `map` of Python does.

        It must be one that may as well run in this process: so it does where no other is worth
        starting, or one has died.
        """
        rest = iter(tasks)
        begun = list(islice(rest, 2))
        if self._given or self._jobs == 1 or len(begun) < 2:
            yield from map(function, chain(begun, rest))
            return
        under_way: deque[tuple[Task, Future[Result] | None]] = deque()
        for task in chain(begun, rest):
            under_way.append((task, self._submitted(function, task)))
            if len(under_way) == AHEAD * self._jobs:
                yield self._waited_for(function, *under_way.popleft())
        for each in under_way:
            yield self._waited_for(function, *each)

    def begin(self, function: Callable[[], Any]) -> None:
        """Let a process of our own do first what it must before there is work for it."""
        if self._pool is None:
            self._pool = self._started(self._jobs)
        if self._pool is not self._given:
            with suppress(BrokenExecutor):  # which is found out when there is work
                self._pool.submit(function)

    def _until_loss(
        self,
        function: Callable[[Any], Result],
        tasks: Sequence[Task],
        load: Callable[[Task], Any],
        order: list[list[int]],
        under_way: dict[Future[list[Result]], list[int]],
    ) -> Iterator[tuple[int, Result]]:
        """Yield results until all is done or a worker dies; then `under_way` has the suspects."""
        most = self._most(len(order))
        if self._pool is None:
            self._pool = self._started(self._jobs)
        pool = self._pool
        try:
            while order or under_way:
                while order and len(under_way) < most:
                    sheaf = [load(tasks[number]) for number in order[-1]]
                    future = pool.submit(_each, function, sheaf)
                    under_way[future] = order.pop()  # only now: a broken pool takes nothing
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in sorted(done, key=under_way.__getitem__):
                    results = future.result()
                    yield from zip(under_way.pop(future), results, strict=True)
        except self._losses:
            if pool is self._given and not under_way:
                raise  # it takes no work any more
            if pool is not self._given:
                pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None

    def _submitted(self, function: Callable[[Any], Result], task: Task) -> "Future[Result] | None":
        if self._pool is None:
            self._pool = self._started(self._jobs)
        try:
            return self._pool.submit(function, task)
        except BrokenExecutor:
            return None

    @staticmethod
    def _waited_for(
        function: Callable[[Any], Result], task: Task, future: "Future[Result] | None"
    ) -> Result:
        try:
            return future.result() if future else function(task)
        except BrokenExecutor:
            return function(task)

    def _most(self, pieces: int) -> int:
        """Return how many pieces may be under way at once."""
        if self._given:
            return AHEAD * self._jobs
        workers = min(self._jobs, 1 + pieces // PIECES_PER_WORKER)
        return workers if workers == 1 else AHEAD * workers

    def _alone(
        self, function: Callable[[Any], Result], task: Task, load: Callable[[Task], Any]
    ) -> Result | Crashed[Task]:
        """Try a piece that may have ended its process, in a process of its own."""
        if self._given:
            try:
                return self._given.submit(function, load(task)).result()
            except self._losses:
                return Crashed(task)
        with self._started(1) as pool:
            try:
                return pool.submit(function, load(task)).result()
            except BrokenExecutor:
                self._ensure_workers()
                return Crashed(task)

    def _ensure_workers(self) -> None:
        """Make sure that it is the piece that ends its process, and not any process that ends."""
        with self._started(1) as pool:
            try:
                pool.submit(os.getpid).result()
            except BrokenExecutor as error:
                raise RuntimeError(
                    "worker processes do not start; a script that builds editions needs "
                    'if __name__ == "__main__"'
                ) from error

    @staticmethod
    def _started(workers: int) -> Pool:
        # Never "fork": the engine's threads do not survive it.
        return Pool(workers, multiprocessing.get_context("spawn"), _follow_parent)


def _each(function: Callable[[Any], Result], tasks: list[Any]) -> list[Result]:
    return [function(task) for task in tasks]


def _follow_parent() -> None:
    """Let this process live as long as the one that has started it, however that ends."""
    # An interrupt is the parent's to handle: it stops handing out work, and we end with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)  # it was killed: nobody wants what we make, and nobody else would end us
