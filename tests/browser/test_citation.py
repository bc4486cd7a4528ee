"""Citations in a browser: copied by a button, words and slanted titles alike, or by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent / "editions" / "exchange"
LETTER = "documents/a1.html"
HTML = """navigator.clipboard.read()
    .then((items) => items[0].getType("text/html")).then((found) => found.text())"""


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    return build_site(EDITION)


@pytest.fixture
def context(browser: "sync_api.Browser") -> Iterator["sync_api.BrowserContext"]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.mark.parametrize("path", [LETTER, "about/index.html"])
def test_a_button_copies_its_citation_from_a_folder_too(
    site: Path, context: "sync_api.BrowserContext", path: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / path).as_uri())
    citations = page.locator(".citation")
    buttons = page.locator(".citation-copy")
    assert buttons.count() == citations.count() == 3
    buttons.nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.link-copied').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == citations.nth(1).inner_text()
    assert "<cite>" in page.evaluate(HTML)
    assert page.locator("[role='status']").inner_text() == "Citation copied"


def test_each_button_says_what_it_copies(site: Path, context: "sync_api.BrowserContext") -> None:
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    styles = page.locator(".citations dt").all_inner_texts()
    for style in styles:
        assert page.get_by_role("button", name=f"Copy: {style}").is_visible()


def test_what_may_not_be_copied_is_selected(site: Path, context: "sync_api.BrowserContext") -> None:
    page = context.new_page()
    page.add_init_script("navigator.clipboard.write = () => Promise.reject()")
    page.goto((site / LETTER).as_uri())
    page.locator(".citation-copy").first.click()
    page.wait_for_function("document.querySelector('.link-copied').textContent")
    selected = page.evaluate("getSelection().toString()")
    assert selected.strip() == page.locator(".citation").first.inner_text()


@pytest.mark.parametrize("missing", ["script", "clipboard"])
def test_there_is_no_button_that_could_not_copy(
    site: Path, browser: "sync_api.Browser", missing: str
) -> None:
    context = browser.new_context(java_script_enabled=missing != "script")
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto((site / LETTER).as_uri())
    assert page.locator(".citation").first.is_visible()
    assert page.locator(".citation-copy").count() == 0
    context.close()


def test_paper_has_no_buttons(site: Path, context: "sync_api.BrowserContext") -> None:
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    page.emulate_media(media="print")
    assert page.locator(".citation").first.is_visible()
    assert not page.locator(".citation-copy").first.is_visible()
