"""The letter page in a browser: its views, the addresses of paragraphs and lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent / "editions" / "reading"
DETAILS = {
    "lines": ".tei-flow .tei-lb[id]",
    "abbreviations": ".tei-abbr",
    "corrections": ".tei-sic",
    "spelling": ".tei-orig",
    "changes": "del.tei-del >> nth=0",
    "pages": ".tei-pb >> nth=0",
}
"""What each switch is about."""


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    return build_site(EDITION)


@pytest.fixture
def context(browser: "sync_api.Browser") -> Iterator["sync_api.BrowserContext"]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.grant_permissions(["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def letter(site: Path, context: "sync_api.BrowserContext") -> "sync_api.Page":
    page = context.new_page()
    page.goto((site / "documents/source.html").as_uri())
    return page


def _displayed(page: "sync_api.Page", selector: str) -> bool:
    """Return whether an element takes part in the page; Playwright holds a br to be invisible."""
    shown = page.locator(selector).first.evaluate("(e) => getComputedStyle(e).display !== 'none'")
    return bool(shown)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("view", DETAILS)
def test_each_phenomenon_is_switched_by_itself(
    site: Path, browser: "sync_api.Browser", view: str, *, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((site / "documents/source.html").as_uri())
    page.locator(".tei-views summary").click()
    before = {name: _displayed(page, selector) for name, selector in DETAILS.items()}
    assert before == {name: name == "pages" for name in DETAILS}
    page.locator(f"#page-show-{view}").click()
    after = {name: _displayed(page, selector) for name, selector in DETAILS.items()}
    assert after == {**before, view: not before[view]}
    context.close()


def test_one_click_shows_the_source_and_one_the_text_for_reading(letter: "sync_api.Page") -> None:
    text = letter.locator(".document-text")
    reading = text.inner_text()
    assert "my journey by public coach" in reading
    assert "brother came early with your letter" in reading
    letter.get_by_label("diplomatic").check()
    assert "my jouurney by publique coach" in text.inner_text()
    assert "bro. came late" in text.inner_text()
    assert "l(et)t(e)r" in letter.evaluate(
        "Array.from(document.querySelectorAll('.tei-expan .tei-ex'), (e) =>"
        " getComputedStyle(e, '::before').content.slice(1, 2) + e.textContent +"
        " getComputedStyle(e, '::after').content.slice(1, 2)).join('t').replace(/^/, 'l') + 'r'"
    )
    letter.get_by_label("diplomatic").uncheck()
    assert text.inner_text() == reading


def test_a_deletion_that_a_note_is_about_stays(letter: "sync_api.Page") -> None:
    assert letter.locator("del", has_text="unread").is_visible()
    assert not letter.locator("del", has_text="late").is_visible()


def test_the_choice_is_kept_over_pages_and_can_be_in_parts(
    site: Path, letter: "sync_api.Page"
) -> None:
    letter.get_by_label("diplomatic").check()
    letter.locator(".tei-views summary").click()
    letter.locator("#page-show-spelling").uncheck()
    letter.locator("#page-show-names").check()
    whole = letter.locator("#page-show-all")
    assert whole.evaluate("(box) => [box.checked, box.indeterminate]") == [False, True]
    letter.goto((site / "documents/aligned.html").as_uri())
    letter.goto((site / "documents/source.html").as_uri())
    assert whole.evaluate("(box) => [box.checked, box.indeterminate]") == [False, True]
    assert letter.locator(".tei-sic").is_visible()
    assert not letter.locator(".tei-orig").is_visible()
    assert letter.locator("#page-show-names").is_checked()
    whole.click()
    assert letter.locator(".tei-orig").is_visible()
    whole.click()
    assert not letter.locator(".tei-sic").is_visible()
    assert letter.locator(".tei-pb").first.is_visible()


def test_the_choice_is_there_before_the_text(
    site: Path, context: "sync_api.BrowserContext"
) -> None:
    context.add_init_script(
        """localStorage.setItem("tei-edition.views", '{"all": true, "own": {}}');
        new MutationObserver(() => {
            const text = document.querySelector(".document-text");
            if (text && window.early === undefined)
                window.early = document.getElementById("page-show-lines").checked;
        }).observe(document, {childList: true, subtree: true});"""
    )
    page = context.new_page()
    page.goto((site / "documents/source.html").as_uri())
    assert page.evaluate("window.early") is True


@pytest.mark.parametrize(
    "kept", ["not json", "null", "7", '{"own": 5}', '{"own": {"page-show-x": 1}}']
)
def test_what_is_kept_may_be_broken_or_refused(
    site: Path, context: "sync_api.BrowserContext", kept: str
) -> None:
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(f"localStorage.setItem('tei-edition.views', {kept!r})")
    page.goto((site / "documents/source.html").as_uri())
    page.get_by_label("diplomatic").check()
    assert page.locator(".tei-sic").is_visible()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page.reload()
    page.get_by_label("diplomatic").check()
    assert page.locator(".tei-sic").is_visible()
    assert errors == []


def test_only_switches_that_the_text_is_worth(site: Path, letter: "sync_api.Page") -> None:
    letter.goto((site / "documents/aligned.html").as_uri())
    assert letter.locator(".tei-views").count() == 0
    assert letter.locator("script[src$='views.js']").count() == 0


def test_names_are_told_apart_without_colour(letter: "sync_api.Page") -> None:
    letter.locator("#page-show-names").check()
    styles = {
        kind: letter.locator(f".document-text .ref-{kind}").first.evaluate(
            "(e) => getComputedStyle(e).textDecorationStyle"
        )
        for kind in ("person", "place", "organisation")
    }
    assert len(set(styles.values())) == 3
    key = letter.locator(".tei-views-key > span")
    assert key.all_inner_texts() == ["Persons", "Places", "Organisations"]
    for kind, style in styles.items():
        shown = letter.locator(f".tei-views-key .ref-{kind}")
        assert shown.evaluate("(e) => getComputedStyle(e).textDecorationStyle") == style


def test_a_paragraph_and_a_line_of_verse_give_their_address(letter: "sync_api.Page") -> None:
    status = letter.get_by_role("status")
    for label, fragment in (("Link to paragraph 2", "#p-2"), ("Link to line 6", "#l-6")):
        link = letter.get_by_label(label, exact=True)
        assert float(link.evaluate("(e) => getComputedStyle(e).opacity")) == 0
        link.focus()
        letter.keyboard.press("Enter")
        sync_api.expect(status).to_have_text("Link copied")
        address = letter.url.partition("#")[0] + fragment
        assert letter.url == address
        assert letter.evaluate("navigator.clipboard.readText()") == address
        assert letter.locator(f"{fragment}:target").count() == 1
    link.hover()
    assert float(link.evaluate("(e) => getComputedStyle(e).opacity")) == 1
    sync_api.expect(status).to_have_text("", timeout=5000)


def test_lines_of_prose_are_numbered_where_they_are_shown(letter: "sync_api.Page") -> None:
    link = letter.locator(".tei-lb + .tei-line-link").first
    assert not _displayed(letter, ".tei-lb + .tei-line-link")
    letter.get_by_label("diplomatic").check()
    assert link.get_attribute("aria-label") == "Link to line 2"
    number = link.bounding_box()
    paragraph = letter.locator(".tei-flow").first.bounding_box()
    assert number
    assert paragraph
    assert number["x"] + number["width"] <= paragraph["x"] + 1


def test_who_is_sent_to_a_line_sees_lines(site: Path, context: "sync_api.BrowserContext") -> None:
    page = context.new_page()
    page.goto((site / "documents/source.html").as_uri() + "#l-3")
    assert _displayed(page, "#l-3")
    page.goto("about:blank")
    page.goto((site / "documents/source.html").as_uri())
    assert not _displayed(page, "#l-3")


def test_where_nothing_can_be_copied_the_reader_is_told(letter: "sync_api.Page") -> None:
    letter.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    letter.get_by_label("Link to paragraph 1").click()
    sync_api.expect(letter.get_by_role("status")).to_have_text("The link is in the address bar")
    assert letter.url.endswith("#p-1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("id", ["source", "aligned", "apart"])
def test_axe_finds_nothing_whatever_is_shown(
    site: Path, browser: "sync_api.Browser", axe: str, id: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    rules = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]

    def found() -> list[tuple[str, str]]:
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", rules)
        return [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]

    page.goto((site / f"documents/{id}.html").as_uri())
    page.evaluate(axe)
    assert found() == []
    if page.locator("#page-show-all").count():
        page.locator("#page-show-all").check()
        page.locator(".tei-views summary").click()
        page.locator("#page-show-names").check()
    page.locator("h1 a").first.click()
    page.locator(".name-card").wait_for()
    assert found() == []
    context.close()


def _tops(page: "sync_api.Page", text: int) -> list[float]:
    rows = page.locator(f".tei-parallel > :nth-child({text}) .tei-row")
    return rows.evaluate_all("(all) => all.map((e) => Math.round(e.getBoundingClientRect().top))")


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_what_belongs_together_begins_at_one_height(
    site: Path, browser: "sync_api.Browser", width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto((site / "documents/aligned.html").as_uri())
    assert _tops(page, 1) == _tops(page, 2)
    assert len(_tops(page, 1)) == 5
    left = page.get_by_text("Ihre Olga").bounding_box()
    right = page.get_by_text("Yours, Olga").bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] < right["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize(("width", "media"), [(390, "screen"), (1280, "print")])
def test_texts_follow_each_other_on_a_phone_and_on_paper(
    site: Path, browser: "sync_api.Browser", width: int, media: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.emulate_media(media=media)
    for id in ("aligned", "apart"):
        page.goto((site / f"documents/{id}.html").as_uri())
        original, translation = page.locator(".tei-parallel > *").all()
        above, below = original.bounding_box(), translation.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"]
    context.close()
