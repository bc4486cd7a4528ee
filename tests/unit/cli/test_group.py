"""The command as a whole: quick help, a version, and options that mean what they say."""

import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import click
import pytest
from click.testing import CliRunner

from tei_edition import __version__
from tei_edition.cli import main
from tei_edition.cli.group import COMMANDS

HEAVY = ("lxml", "pydantic", "saxonche", "rich", "babel")


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\nfrom tei_edition.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("arguments", [["--version"], ["-q", "--version"]])
def test_the_version(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.output) == (0, f"tei-edition {__version__}\n")


def test_it_runs_as_a_module(repository: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tei_edition", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=repository,
    )
    assert result.stdout == f"tei-edition {__version__}\n"


def test_an_unknown_command_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["biuld"])
    assert result.exit_code == 2
    assert "No such command" in result.stderr


def test_verbose_and_quiet_exclude_each_other() -> None:
    assert CliRunner().invoke(main, ["-v", "-q", "explain"]).exit_code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_project_and_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "--project DIR" in result.output
    assert f"Example:\n    tei-edition {name}" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    options = [p for p in command(name).params if isinstance(p, click.Option)]
    assert all(option.help and option.help.endswith((".", "]")) for option in options)


def expected_type(parameter: click.Parameter) -> Any:
    """Return the annotation that a parameter's value must have in the function it goes to."""
    if getattr(parameter, "is_flag", False):
        return bool
    kind: Any = str
    if isinstance(parameter.type, click.types.IntParamType):
        kind = int
    if isinstance(parameter.type, click.Path) and parameter.type.type is Path:
        kind = Path
    if parameter.multiple or parameter.nargs == -1:
        return tuple[kind, ...]
    has_value = parameter.required or parameter.to_info_dict()["default"] is not None
    return kind if has_value else kind | None


@pytest.mark.parametrize("name", [*COMMANDS, "main"])
def test_functions_take_what_their_options_give(name: str) -> None:
    checked = main if name == "main" else command(name)
    assert checked.callback is not None
    hints = get_type_hints(checked.callback)
    given = {p.name: expected_type(p) for p in checked.params if p.expose_value}
    taken = {key: hint for key, hint in hints.items() if key not in ("ctx", "return")}
    assert taken == given
