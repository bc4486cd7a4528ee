"""Work in other processes: in order, and a piece that kills its process costs itself alone."""

import os

import pytest

from tei_edition.build.runner import Crashed, Runner

_factor = 0


def prepare(factor: int) -> None:
    global _factor  # noqa: PLW0603 - what a worker process keeps between pieces
    _factor = factor


def work(number: int) -> tuple[int, int]:
    if number == 13:
        os._exit(99)
    return number * _factor, os.getpid()


def test_results_come_in_the_order_of_the_tasks_from_other_processes() -> None:
    with Runner(work, 2, prepare, (3,)) as runner:
        results = list(runner.map([1, 2, 3]))
    assert [r[0] for r in results if not isinstance(r, Crashed)] == [3, 6, 9]
    assert all(r[1] != os.getpid() for r in results if not isinstance(r, Crashed))


def test_a_piece_that_kills_its_process_is_reported_and_the_rest_is_done() -> None:
    with Runner(work, 1, prepare, (2,)) as runner:
        results = [*runner.map([11, 12, 13, 14]), *runner.map([15])]
    assert [r.task if isinstance(r, Crashed) else r[0] for r in results] == [22, 24, 13, 28, 30]


def test_no_work_starts_no_process() -> None:
    with Runner(work, 2, prepare, (1,)) as runner:
        assert list(runner.map([])) == []


def test_the_processes_serve_until_the_end() -> None:
    with Runner(work, 1, prepare, (1,)) as runner:
        first, second = list(runner.map([1])), list(runner.map([1]))
    assert first == second


def fail(*_: object) -> None:
    raise RuntimeError("no worker")


def test_workers_that_never_start_are_no_endless_loop(capfd: pytest.CaptureFixture[str]) -> None:
    with Runner(work, 1, fail) as runner, pytest.raises(RuntimeError, match="__main__"):
        list(runner.map([1, 2, 3]))
    assert "no worker" in capfd.readouterr().err
