"""Executors by name, so that work can be done on other machines.

``dask:ADDRESS`` is a Dask cluster: `ADDRESS` is that of its scheduler, such as
``tcp://10.0.0.1:8786``. Its libraries are loaded when one is asked for.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

PATIENCE = 10
"""Seconds to wait for a scheduler."""


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
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        threads = sum(worker["nthreads"] for worker in workers)
        if not threads:
            raise ExecutorError(f"the Dask scheduler at {address} has no workers")
        yield Crew(client.get_executor(), threads, (KilledWorker,))
    finally:
        client.close()
