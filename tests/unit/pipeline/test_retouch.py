"""Where only texts have changed, only what shows them is made, and nothing is missed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition import pipeline
from tei_edition.pipeline import Outcome
from tei_edition.project import open_project


class Edition:
    """A small edition that is built after each change of its first letter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.letter = folder / "letters/l1.xml"
        toml = folder / "edition.toml"
        toml.write_text(toml.read_text("utf-8") + '\n[build]\nrequire = "well-formed"\n', "utf-8")

    def build(self, output: str = "site", *, clean: bool = False) -> Outcome:
        project = open_project(self.folder)
        cache = self.folder.parent / f"cache-{output}"
        return pipeline.build(
            project, output=self.folder.parent / output, cache=cache, clean=clean, jobs=1
        )

    def change(self, before: str, after: str) -> None:
        """Put something in the place of what stands last."""
        head, found, tail = self.letter.read_text("utf-8").rpartition(before)
        assert found
        self.letter.write_text(head + after + tail, "utf-8")

    def files(self, output: str = "site") -> dict[str, bytes]:
        top = self.folder.parent / output
        return {
            p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*") if p.is_file()
        }


@pytest.fixture
def edition(small: Path) -> Edition:
    made = Edition(small)
    made.build()
    return made


@pytest.fixture
def index_is_joined(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return a function that says how often all files were joined."""
    from tei_edition.pipeline import reading

    calls = []
    join = reading.join
    monkeypatch.setattr(reading, "join", lambda *records: calls.append(1) or join(*records))
    return lambda: len(calls)


def same_as_clean(edition: Edition, outcome: Outcome) -> bool:
    clean = edition.build("other", clean=True)
    found = [
        sorted((str(d.location), d.code, d.message) for d in o.diagnostics)
        for o in (outcome, clean)
    ]
    assert found[0] == found[1]
    assert edition.files() == edition.files("other")
    return True


def test_a_word(edition: Edition, index_is_joined: Callable[[], int]) -> None:
    edition.change("</p>", " and zebras</p>")
    outcome = edition.build()
    assert index_is_joined() == 0
    assert (outcome.pages_built, outcome.pages_removed) == (1, 0)
    pages = {path for path in outcome.reasons if not path.startswith("search/")}
    assert pages == {f"documents/l1.{kind}" for kind in ("html", "txt", "xml")}
    assert b"zebras" in edition.files()["documents/l1.html"]
    assert same_as_clean(edition, outcome)


def test_a_line_moves_what_is_found(edition: Edition, index_is_joined: Callable[[], int]) -> None:
    edition.change("</p>", ' <date when="1890-02-28" notBefore="1890">then</date></p>')
    assert any(d.code == "DAT403" for d in edition.build().diagnostics)
    before = index_is_joined()
    edition.change("<teiHeader>", "\n\n<teiHeader>")
    outcome = edition.build()
    assert index_is_joined() == before
    assert same_as_clean(edition, outcome)


def test_a_line_moves_what_a_page_tells(edition: Edition) -> None:
    edition.change("</p>", ' <persName ref="../registers/persons.xml#nobody">he</persName></p>')
    edition.build()
    edition.change("<teiHeader>", "\n\n<teiHeader>")
    assert same_as_clean(edition, edition.build())


def test_then_nothing(edition: Edition, index_is_joined: Callable[[], int]) -> None:
    edition.change("</p>", " more</p>")
    edition.build()
    outcome = edition.build()
    assert index_is_joined() == 0
    assert outcome.pages_built == 0
    assert outcome.pages_current > 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<title>", "<title>Other "),
        ("</p>", "<unknown>x</unknown></p>"),
        ("</p>", ' <persName ref="../registers/persons.xml#anna">A.</persName></p>'),
        ("</body>", "</broken>"),
    ],
)
def test_what_others_show_or_tell(edition: Edition, before: str, after: str) -> None:
    edition.change(before, after)
    outcome = edition.build()
    assert same_as_clean(edition, outcome)


def test_a_file_that_was_touched_in_the_site(edition: Edition) -> None:
    page = edition.folder.parent / "site/documents/l2.html"
    page.write_text("by hand", "utf-8")
    edition.change("</p>", " more</p>")
    assert same_as_clean(edition, edition.build())


def test_a_death_between_two_files(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.change("</p>", " more</p>")
    replace, done = Path.replace, []

    def dying(path: Path, target: Path) -> Path:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(target)
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        with pytest.raises(KeyboardInterrupt):
            edition.build()
    assert same_as_clean(edition, edition.build())
