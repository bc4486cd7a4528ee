"""Work in other processes: each piece once, and one that kills its process costs itself alone."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from tei_edition.build.runner import Crashed, Runner


def work(factor: int, number: int) -> tuple[int, int]:
    if number == 13:
        os._exit(99)
    return number * factor, os.getpid()


def results(runner: Runner, factor: int, numbers: list[int], **options: Any) -> list[Any]:
    found = dict(runner.map(partial(work, factor), numbers, **options))
    assert len(found) == len(numbers)
    return [found[index] for index in range(len(numbers))]


def test_every_task_has_its_result_from_another_process() -> None:
    with Runner(2) as runner:
        found = results(runner, 3, [1, 2, 3])
    assert [value for value, _ in found] == [3, 6, 9]
    assert os.getpid() not in [process for _, process in found]


@pytest.mark.parametrize(("jobs", "count"), [(1, 4), (2, 100)])
def test_a_piece_that_kills_its_process_is_reported_and_the_rest_is_done(
    jobs: int, count: int
) -> None:
    with Runner(jobs) as runner:
        found = results(runner, 2, list(range(11, 11 + count)))
        after = results(runner, 2, [15])
    lost = [r.task for r in found if isinstance(r, Crashed)]
    assert lost == [13]
    done = [r[0] for r in found if not isinstance(r, Crashed)]
    assert done == [2 * n for n in range(11, 11 + count) if n != 13]
    assert after[0][0] == 30


def test_no_work_starts_no_process() -> None:
    with Runner(2) as runner:
        assert results(runner, 1, []) == []


def test_the_processes_serve_until_the_end() -> None:
    with Runner(1) as runner:
        assert results(runner, 1, [1]) == results(runner, 1, [1])


def test_the_heaviest_begin_first() -> None:
    with ThreadPoolExecutor(1) as executor, Runner(1, executor) as runner:
        begun: list[int] = []
        list(runner.map(begun.append, [1, 5, 3], weight=lambda task: task))
    assert begun == [5, 3, 1]


def test_what_belongs_together_is_done_in_one_go() -> None:
    with ThreadPoolExecutor(1) as executor, Runner(1, executor) as runner:
        begun: list[int] = []
        done = list(runner.map(begun.append, [1, 5, 3, 7], together=lambda n: n < 4))
    assert begun == [1, 3, 5, 7]
    assert done == [(0, None), (2, None), (1, None), (3, None)]


def test_of_what_belongs_together_only_the_piece_that_kills_its_process_is_lost() -> None:
    with Runner(1) as runner:
        found = results(runner, 2, [12, 13, 14, 15], together=lambda n: n < 15)
    assert [isinstance(r, Crashed) for r in found] == [False, True, False, False]


def test_tasks_are_loaded_just_before_they_are_handed_out() -> None:
    with Runner(1) as runner:
        assert results(runner, 1, [1], load=lambda number: number + 1)[0][0] == 2


def test_any_executor_serves_and_stays_open() -> None:
    with ThreadPoolExecutor(2) as executor:
        with Runner(2, executor) as runner:
            assert results(runner, 1, [4])[0] == (4, os.getpid())
        assert executor.submit(int, "1").result() == 1


class Losing(Executor):
    """An executor whose worker dies on one task, and says so in its own way."""

    class LostError(Exception):
        pass

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1)

    def submit(self, function: Any, /, *arguments: Any, **options: Any) -> Any:
        def run() -> Any:
            if arguments[-1] in (13, [13]):
                raise self.LostError
            return function(*arguments)

        return self._threads.submit(run)


def test_what_an_executor_loses_is_reported() -> None:
    with Runner(2, Losing(), (Losing.LostError,)) as runner:
        found = results(runner, 1, [12, 13, 14])
    assert [isinstance(r, Crashed) for r in found] == [False, True, False]


def test_an_executor_that_is_broken_is_no_endless_loop() -> None:
    with ProcessPoolExecutor(1) as executor, Runner(1, executor) as runner:
        found = dict(runner.map(os._exit, [99]))
        assert isinstance(found[0], Crashed)
        with pytest.raises(Exception, match="abruptly"):
            dict(runner.map(int, ["1"]))


def test_an_exception_of_the_function_ends_the_work() -> None:
    with Runner(1) as runner, pytest.raises(ValueError, match="x"):
        list(runner.map(int, ["1", "x"]))


def test_workers_that_never_start_are_no_endless_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_edition.build.runner._follow_parent", os.abort)
    with Runner(1) as runner, pytest.raises(RuntimeError, match="__main__"):
        list(runner.map(int, ["1", "2"]))


def test_after_a_rest_there_are_new_processes() -> None:
    with Runner(1) as runner:
        before = results(runner, 1, [1])
        runner.rest()
        assert runner._pool is None
        assert [number for number, _ in results(runner, 1, [1])] == [n for n, _ in before]


def elsewhere(here: int, number: int) -> tuple[int, bool]:
    if number == 13 and os.getpid() != here:
        os._exit(99)
    return number, os.getpid() != here


def test_work_is_spread_and_comes_back_in_order() -> None:
    with Runner(2) as runner:
        found = list(runner.spread(partial(elsewhere, os.getpid()), iter(range(12))))
    assert found == [(number, True) for number in range(12)]


def test_spread_work_is_done_here_where_no_process_is_worth_starting() -> None:
    here = partial(elsewhere, os.getpid())
    with Runner(1) as alone, Runner(2) as runner:
        assert list(alone.spread(here, [1, 2])) == [(1, False), (2, False)]
        assert list(runner.spread(here, [1])) == [(1, False)]


def test_spread_work_whose_process_dies_is_done_here() -> None:
    with Runner(2) as runner:
        found = list(runner.spread(partial(elsewhere, os.getpid()), range(10, 30)))
        after = results(runner, 2, [15])
    assert [number for number, _ in found] == list(range(10, 30))
    assert found[3] == (13, False)
    assert after[0][0] == 30


def test_a_process_that_dies_while_there_is_no_work_costs_no_work() -> None:
    with Runner(1) as runner:
        (_, process), *_ = results(runner, 1, [1])
        os.kill(process, signal.SIGKILL)
        while True:
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                break
        assert [number for number, _ in results(runner, 1, [1, 2, 3])] == [1, 2, 3]


def test_the_processes_end_with_one_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys\n"
        "from tei_edition.build.runner import Runner\n"
        "def pid(task): return os.getpid()\n"
        "if __name__ == '__main__':\n"
        "    with Runner(1) as runner:\n"
        "        print(*(pid for _, pid in runner.map(pid, [0])), flush=True)\n"
        "        sys.stdin.read()\n"
    )
    command = [sys.executable, str(script)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes) as parent:
        assert parent.stdout
        worker = psutil.Process(int(parent.stdout.readline()))
        assert not has_ended(worker)
        parent.kill()
    end = time.monotonic() + 20
    while not has_ended(worker):
        assert time.monotonic() < end
        time.sleep(0.05)


def has_ended(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE  # whoever adopted it has not looked yet
    except psutil.NoSuchProcess:
        return True
