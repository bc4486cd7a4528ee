"""Results, findings and news go where they belong, with colours where they are wanted."""

import io
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from tei_edition.cli.progress import Bars, Lines
from tei_edition.cli.session import Session


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "stream", "environment", "expected"),
    [
        ("always", io.StringIO, {"NO_COLOR": "1"}, True),
        ("never", Terminal, {}, False),
        ("auto", Terminal, {}, True),
        ("auto", Terminal, {"NO_COLOR": ""}, True),
        ("auto", Terminal, {"NO_COLOR": "1"}, False),
        ("auto", Terminal, {"TERM": "dumb"}, False),
        ("auto", io.StringIO, {}, False),
    ],
)
def test_colours(
    color: str,
    stream: type[io.StringIO],
    environment: dict[str, str],
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Session(color=color).colour(stream()) is expected


def test_a_result_is_written_whole(tmp_path: Path) -> None:
    Session().result("é\n", tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_bytes() == "é\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["r.txt"]


def test_a_result_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="cannot write"):
        Session().result("x", tmp_path / "none" / "r.txt")


def test_a_result_on_a_terminal_keeps_its_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    Session().result("\x1b[1mé\x1b[0m\n")
    assert terminal.getvalue() == "\x1b[1mé\x1b[0m\n"


def test_bytes_reach_the_standard_output_unchanged() -> None:
    command = click.Command("x", callback=lambda: Session().result(b"\xc3\xa9\r\n"))
    assert CliRunner().invoke(command).stdout_bytes == b"\xc3\xa9\r\n"


def test_quiet_means_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    Session(quiet=True).news("x")
    assert capsys.readouterr().err == ""
    Session().news("x")
    assert capsys.readouterr().err == "x\n"


@pytest.mark.parametrize(
    ("session", "stream", "kind"),
    [
        (Session(), io.StringIO, Lines),
        (Session(), Terminal, Bars),
        (Session(verbose=True), Terminal, Lines),
    ],
)
def test_progress_depends_on_where_it_is_shown(
    session: Session, stream: Any, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stream())
    with session.progress() as progress:
        assert isinstance(progress, kind)


def test_no_progress_where_it_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with Session(quiet=True).progress() as progress, progress.stage("x", 1) as stage:
        stage.advance()
    assert capsys.readouterr().err == ""
