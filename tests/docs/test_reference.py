"""The reference says what the program does: every command, option, key and code is in it."""

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest
from jsonschema import Draft202012Validator

from tei_edition.catalogue import RULES
from tei_edition.cli import main
from tei_edition.config import Config


@pytest.fixture(scope="module")
def generator(repository: Path) -> ModuleType:
    """Return the program that writes the generated parts."""
    spec = importlib.util.spec_from_file_location("reference", repository / "docs/reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_parts_are_up_to_date(
    generator: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    status = generator.main(["--check"])
    assert (status, capsys.readouterr().out) == (0, ""), "run: make reference"


def test_what_is_not_up_to_date_is_named_and_written(
    generator: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.md"
    monkeypatch.setattr(generator, "ROOT", tmp_path)
    monkeypatch.setattr(generator, "files", lambda: iter([(page, "new")]))
    assert generator.main(["--check"]) == 1
    assert capsys.readouterr().out == "page.md is not up to date\n"
    assert not page.exists()
    assert generator.main([]) == 0
    assert page.read_text("utf-8") == "new"


def test_every_command_and_option(repository: Path) -> None:
    text = (repository / "docs/commands.md").read_text("utf-8")
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        section = text.partition(f"## `tei-edition {name}`")[2].partition("\n## ")[0]
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert options
        assert all(option.opts[0] in section for option in options)


def test_every_key(repository: Path) -> None:
    text = (repository / "docs/configuration.md").read_text("utf-8")
    for name, table in Config.model_fields.items():
        section = text.partition(f"## `[{name}]`")[2].partition("\n## ")[0]
        for field in table.annotation.model_fields.values():  # type: ignore[union-attr]
            assert f"| `{field.alias}` |" in section
            assert field.description in section


def test_every_code(repository: Path) -> None:
    text = (repository / "docs/codes.md").read_text("utf-8")
    assert re.findall(r"^### (\w+)$", text, re.MULTILINE) == sorted(RULES)
    assert all(rule.title in text for rule in RULES.values())


def test_the_schema_accepts_what_the_program_accepts(repository: Path) -> None:
    schema = json.loads((repository / "schemas/edition.toml.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(tomllib.loads((repository / "edition.toml").read_text("utf-8")))
    assert validator.is_valid({"validation": {"schema": ["a.rng", {"file": "b.rnc", "root": "x"}]}})
    assert not validator.is_valid({"edition": {"titel": "x"}})
    assert not validator.is_valid({"build": {"require": "x"}})
    assert not validator.is_valid({"validation": {"rules": {"REF201": "warn"}}})


def test_links_between_pages_lead_somewhere(repository: Path) -> None:
    pages = [*repository.glob("*.md"), *repository.glob("docs/**/*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_first_screen_shows_the_two_commands_and_what_they_run(repository: Path) -> None:
    screen = "\n".join((repository / "README.md").read_text("utf-8").splitlines()[:30])
    for command in ("make edition", "make test", "tei-edition validate", "tei-edition build"):
        assert command in screen
    assert "-m pytest" in screen
