"""Running commands as users do, in the folder of their edition."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_edition.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in a folder, with a cache folder of the test's own.

    Nothing may end with our own bug, whatever is tried.
    """
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code != 3, result.output
        assert "Traceback" not in result.output
        return result

    return run
