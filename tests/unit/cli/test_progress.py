"""Progress: a line for each stage in a log, bars that leave nothing behind on a terminal."""

import re

import pytest

from tei_edition.cli.progress import Bars, Lines


def test_a_line_for_each_stage() -> None:
    lines: list[str] = []
    progress = Lines(lines.append)
    for name, total in (("read", 2), ("transform", 1)):
        with progress.stage(name, total) as stage:
            stage.advance(total)
    assert len(lines) == 2
    assert re.fullmatch(r"read: 2 in \d+\.\d s", lines[0])
    assert lines[1].startswith("transform: 1 in ")


def test_a_stage_that_fails_is_not_said_to_be_done() -> None:
    lines: list[str] = []
    with pytest.raises(ValueError, match="x"), Lines(lines.append).stage("read", 2):
        raise ValueError("x")
    assert lines == []


def test_bars_count_and_end(capsys: pytest.CaptureFixture[str]) -> None:
    with Bars(colour=False) as bars, bars.stage("read", 3) as stage:
        stage.advance()
        stage.advance(2)
        (task,) = bars._bars.tasks
        assert (task.description, task.completed, task.total) == ("read", 3, 3)
    assert bars._bars.tasks == []
    assert capsys.readouterr().out == ""
