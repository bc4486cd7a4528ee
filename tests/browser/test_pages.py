"""The site in a browser: it fits every screen, needs no script, prints, and is accessible."""

from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent / "editions" / "exchange"
PAGES = (
    "index.html",
    "documents/index.html",
    "documents/a1.html",
    "documents/c1.html",
    "correspondence/index.html",
    "correspondence/anna--boris.html",
    "correspondence/network.html",
    "persons/index.html",
    "persons/anna.html",
    "places/index.html",
    "places/riga.html",
    "about/index.html",
    "about/principles.html",
    "about/rendering.html",
    "data/index.html",
    "search/index.html",
)


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    return build_site(EDITION)


@pytest.mark.parametrize("width", [320, 390, 820, 1280, 1600])
def test_no_page_is_wider_than_the_screen(
    site: Path, browser: "sync_api.Browser", width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in PAGES:
        page.goto((site / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_pages_are_complete_without_script_and_ask_nobody_else(
    site: Path, browser: "sync_api.Browser"
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((site / "documents/a1.html").as_uri())
    assert "Anna Li" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Correspondence").first.click()
    assert page.locator("h1").inner_text() == "Correspondence"
    assert asked
    assert not [url for url in asked if not url.startswith("file:")]
    assert not failed
    context.close()


def test_the_text_begins_above_the_fold(site: Path, browser: "sync_api.Browser") -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto((site / "documents/a1.html").as_uri())
    box = page.locator(".document-abstract p").first.bounding_box()
    assert box
    assert box["y"] + box["height"] < 720
    # A measure of 60 to 72 characters, at 18 to 20 pixels.
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert 18 <= size <= 20
    assert box["width"] / size <= 34
    context.close()


def test_the_keyboard_reaches_the_text_first(site: Path, browser: "sync_api.Browser") -> None:
    page = browser.new_page()
    page.goto((site / "documents/a1.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#page-main"
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"
    page.close()


def test_paper_has_no_navigation_and_keeps_the_citation(
    site: Path, browser: "sync_api.Browser"
) -> None:
    page = browser.new_page()
    page.goto((site / "documents/a1.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator(".site-nav").is_visible()
    assert not page.locator(".document-neighbours").is_visible()
    assert page.locator(".citation").first.is_visible()
    page.close()


def test_names_stand_beside_the_text_on_a_wide_screen(
    site: Path, browser: "sync_api.Browser"
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((site / "documents/a1.html").as_uri())
    aside = page.locator(".site-aside").bounding_box()
    text = page.locator(".document-abstract").bounding_box()
    assert aside
    assert text
    assert aside["x"] + aside["width"] < text["x"]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Path, browser: "sync_api.Browser", axe: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for path in PAGES:
        page.goto((site / path).as_uri())
        page.evaluate(axe)
        # With AAA: contrast of text of 7:1.
        rules = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", rules)
        found = [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        assert not found, path
    context.close()
