"""Letters of other editions in a browser: what readers do with them works there, too."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

LETTERS = {
    "serafin": "serafin/profiles/serafin/data/letters/serafin33.xml",
    "suriano": "suriano/datasource/tei/03/001.xml",
    "schnitzler": "schnitzler-briefe/data/editions/L02794.xml",
    "escher": "escher/data/briefe/K_0147_Ecklin_Daniel_an_Escher_1838-01-20.xml",
    "japanese": "noe-osugi-letters/data/complete/tei_lib_lv3/57004_tei.xml",
    "arabic": "arabic-apparatus/tests/test-data/arb.xml",
}

Open = Callable[[str, int, str], "sync_api.Page"]


@pytest.fixture(scope="module")
def sites(
    shared: Path, build_site: BuildSite, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """Return a function that builds an edition of one letter and returns its page."""
    pages: dict[str, Path] = {}

    def page(name: str) -> Path:
        if name not in pages:
            folder = tmp_path_factory.mktemp(name)
            shutil.copy(shared / "corpora" / LETTERS[name], folder)
            found = (build_site(folder) / "documents").glob("*.html")
            pages[name] = next(path for path in sorted(found) if path.name != "index.html")
        return pages[name]

    return page


@pytest.fixture
def open_letter(browser: "sync_api.Browser", sites: Callable[[str], Path]) -> Iterator[Open]:
    """Return a function that opens a letter in a window; no script may fail in it."""
    contexts = []
    errors: list[str] = []

    def opened(name: str, width: int, scheme: str = "light") -> "sync_api.Page":
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(sites(name).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize("name", LETTERS)
def test_all_views_fit_a_phone_and_are_accessible(name: str, open_letter: Open, axe: str) -> None:
    for width, scheme in ((390, "light"), (1280, "dark")):
        page = open_letter(name, width, scheme)
        page.locator(".tei-views details").evaluate_all("(all) => all.map((e) => e.open = true)")
        for box in page.locator(".tei-views input").all():
            box.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate(axe)
        rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", rules)
        assert [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]] == []


def test_a_translation_keeps_to_its_original(open_letter: Open) -> None:
    page = open_letter("serafin", 1600)
    left, right = (
        page.locator(f".tei-parallel > :nth-child({n}) .tei-row").evaluate_all(
            "(all) => all.map((e) => Math.round(e.getBoundingClientRect().top))"
        )
        for n in (1, 2)
    )
    assert len(left) > 2
    assert left == right


def test_lines_are_numbered_through_the_letter(open_letter: Open) -> None:
    page = open_letter("suriano", 1280)
    page.get_by_label("diplomatic").check()
    numbers = page.locator(".tei-line-link").evaluate_all("(all) => all.map((e) => +e.dataset.n)")
    assert len(numbers) > 100
    assert numbers == sorted(set(numbers))


def test_what_was_deleted_and_abbreviated_shows_when_asked_for(open_letter: Open) -> None:
    page = open_letter("escher", 1280)
    abbreviation = page.locator(".tei-choice > .tei-abbr").first
    assert not abbreviation.is_visible()
    page.get_by_label("diplomatic").check()
    assert abbreviation.is_visible()
    page = open_letter("schnitzler", 1280)
    deletions = page.locator("del.tei-del")
    hidden = [e for e in deletions.all() if not e.is_visible()]
    assert hidden
    page.get_by_label("diplomatic").check()
    assert all(e.is_visible() for e in hidden)


def test_paragraphs_of_japanese_stay_paragraphs(open_letter: Open) -> None:
    page = open_letter("japanese", 1280)
    assert page.locator(".tei-flow").count() == 0


def test_every_witness_has_its_readings(open_letter: Open) -> None:
    page = open_letter("arabic", 1280)
    lists = page.locator(".witness")
    assert lists.count() > 3
    lists.first.locator("summary").click()
    link = lists.first.locator("li a").first
    fragment = link.get_attribute("href")
    link.click()
    assert page.locator(f"{fragment}:target").is_visible()
