"""Whatever was changed: a build on top of an earlier one gives the bytes of a clean one."""

import os
import random
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from tei_edition import pipeline
from tei_edition.pipeline import Outcome
from tei_edition.project import open_project

Edit = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def workers() -> Iterator[Executor]:
    """Return two processes that serve all builds of this file."""
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        yield executor


def content(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def change(path: Path, pattern: str, replacement: str, rng: random.Random) -> None:
    """Replace one of the places where a pattern stands."""
    text = path.read_text("utf-8")
    places = list(re.finditer(pattern, text))
    if places:
        place = rng.choice(places)
        text = text[: place.start()] + place.expand(replacement) + text[place.end() :]
        path.write_text(text, "utf-8")


def letter(folder: Path, rng: random.Random) -> Path:
    return rng.choice(sorted((folder / "letters").glob("*.xml")))


def text_of_a_letter(folder: Path, rng: random.Random) -> None:
    change(letter(folder, rng), r"(<p>|<p [^>]*>)", rf"\1Word{rng.randrange(99)} ", rng)


def title_of_a_letter(folder: Path, rng: random.Random) -> None:
    change(letter(folder, rng), r"(<title[^>]*>)", rf"\g<1>No. {rng.randrange(99)} ", rng)


def lines_of_a_letter(folder: Path, rng: random.Random) -> None:
    change(
        letter(folder, rng), r"(<teiHeader>|<p>|<body>)", "\n" * rng.randrange(1, 3) + r"\1", rng
    )


def date_of_a_letter(folder: Path, rng: random.Random) -> None:
    change(letter(folder, rng), r'when="\d{4}', f'when="19{rng.randrange(10, 60)}', rng)


def name_in_a_register(folder: Path, rng: random.Random) -> None:
    register = rng.choice(["persons", "places"])
    pattern = r"(<(?:surname|forename|persName|placeName)[^>]*>)(?=[^<])"
    path = folder / f"registers/{register}.xml"
    change(path, pattern, rf"\g<1>{rng.choice('ABCDE')}", rng)


def mention(folder: Path, rng: random.Random) -> None:
    ids = re.findall(r'xml:id="(\w+)"', (folder / "registers/persons.xml").read_text("utf-8"))
    name = f'<persName ref="../registers/persons.xml#{rng.choice(ids)}">somebody</persName>'
    change(letter(folder, rng), r"(<p>)", rf"\1{name} ", rng)


def no_mention(folder: Path, rng: random.Random) -> None:
    change(letter(folder, rng), r"<persName ref[^>]*>somebody</persName>", "somebody", rng)


def another_letter(folder: Path, rng: random.Random) -> None:
    source = letter(folder, rng)
    number = rng.randrange(5, 9)
    text = re.sub(r'xml:id="l\d"', f'xml:id="l{number}"', source.read_text("utf-8"), count=1)
    (folder / f"letters/l{number}.xml").write_text(text, "utf-8")


def one_letter_less(folder: Path, rng: random.Random) -> None:
    if len(list((folder / "letters").glob("*.xml"))) > 2:
        letter(folder, rng).unlink()


def another_file_name(folder: Path, rng: random.Random) -> None:
    path = letter(folder, rng)
    path.rename(path.with_name(f"r{rng.randrange(99)}.xml"))


def breakage(folder: Path, rng: random.Random) -> None:
    change(letter(folder, rng), "</body>", "</broken>", rng)


def repair(folder: Path, rng: random.Random) -> None:
    for path in (folder / "letters").glob("*.xml"):
        path.write_text(path.read_text("utf-8").replace("</broken>", "</body>"), "utf-8")


def configuration(folder: Path, rng: random.Random) -> None:
    key = rng.choice(["title", "base-url"])
    value = {"title": "Letters", "base-url": "https://example.org/"}[key]
    pattern = rf'(?m)^{key} = ".*"$'
    change(folder / "edition.toml", pattern, f'{key} = "{value}{rng.randrange(99)}"', rng)


def stylesheet(folder: Path, rng: random.Random) -> None:
    (folder / "own.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:import href="urn:tei-edition:xslt:edition.xsl"/>'
        f"<!-- {rng.randrange(99)} --></xsl:stylesheet>",
        "utf-8",
    )
    site_key(folder, "stylesheet", '"own.xsl"')


def site_key(folder: Path, key: str, value: str) -> None:
    """Give a key of `[site]` a value."""
    path = folder / "edition.toml"
    text = path.read_text("utf-8")
    if "[site]" not in text:
        text += "\n[site]\n"
    text = re.sub(rf"(?m)^{key} = .*\n", "", text)
    path.write_text(text.replace("[site]\n", f"[site]\n{key} = {value}\n"), "utf-8")


def own_files(folder: Path, rng: random.Random) -> None:
    """Change the style sheet of the edition's own, or another file that is copied."""
    (folder / "files").mkdir(exist_ok=True)
    name = rng.choice(["own.css", "a.txt", "b.txt"])
    (folder / "files" / name).write_text(str(rng.randrange(99)), "utf-8")
    site_key(folder, "files", '"files"')
    if (folder / "files/own.css").is_file():
        site_key(folder, "css", '"files/own.css"')


def word(folder: Path, rng: random.Random) -> None:
    site_key(folder, "strings", f'{{ "nav.documents" = "Letters {rng.randrange(9)}" }}')


def element(folder: Path, rng: random.Random) -> None:
    site_key(folder, "elements", f'{{ persName = {{ before = "{rng.randrange(9)}" }} }}')


def step(folder: Path, rng: random.Random) -> None:
    (folder / "steps").mkdir(exist_ok=True)
    (folder / "steps/one.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:mode on-no-match="shallow-copy"/><xsl:template match="*:p/text()">'
        f"<xsl:copy/>{rng.randrange(9)}</xsl:template></xsl:stylesheet>",
        "utf-8",
    )
    site_key(folder, "steps", '["steps/one.xsl"]')


def schema(folder: Path, rng: random.Random) -> None:
    path = folder / "schema/small.rnc"
    path.write_text(path.read_text("utf-8") + f"# {rng.randrange(99)}\n", "utf-8")


def a_page_by_hand(folder: Path, rng: random.Random) -> None:
    pages = sorted((folder / "site").rglob("*.html"))
    if pages:
        page = rng.choice(pages)
        page.unlink() if rng.random() < 0.5 else page.write_text("changed by hand", "utf-8")


def nothing(folder: Path, rng: random.Random) -> None:
    for path in (folder / "letters").glob("*.xml"):
        os.utime(path)


EDITS: tuple[Edit, ...] = (
    text_of_a_letter,
    title_of_a_letter,
    lines_of_a_letter,
    date_of_a_letter,
    name_in_a_register,
    mention,
    no_mention,
    another_letter,
    one_letter_less,
    another_file_name,
    breakage,
    repair,
    configuration,
    stylesheet,
    own_files,
    word,
    element,
    step,
    schema,
    a_page_by_hand,
    nothing,
)


class Twins:
    """An edition that is built on and on, and from nothing for comparison."""

    def __init__(self, folder: Path, workers: Executor) -> None:
        self.folder = folder
        self.site = folder / "site"
        self._workers = workers
        self._other = folder.parent / "clean"

    def build(self) -> Outcome:
        return self._build(self.site, self.folder.parent / "cache", clean=False)

    def clean(self) -> dict[str, bytes]:
        self._clean = self._build(self._other, self.folder.parent / "other-cache", clean=True)
        return content(self._other)

    def tells_the_same(self, outcome: Outcome) -> bool:
        """Say whether a build found what the last clean one did; repairs are for `validate`."""
        found = [
            {replace(d, fixes=()) for d in each.diagnostics} for each in (outcome, self._clean)
        ]
        return found[0] == found[1] and outcome.documents == self._clean.documents

    def _build(self, output: Path, cache: Path, *, clean: bool) -> Outcome:
        project = open_project(self.folder)
        return pipeline.build(
            project, output=output, cache=cache, clean=clean, jobs=2, executor=self._workers
        )


@pytest.fixture
def twins(small: Path, workers: Executor) -> Twins:
    return Twins(small, workers)


def walk(twins: Twins, seed: int, steps: int) -> tuple[int, int]:
    """Edit, build and compare; return how many pages were made, and how many for nothing."""
    rng = random.Random(seed)
    made = idle = 0
    done = []
    twins.build()
    for _ in range(steps):
        before = content(twins.site)
        edits = rng.sample(EDITS, rng.choice([1, 1, 2]))
        done.append([edit.__name__ for edit in edits])
        for edit in edits:
            edit(twins.folder, rng)
        outcome = twins.build()
        after = content(twins.site)
        assert after == twins.clean(), done
        assert twins.tells_the_same(outcome), done
        pages = [path for path in outcome.reasons if path.endswith(".html")]
        if not {stylesheet, word, element, step, a_page_by_hand} & set(edits):
            made += len(pages)
            same = {p: outcome.reasons[p] for p in pages if before.get(p) == after.get(p)}
            # The program itself may be edited while this runs.
            idle += sum("program" not in reason for reason in same.values())
    return made, idle


@pytest.mark.parametrize("seed", [1, 2])
def test_random_edits(twins: Twins, seed: int) -> None:
    made, idle = walk(twins, seed, 12)
    assert made > 20
    assert idle <= made * 0.05


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 18))
def test_two_hundred_random_edits(twins: Twins, seed: int) -> None:
    made, idle = walk(twins, seed, 25)
    assert idle <= made * 0.05


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_alone(twins: Twins, edit: Edit) -> None:
    twins.build()
    edit(twins.folder, random.Random(7))
    twins.build()
    assert content(twins.site) == twins.clean()


def test_only_what_shows_a_text_is_made_again(twins: Twins) -> None:
    twins.build()
    text_of_a_letter(twins.folder, random.Random(2))
    outcome = twins.build()
    assert len(outcome.reasons) == 3
    assert all(reason == "changed: source" for reason in outcome.reasons.values())


def test_a_new_name_in_a_register_changes_the_pages_that_show_it(twins: Twins) -> None:
    twins.build()
    before = content(twins.site)
    path = twins.folder / "registers/places.xml"
    path.write_text(path.read_text("utf-8").replace("Brno", "Brünn"), "utf-8")
    outcome = twins.build()
    after = content(twins.site)
    pages = {path for path in outcome.reasons if path.endswith(".html")}
    assert pages == {p for p in after if p.endswith(".html") and before.get(p) != after[p]}
    assert "places/brno.html" in pages
    assert outcome.pages_current > 0


def test_a_build_that_was_killed_repairs_itself(
    twins: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    twins.build()
    text_of_a_letter(twins.folder, random.Random(3))
    with monkeypatch.context() as patch:
        # After the site is in its place, and before anybody has noted so.
        patch.setattr("tei_edition.build.state.State.save", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            twins.build()
    twins.build()
    assert content(twins.site) == twins.clean()
