"""On a cluster the same bytes are made as here, also where a worker is lost in the middle."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tei_edition import pipeline
from tei_edition.build.executors import ExecutorError, named
from tei_edition.project import open_project

pytestmark = pytest.mark.slow

pytest.importorskip("distributed", reason="distributed is not installed")


LONGEST = 300
"""Seconds after which a cluster that has lost its workers has failed, rather than being slow."""


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """End a test that waits for a cluster for too long: what waits is woken by the signal."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"the cluster did not answer within {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def cluster(repository: Path) -> Iterator[tuple[str, list[int]]]:
    """Start a scheduler and two workers, each a process; yield the address and the workers."""
    environment = dict(os.environ, PYTHONPATH=str(repository))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:

        def started(name: str, *arguments: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments],
                stderr=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment,
            )
            stack.callback(process.wait, 20)
            stack.callback(process.kill)
            return process

        started("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [started("worker", address, *options) for _ in range(2)]
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                with named(f"dask:{address}") as crew:
                    if crew.workers == 2:
                        break
            except ExecutorError:
                time.sleep(0.2)
        yield address, [worker.pid for worker in workers]


def content(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


class Killer:
    """A listener to progress that kills a process when some pages are made."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.left = 40

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator["Killer"]:
        self.is_rendering = name == "transform"
        yield self

    def advance(self, count: int = 1) -> None:
        self.left -= self.is_rendering
        if self.left == 0:
            os.kill(self.process, signal.SIGKILL)


def test_the_same_bytes_though_a_worker_dies(
    cluster: tuple[str, list[int]], repository: Path, tmp_path: Path
) -> None:
    address, workers = cluster
    project = open_project(repository)
    pipeline.build(project, output=tmp_path / "here", cache=tmp_path / "one", jobs=2)
    killer = Killer(workers[0])
    with named(f"dask:{address}") as crew:
        assert crew.workers == 2
        outcome = pipeline.build(
            project,
            output=tmp_path / "there",
            cache=tmp_path / "two",
            jobs=crew.workers,
            executor=crew.executor,
            losses=crew.losses,
            progress=killer,
        )
    assert killer.left < 0
    with named(f"dask:{address}") as crew:
        assert crew.workers == 1
    assert outcome.pages_built > 100
    assert content(tmp_path / "there") == content(tmp_path / "here")


def test_a_cluster_that_has_lost_all_workers_is_given_up(
    cluster: tuple[str, list[int]],
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tei_edition.build.executors.ABANDONED", 3)
    address, workers = cluster
    with (
        named(f"dask:{address}") as crew,
        pytest.raises(ExecutorError, match="has had no workers for 3 seconds"),
    ):
        pipeline.build(
            open_project(repository),
            output=tmp_path / "site",
            cache=tmp_path / "cache",
            jobs=crew.workers,
            executor=crew.executor,
            losses=crew.losses,
            progress=Killer(workers[1]),
        )


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_edition.build.executors.PATIENCE", 1)
    with pytest.raises(ExecutorError, match="no Dask scheduler"), named("dask:tcp://127.0.0.1:9"):
        pass
