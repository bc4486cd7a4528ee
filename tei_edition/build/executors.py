"""Executors by name, so that work can be done on other machines.

``dask:ADDRESS`` is a Dask cluster: `ADDRESS` is that of its scheduler, such as
``tcp://10.0.0.1:8786``. Its libraries are loaded when one is asked for.
"""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

PATIENCE = 10
"""Seconds to wait for a scheduler."""
ABANDONED = 60
"""Seconds without any worker after which none is expected back."""


class ExecutorError(Exception):
    """An executor that cannot be had; the message says why and what to do."""


@dataclass(frozen=True)
class Crew:
    """An executor, how many pieces it does at once, and what it raises when a worker dies."""

    executor: Executor
    workers: int
    losses: tuple[type[Exception], ...] = ()


@contextmanager
def named(name: str) -> Iterator[Crew]:
    """Yield the executor of a name; it is closed at the end. Raises `ExecutorError`."""
    kind, _, address = name.partition(":")
    if kind != "dask" or not address:
        raise ExecutorError(f'"{name}" is no executor; write dask:ADDRESS of the scheduler')
    with _dask(address) as crew:
        yield crew


@contextmanager
def _dask(address: str) -> Iterator[Crew]:
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        message = "for dask: the package distributed is needed; install tei-edition[distributed]"
        raise ExecutorError(message) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ExecutorError(f"there is no Dask scheduler at {address}: {error}") from error
    try:

        def threads() -> int:
            workers = client.scheduler_info(n_workers=-1)["workers"].values()
            return sum(worker["nthreads"] for worker in workers)

        if not threads():
            raise ExecutorError(f"the Dask scheduler at {address} has no workers")
        lost = ExecutorError(
            f"the Dask scheduler at {address} has had no workers for {ABANDONED} seconds; "
            "start some, and build again"
        )
        with _watched(client.get_executor(), threads, lost) as executor:
            yield Crew(executor, threads(), (KilledWorker,))
    finally:
        client.close()


@contextmanager
def _watched(
    executor: Executor, workers: Callable[[], int], lost: ExecutorError
) -> Iterator["_Watched"]:
    """Yield an executor whose work fails with `lost` when there are no workers for too long."""
    watched, over = _Watched(executor), threading.Event()

    def watch() -> None:
        seen = time.monotonic()
        while not over.wait(ABANDONED / 20):
            with suppress(OSError):  # the scheduler may be gone too
                seen = time.monotonic() if workers() else seen
            if time.monotonic() - seen > ABANDONED:
                watched.fail(lost)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield watched
    finally:
        over.set()
        thread.join()


class _Watched(Executor):
    """An executor that can be told to wait no longer."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._waiting: set[Future[Any]] = set()

    def submit(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._waiting.add(future)
        self._executor.submit(function, *args, **named).add_done_callback(
            partial(self._hand_on, future)
        )
        return future

    def fail(self, error: Exception) -> None:
        """Let all that has no result fail."""
        while self._waiting:
            self._waiting.pop().set_exception(error)

    def _hand_on(self, future: Future[Any], done: Future[Any]) -> None:
        if future not in self._waiting:
            return
        self._waiting.discard(future)
        if done.cancelled():
            future.cancel()
        elif error := done.exception():
            future.set_exception(error)
        else:
            future.set_result(done.result())
