"""``config``: what is in force, and why."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_values_with_their_origins(run: Run, small: Path) -> None:
    result = run(small, "config", "--output", "public")
    assert result.exit_code == 0
    printed = reversed(result.stdout.splitlines())  # keys of the same name: the first counts
    lines = {line.split(" = ")[0]: line for line in printed if " = " in line}
    assert lines["title"].endswith("# edition.toml:3")
    assert lines["language"].endswith("# default")
    assert lines["directory"].endswith("# option")
    assert tomllib.loads(result.stdout)["edition"]["id"] == "small"


def test_without_configuration(run: Run, tmp_path: Path) -> None:
    result = run(tmp_path, "config")
    assert result.exit_code == 0
    origins = {line.rpartition("# ")[2] for line in result.stdout.splitlines() if " = " in line}
    assert origins == {"default"}


def test_mistakes_are_all_reported(run: Run, small: Path) -> None:
    text = "[edition]\ntitel = 'x'\nlanguage = 5\n[validation.rules]\nREF21 = 'off'\n"
    (small / "edition.toml").write_text(text, "utf-8")
    result = run(small, "config")
    assert (result.exit_code, result.stdout) == (2, "")
    for start in ("edition.toml:2:1: error CFG003", "edition.toml:3:1: error CFG004"):
        assert start in result.stderr
    assert "edition.toml:5:1: error CFG005" in result.stderr
