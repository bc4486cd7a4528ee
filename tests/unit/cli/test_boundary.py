"""Whatever a command raises becomes a message and one of the five exit statuses."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tei_edition.cli.boundary import Boundary
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.errors import TeiEditionError


def run(action: Callable[[], object]) -> Result:
    """Run a group whose only command does `action`."""
    group = Boundary("group", commands=[click.Command("go", callback=action)])
    return CliRunner().invoke(group, ["go"])


def raising(error: BaseException) -> Callable[[], object]:
    def action() -> None:
        raise error

    return action


def test_nothing_wrong() -> None:
    assert run(lambda: None).exit_code == 0


def test_a_status_of_its_own() -> None:
    assert run(lambda: click.get_current_context().exit(1)).exit_code == 1


def test_wrong_usage() -> None:
    result = run(raising(click.UsageError("no such thing")))
    assert result.exit_code == 2
    assert "no such thing" in result.stderr


def test_a_mistake_that_the_user_can_mend() -> None:
    finding = Diagnostic("CFG003", Severity.ERROR, "no key", Location("no.toml", 2), "mend it")
    result = run(raising(TeiEditionError(finding)))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "no.toml:2:1: error CFG003 no key\n   = mend it\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupted(error: BaseException) -> None:
    result = run(raising(error))
    assert result.exit_code == 130
    assert result.stderr == "tei-edition: interrupted\n"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_what_the_system_refuses_is_no_bug(number: int) -> None:
    result = run(raising(OSError(number, os.strerror(number), "site/x")))
    assert result.exit_code == 2
    assert result.stderr == f"tei-edition: site/x: {os.strerror(number)}\n"


@pytest.mark.parametrize(
    "error", [RuntimeError("odd\nvery"), FileNotFoundError(errno.ENOENT, "gone", "x")]
)
def test_our_own_bug_is_one_line_and_a_log(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["tei-edition", "build", "--project", "my letters"])
    result = run(raising(error))
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    (log,) = tmp_path.iterdir()
    assert str(log) in result.stderr
    text = log.read_text("utf-8")
    assert "Traceback" in text
    assert type(error).__name__ in text
    assert "command: tei-edition build --project 'my letters'" in text
    assert "saxonche 1" in text


def test_a_missing_dependency_is_named_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_edition.cli.bug._DEPENDENCIES", ("no-such-package",))
    result = run(raising(RuntimeError("x")))
    log = Path(result.stderr.strip().rpartition(" ")[2])
    assert "no-such-package missing" in log.read_text("utf-8")
    log.unlink()
