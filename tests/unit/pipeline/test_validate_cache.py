"""What was checked is not checked again, and what is found is the same."""

from pathlib import Path

import pytest

from tei_edition import pipeline
from tei_edition.pipeline import Outcome
from tei_edition.pipeline.examine import Examiner
from tei_edition.project import open_project


def checked(folder: Path, cache: Path, *, clean: bool = False) -> Outcome:
    return pipeline.validate(open_project(folder), cache=cache, clean=clean)


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names = []
    examine = Examiner.examine
    monkeypatch.setattr(
        Examiner, "examine", lambda self, file: names.append(file.name) or examine(self, file)
    )
    return names


def test_only_what_has_changed_is_checked(small: Path, tmp_path: Path, examined: list[str]) -> None:
    letter = small / "letters/l1.xml"
    letter.write_text(
        letter.read_text("utf-8").replace("</body>", "<p><nothing/></p></body>"), "utf-8"
    )
    first = checked(small, tmp_path / "cache")
    assert first.diagnostics
    examined.clear()
    assert checked(small, tmp_path / "cache").diagnostics == first.diagnostics
    assert examined == []
    letter.write_text(letter.read_text("utf-8").replace("<nothing/>", ""), "utf-8")
    assert len(checked(small, tmp_path / "cache").diagnostics) < len(first.diagnostics)
    assert examined == ["letters/l1.xml"]


def test_all_is_checked_where_that_is_wanted(
    small: Path, tmp_path: Path, examined: list[str]
) -> None:
    checked(small, tmp_path / "cache")
    number = len(examined)
    checked(small, tmp_path / "cache", clean=True)
    assert len(examined) == 2 * number
