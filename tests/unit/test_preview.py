"""The preview follows the sources, step by step; what is broken keeps the page it had."""

import re
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from tei_edition.pipeline import build
from tei_edition.preview import Preview, Status
from tei_edition.project import open_project


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with Preview(tmp_path_factory.mktemp("cache"), resting=0) as preview:
        yield preview


@pytest.fixture
def edition(small: Path, preview: Preview) -> Path:
    preview.saved.clear()
    preview.looks_at = ()
    preview.build(open_project(small))
    return small


class Told:
    """Notes what a preview tells, with the page that is then in the site, and may save again."""

    def __init__(self, preview: Preview, monkeypatch: pytest.MonkeyPatch, name: str = "") -> None:
        self.steps: list[tuple[Collection[str], str]] = []
        self.saves_at = -1
        tell = preview._tell

        def noting(made: Collection[str], problems: tuple[object, ...]) -> None:
            tell(made, problems)  # type: ignore[arg-type]
            self.steps.append((tuple(made), page(preview, name) if name else ""))
            if len(self.steps) == self.saves_at:
                preview.saved.set()

        monkeypatch.setattr(preview, "_tell", noting)


def page(preview: Preview, name: str) -> str:
    assert preview.site is not None
    return (preview.site / name).read_text("utf-8")


def write(edition: Path, old: str, new: str, name: str = "letters/l1.xml") -> None:
    path = edition / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def content(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def is_as_clean(edition: Path, preview: Preview) -> bool:
    """Say whether the preview has the bytes of a build from nothing."""
    output = edition.parent / "clean"
    cache = edition.parent / "clean-cache"
    build(open_project(edition), output=output, cache=cache, clean=True, drafts=True)
    assert preview.site is not None
    return content(preview.site) == content(output)


def stylesheet(edition: Path, word: str) -> None:
    """Give the edition a stylesheet of its own, which puts a word into each paragraph."""
    (edition / "own.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:m="urn:tei-edition:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">'
        '<xsl:import href="urn:tei-edition:xslt:edition.xsl"/>'
        f'<xsl:template match="p/text()" mode="m:html">{word}<xsl:next-match/></xsl:template>'
        "</xsl:stylesheet>",
        "utf-8",
    )
    toml = edition / "edition.toml"
    if "own.xsl" not in toml.read_text("utf-8"):
        with toml.open("a", encoding="utf-8") as file:
            file.write('\n[site]\nstylesheet = "own.xsl"\n')


def test_words_show_before_the_search_has_them_and_nothing_is_published(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(edition, "</p>", " indeed</p>")
    look = preview.status.look
    told = Told(preview, monkeypatch, "documents/l1.html")
    preview.build(open_project(edition))
    made, text = told.steps[0]
    assert set(made) == {f"documents/l1.{kind}" for kind in ("html", "xml", "txt")}
    assert " indeed" in text
    assert any(path.startswith("search/data/") for path in preview.status.made)
    assert preview.status.look == look
    assert is_as_clean(edition, preview)
    assert not (edition / "site").exists()


def test_a_style_sheet_of_its_own_shows_at_once(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition / "own.css").write_text(":root { --accent: #000 }", "utf-8")
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('\n[site]\ncss = "own.css"\n')
    preview.build(open_project(edition))
    look = preview.status.look
    write(edition, "#000", "#111", "own.css")
    told = Told(preview, monkeypatch, "assets/own/own.css")
    preview.build(open_project(edition))
    made, text = told.steps[0]
    assert made == ("assets/own/own.css",)
    assert "#111" in text
    assert preview.status.look == look + 1
    assert is_as_clean(edition, preview)


def test_drafts_are_shown(edition: Path, preview: Preview) -> None:
    assert page(preview, "documents/l4.html")


def test_a_broken_letter_keeps_its_page(edition: Path, preview: Preview) -> None:
    good = page(preview, "documents/l1.html")
    preview.look_at("documents/l1.html")
    write(edition, "</body>", "</bdy>")
    preview.build(open_project(edition))
    assert preview.status.problems[0].code[:3] == "XML"
    assert page(preview, "documents/l1.html") == good
    with Preview(preview.cache, resting=0) as another:
        another.build(open_project(edition))
        assert page(another, "documents/l1.html") == good
    write(edition, "</bdy>", "</body>")
    preview.build(open_project(edition))
    assert preview.status.problems == ()
    assert page(preview, "documents/l1.html") == good


def test_a_letter_that_is_not_valid_is_not_shown_early(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = page(preview, "documents/l1.html")
    preview.look_at("documents/l1.html")
    write(edition, "<body>", "<body><nonsense/>")
    told = Told(preview, monkeypatch, "documents/l1.html")
    preview.build(open_project(edition))
    assert {text for _, text in told.steps} == {good}
    assert preview.status.problems


def test_no_page_shows_another_letter_of_its_file(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = [(edition / f"letters/l{number}.xml").read_text("utf-8") for number in (1, 2)]
    inner = [re.sub(r"<\?.*?\?>", "", letter).strip() for letter in letters]
    for number in (1, 2):
        (edition / f"letters/l{number}.xml").unlink()
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('\n[build]\nrequire = "well-formed"\n')
    corpus = edition / "letters/all.xml"
    frame = '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{}</teiCorpus>'
    corpus.write_text(frame.format("".join(inner)), "utf-8")
    preview.build(open_project(edition))
    good = page(preview, "documents/l2.html")
    assert "Cold" in good
    preview.look_at("documents/l2.html")
    corpus.write_text(frame.format("".join(reversed(inner))), "utf-8")
    told = Told(preview, monkeypatch, "documents/l2.html")
    preview.build(open_project(edition))
    assert all("Cold" in text for _, text in told.steps)


def test_a_letter_that_is_deleted_loses_its_page(edition: Path, preview: Preview) -> None:
    preview.look_at("documents/l3.html")
    (edition / "letters/l3.xml").unlink()
    preview.build(open_project(edition))
    assert preview.site is not None
    assert not (preview.site / "documents/l3.html").exists()
    assert is_as_clean(edition, preview)


def test_a_schema_that_cannot_be_used_keeps_everything(edition: Path, preview: Preview) -> None:
    good = page(preview, "index.html")
    (edition / "schema/small.rnc").write_text("start = {", "utf-8")
    preview.build(open_project(edition))
    assert [p.code for p in preview.status.problems] == ["RNG001"]
    assert preview.status.made == ()
    assert not preview.is_behind
    assert page(preview, "index.html") == good


def test_data_are_brought_up_to_date_after_the_pages(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(edition, "<title>", "<title>Quite new: ", "letters/l2.xml")
    data = []
    rest = preview.rest
    monkeypatch.setattr(
        preview, "rest", lambda: data.append(page(preview, "data/documents.json")) or rest()
    )
    preview.build(open_project(edition))
    assert "Quite new: " in page(preview, "documents/l2.html")
    assert "Quite new: " not in data[0]
    assert "Quite new: " in page(preview, "data/documents.json")
    assert is_as_clean(edition, preview)


def test_whoever_waits_is_told(edition: Path, preview: Preview) -> None:
    known = preview.status
    assert preview.wait(known, 0.01) is known
    write(edition, "</p>", " indeed</p>")
    preview.build(open_project(edition))
    assert preview.wait(known, 5.0) is preview.status is not known


def test_the_page_that_is_looked_at_comes_first(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    stylesheet(edition, "(one)")
    preview.build(open_project(edition))
    preview.look_at("documents/l2.html")
    preview.look_at("persons/anna.html")
    stylesheet(edition, "(two)")
    told = Told(preview, monkeypatch, "documents/l2.html")
    preview.build(open_project(edition))
    made, text = told.steps[0]
    assert set(made) <= {"documents/l2.html", "persons/anna.html"}
    assert "documents/l2.html" in made
    assert "(two)" in text
    assert is_as_clean(edition, preview)


def test_what_a_configuration_changes_comes_first_where_it_is_looked_at(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.look_at("documents/l2.html")
    write(edition, 'title = "', 'title = "Quite new: ', "edition.toml")
    told = Told(preview, monkeypatch, "documents/l2.html")
    preview.build(open_project(edition))
    made, text = next(step for step in told.steps if step[0])
    assert made == ("documents/l2.html",)
    assert "Quite new: " in text
    assert is_as_clean(edition, preview)


def test_a_build_gives_way_to_the_next_save(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.look_at("documents/l2.html")
    stylesheet(edition, "(one)")
    told = Told(preview, monkeypatch, "documents/l1.html")
    told.saves_at = 1
    preview.build(open_project(edition))
    assert len(told.steps) == 1
    assert preview.is_behind
    assert "(one)" in page(preview, "documents/l2.html")
    assert "(one)" not in page(preview, "documents/l1.html")
    preview.saved.clear()
    preview.build(open_project(edition))
    assert not preview.is_behind
    assert is_as_clean(edition, preview)


def interrupted_at_data(edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a title, and something else while data and search are made."""
    write(edition, "<title>", "<title>Quite new: ", "letters/l2.xml")
    with monkeypatch.context() as patched:
        patched.setattr(
            "tei_edition.site.publish.Publisher._write",
            lambda *_: preview.saved.set() or preview.rest(),
        )
        preview.build(open_project(edition))
    preview.saved.clear()


def test_a_save_while_data_are_made_is_shown_and_told(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted_at_data(edition, preview, monkeypatch)
    assert preview.is_behind
    # Words alone: nothing is joined for them, and data and search still wait.
    write(edition, "</p>", " indeed</p>")
    known = preview.status
    preview.build(open_project(edition))
    assert preview.status is not known
    assert set(preview.status.made) == {f"documents/l1.{kind}" for kind in ("html", "xml", "txt")}
    assert " indeed" in page(preview, "documents/l1.html")
    assert preview.is_behind
    assert "Quite new: " not in page(preview, "data/documents.json")
    preview.build(open_project(edition))
    assert not preview.is_behind
    assert is_as_clean(edition, preview)


def test_what_breaks_while_data_are_made_is_told(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted_at_data(edition, preview, monkeypatch)
    write(edition, "</body>", "</bdy>")
    preview.build(open_project(edition))
    assert preview.status.problems[0].code[:3] == "XML"
    write(edition, "</bdy>", "</body>")
    preview.build(open_project(edition))
    assert preview.status.problems == ()
    assert is_as_clean(edition, preview)


def test_what_was_made_before_a_save_is_not_made_again(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tei_edition.site.publish._PORTION", 5)
    stylesheet(edition, "(one)")
    told = Told(preview, monkeypatch)
    told.saves_at = 4
    preview.build(open_project(edition))
    made = {path for paths, _ in told.steps for path in paths}
    assert len(made) >= 5
    told.steps.clear()
    preview.saved.clear()
    preview.build(open_project(edition))
    assert not made & {path for paths, _ in told.steps for path in paths}
    assert is_as_clean(edition, preview)


def test_a_page_that_is_asked_for_meanwhile_comes_next(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tei_edition.site.publish._PORTION", 1)
    preview.build(open_project(edition))
    stylesheet(edition, "(one)")
    told = Told(preview, monkeypatch)
    show = preview.show

    def showing(made: Collection[str], *found: object) -> None:
        show(made, *found)  # type: ignore[arg-type]
        if len(told.steps) == 3:
            preview.look_at("search/index.html")

    monkeypatch.setattr(preview, "show", showing)
    preview.build(open_project(edition))
    assert "search/index.html" in [path for paths, _ in told.steps[:5] for path in paths]


def test_killed_after_the_first_pages_it_repairs_itself(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.look_at("documents/l2.html")
    stylesheet(edition, "(one)")
    with monkeypatch.context() as patch:
        # In the site, and before anybody has noted so.
        patch.setattr("tei_edition.build.state.State.save", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            preview.build(open_project(edition))
    assert "(one)" in page(preview, "documents/l2.html")
    stylesheet(edition, "(two)")
    with Preview(preview.cache, resting=0) as another:
        another.build(open_project(edition))
        assert is_as_clean(edition, another)


def test_data_that_an_earlier_run_left_behind_are_made(
    edition: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(edition, "<title>", "<title>Quite new: ", "letters/l2.xml")
    with monkeypatch.context() as patch:
        patch.setattr("tei_edition.site.publish.Publisher.finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            preview.build(open_project(edition))
    with Preview(preview.cache, resting=0) as another:
        another.build(open_project(edition))
        assert is_as_clean(edition, another)


def test_each_build_is_reported_once_with_all_its_pages(edition: Path, preview: Preview) -> None:
    reported: list[Status] = []
    preview.report = reported.append
    preview.look_at("documents/l2.html")
    stylesheet(edition, "(one)")
    preview.build(open_project(edition))
    write(edition, "</p>", " indeed</p>")
    preview.build(open_project(edition))
    preview.report = lambda status: None
    assert len(reported) == 2
    assert {"documents/l2.html", "index.html"} <= set(reported[0].made)
    assert "documents/l1.html" in reported[1].made


def test_nobody_rests_when_somebody_saves(edition: Path, preview: Preview) -> None:
    preview.resting = 60
    write(edition, "<title>", "<title>Quite new: ", "letters/l2.xml")
    timer = threading.Timer(0.5, preview.saved.set)
    preview.report = lambda status: timer.start()
    preview.build(open_project(edition))
    preview.report = lambda status: None
    preview.resting = 0
    assert preview.is_behind
    preview.saved.clear()


def test_the_pages_that_were_looked_at_last_are_remembered(preview: Preview) -> None:
    preview.looks_at = ()
    for number in range(20):
        preview.look_at(f"{number}.html")
    preview.look_at("15.html")
    assert preview.looks_at[:3] == ("15.html", "19.html", "18.html")
    assert len(preview.looks_at) == 8
