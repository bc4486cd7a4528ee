"""``explain``: the documentation of every rule."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_edition.catalogue import RULES

Run = Callable[..., Result]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(run: Run, tmp_path: Path, code: str) -> None:
    result = run(tmp_path, "explain", code)
    assert result.exit_code == 0
    heading, severity, *text = result.stdout.splitlines()
    assert heading == f"{code} {RULES[code].title}"
    assert severity == f"{RULES[code].severity} by default"
    assert len(" ".join(text)) > 60


def test_an_example_and_its_repair(run: Run, tmp_path: Path) -> None:
    result = run(tmp_path, "explain", "cfg003")
    assert "Wrong:\n    [edition]\n    titel = 'Letters'\n" in result.stdout
    assert "Right:\n    [edition]\n    title = 'Letters'\n" in result.stdout


def test_all_rules_are_listed(run: Run, tmp_path: Path) -> None:
    lines = run(tmp_path, "explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)


def test_an_unknown_code_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run(tmp_path, "explain", "RNG1033")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'did you mean "RNG103"?' in result.stderr


def test_the_severity_of_the_project(run: Run, small: Path) -> None:
    with (small / "edition.toml").open("a", encoding="utf-8") as file:
        file.write("[validation.rules]\nCFG009 = 'error'\n")
    assert "error in this edition; warning by default" in run(small, "explain", "CFG009").stdout
    assert "CFG009  error" in run(small, "explain").stdout


def test_a_broken_configuration_does_not_keep_it_from_explaining(run: Run, small: Path) -> None:
    (small / "edition.toml").write_text("titel = 1", "utf-8")
    assert run(small, "explain", "CFG003").exit_code == 0
    assert run(small.parent, "explain", "CFG003", "--project", "small").exit_code == 2


def test_a_heading_in_bold_on_request(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "--color", "always", "explain", "CFG003").stdout.startswith(
        "\x1b[1mCFG003"
    )


def test_the_rules_of_an_area(run: Run, tmp_path: Path) -> None:
    lines = run(tmp_path, "explain", "rng").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [c for c in sorted(RULES) if c[:3] == "RNG"]


def test_titles_begin_alike() -> None:
    names = ("CMIF", "Schematron", "UUID", "TEI", "XML", "XPath", "Unicode", "XInclude")
    titles = [rule.title for rule in RULES.values() if not rule.title.startswith(names)]
    assert [title for title in titles if title[:1].isupper()] == []


def test_the_severity_of_an_area(run: Run, small: Path) -> None:
    with (small / "edition.toml").open("a", encoding="utf-8") as file:
        file.write("[validation.rules]\nref = 'info'\nREF203 = 'off'\n")
    lines = run(small, "explain", "REF").stdout.splitlines()
    assert {line.split()[1] for line in lines if "REF203" not in line} == {"info"}
    assert "off in this edition" in run(small, "explain", "REF203").stdout
