"""Annotations stand on the right lines of the right files, and nothing can break out of them."""

from pathlib import Path

import pytest

from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.report import FORMATS, Findings


def annotation(folder: Path, finding: Diagnostic) -> str:
    return FORMATS["github"](Findings(folder, (finding,)))


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_one_command_for_each_finding(tmp_path: Path, severity: Severity, level: str) -> None:
    finding = Diagnostic("RNG103", severity, "wrong", Location("a.xml", 3, 4), "do\nthis")
    expected = f"::{level} file=a.xml,line=3,col=4,title=RNG103::wrong%0Ado%0Athis\n"
    assert annotation(tmp_path, finding) == expected


def test_characters_with_a_meaning_are_escaped(tmp_path: Path) -> None:
    finding = Diagnostic("X", Severity.ERROR, "50%\r\n::error::", Location("a,b:c.xml"))
    text = annotation(tmp_path, finding)
    assert text == "::error file=a%2Cb%3Ac.xml,line=1,col=1,title=X::50%25%0D%0A::error::\n"


def test_paths_are_relative_to_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    finding = Diagnostic("X", Severity.ERROR, "m", Location("tei/a.xml"))
    assert "file=editions/one/tei/a.xml," in annotation(tmp_path / "editions/one", finding)
    assert "file=tei/a.xml," in annotation(tmp_path, finding)
    assert "file=tei/a.xml," in annotation(tmp_path.parent, finding)
