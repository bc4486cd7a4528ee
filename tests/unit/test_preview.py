"""The preview follows the sources; what is broken keeps the page it had."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_edition.preview import Preview
from tei_edition.project import open_project


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with Preview(tmp_path_factory.mktemp("cache")) as preview:
        yield preview


@pytest.fixture
def edition(small: Path, preview: Preview) -> Path:
    preview.build(open_project(small))
    return small


def page(preview: Preview, name: str) -> str:
    assert preview.site is not None
    return (preview.site / name).read_text("utf-8")


def write(edition: Path, old: str, new: str, name: str = "letters/l1.xml") -> None:
    path = edition / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_shows_in_the_page_and_nothing_is_published(edition: Path, preview: Preview) -> None:
    before = preview.status
    write(edition, "</p>", " indeed</p>")
    status = preview.build(open_project(edition))
    assert status.version == before.version + 1
    assert "documents/l1.html" in status.made
    assert " indeed" in page(preview, "documents/l1.html")
    assert not (edition / "site").exists()


def test_a_style_sheet_of_its_own_shows_at_once(edition: Path, preview: Preview) -> None:
    (edition / "own.css").write_text(":root { --accent: #000 }", "utf-8")
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('\n[site]\ncss = "own.css"\n')
    preview.build(open_project(edition))
    before = preview.status
    write(edition, "#000", "#111", "own.css")
    status = preview.build(open_project(edition))
    assert status.version == before.version + 1
    assert status.made == ("assets/own/own.css",)
    assert "#111" in page(preview, "assets/own/own.css")


def test_drafts_are_shown(edition: Path, preview: Preview) -> None:
    assert page(preview, "documents/l4.html")


def test_a_broken_letter_keeps_its_page(edition: Path, preview: Preview) -> None:
    good = page(preview, "documents/l1.html")
    write(edition, "</body>", "</bdy>")
    for _ in range(2):
        status = preview.build(open_project(edition))
        preview.finish(open_project(edition))
        assert status.problems[0].code[:3] == "XML"
        assert page(preview, "documents/l1.html") == good
    write(edition, "</bdy>", "</body>")
    assert preview.build(open_project(edition)).problems == ()
    assert page(preview, "documents/l1.html") == good


def test_a_letter_that_is_deleted_loses_its_page(edition: Path, preview: Preview) -> None:
    (edition / "letters/l3.xml").unlink()
    preview.build(open_project(edition))
    assert preview.site is not None
    assert not (preview.site / "documents/l3.html").exists()


def test_a_schema_that_cannot_be_used_keeps_everything(edition: Path, preview: Preview) -> None:
    version = preview.status.version
    good = page(preview, "index.html")
    (edition / "schema/small.rnc").write_text("start = {", "utf-8")
    status = preview.build(open_project(edition))
    assert [p.code for p in status.problems] == ["RNG001"]
    assert status.version == version
    assert page(preview, "index.html") == good


def test_data_are_brought_up_to_date_afterwards(edition: Path, preview: Preview) -> None:
    write(edition, "<title>", "<title>Quite new: ", "letters/l2.xml")
    preview.build(open_project(edition))
    assert "Quite new: " in page(preview, "documents/l2.html")
    assert "Quite new: " not in page(preview, "data/documents.json")
    preview.finish(open_project(edition))
    assert "Quite new: " in page(preview, "data/documents.json")


def test_whoever_waits_is_told(edition: Path, preview: Preview) -> None:
    known = preview.status
    assert preview.wait(known, 0.01) is known
    preview.build(open_project(edition))
    assert preview.wait(known, 5.0) is preview.status is not known
