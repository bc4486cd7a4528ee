"""Cards of names in a browser: by pointer, keyboard and touch, and without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
expect = sync_api.expect

EDITION = Path(__file__).parent.parent / "editions" / "reading"
LETTER = "documents/source.html"
CARD = ".name-card"


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    return build_site(EDITION)


@pytest.fixture
def letter(site: Path, browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    yield page
    context.close()


def _name(page: "sync_api.Page", text: str) -> "sync_api.Locator":
    return page.locator(".document-text").get_by_role("link", name=text, exact=True)


def test_the_pointer_opens_a_card_that_closes_by_itself(letter: "sync_api.Page") -> None:
    name, card = _name(letter, "Wei"), letter.locator(CARD)
    name.hover()
    expect(card).to_be_visible()
    expect(card).to_have_role("dialog")
    expect(card).to_have_accessible_name("Li Wei")
    words = card.inner_text()
    for expected in (
        "1870–1940",
        "sender",
        "Gardener in Riga",
        "In the original script: 李伟",
        "Pseudonyms: The Gardener",
        "3 documents: Sent\u00a01 · Received\u00a02",
    ):
        assert expected in words
    assert card.get_by_text("李伟").get_attribute("lang") == "zh-Hans"
    assert name.evaluate("(e) => e !== document.activeElement")
    card.hover()  # it stays as long as the pointer is on it
    letter.wait_for_timeout(500)
    expect(card).to_be_visible()
    letter.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_a_card_stands_beside_its_name_and_on_the_screen(letter: "sync_api.Page") -> None:
    for text in ("Wei", "Olga"):
        name = _name(letter, text)
        name.hover()
        card = letter.locator(CARD)
        expect(card).to_contain_text(text)
        box, anchor = card.bounding_box(), name.bounding_box()
        assert box
        assert anchor
        assert box["y"] >= anchor["y"] + anchor["height"] or box["y"] + box["height"] <= anchor["y"]
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert (
            min(
                abs(box["y"] - anchor["y"] - anchor["height"]),
                abs(box["y"] + box["height"] - anchor["y"]),
            )
            < 10
        )


def test_the_keyboard_opens_reads_closes_and_goes_on(letter: "sync_api.Page") -> None:
    name, card = _name(letter, "Riga"), letter.locator(CARD)
    expect(name).to_have_attribute("aria-haspopup", "dialog")
    name.focus()
    letter.keyboard.press("Enter")
    expect(card).to_be_visible()
    assert card.evaluate("(e) => e === document.activeElement")
    letter.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(name).to_be_focused()
    letter.keyboard.press("Enter")
    expect(card).to_be_visible()
    letter.keyboard.press("Tab")
    more = card.get_by_role("link", name="Open the page")
    expect(more).to_be_focused()
    letter.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Close")).to_be_focused()
    letter.keyboard.press("Enter")
    expect(card).to_be_hidden()
    expect(name).to_be_focused()
    letter.keyboard.press("Enter")
    letter.keyboard.press("Tab")
    letter.keyboard.press("Enter")
    letter.wait_for_url("**/places/riga.html")


def test_a_click_keeps_a_card_open_and_a_second_follows_the_link(letter: "sync_api.Page") -> None:
    name, card = _name(letter, "Wei"), letter.locator(CARD)
    name.click()
    expect(card).to_be_visible()
    letter.mouse.move(5, 5)
    letter.wait_for_timeout(500)
    expect(card).to_be_visible()
    letter.locator(".document-text salute, .tei-lg").first.click()
    expect(card).to_be_hidden()
    name.click()
    expect(card).to_be_visible()
    name.click()
    letter.wait_for_url("**/persons/li.html")


def test_on_a_phone_a_card_comes_from_below(site: Path, browser: "sync_api.Browser") -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    _name(page, "Olga").tap()
    card = page.locator(CARD)
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    context.close()


def test_without_script_or_card_names_are_links(site: Path, browser: "sync_api.Browser") -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    _name(page, "Wei").click()
    page.wait_for_url("**/persons/li.html")
    context.close()
    context = browser.new_context()
    context.route("**/persons/li.js", lambda route: route.abort())
    page = context.new_page()
    page.goto((site / LETTER).as_uri())
    _name(page, "Wei").click()
    page.wait_for_url("**/persons/li.html")
    context.close()


def test_links_that_are_no_names_stay_links(letter: "sync_api.Page") -> None:
    enhanced = letter.locator("a[aria-haspopup]").evaluate_all("(all) => all.map((a) => a.href)")
    assert enhanced
    assert all(
        "/persons/" in url or "/places/" in url or "/organisations/" in url for url in enhanced
    )
    assert not [url for url in enhanced if url.endswith("index.html")]
    letter.get_by_role("navigation").get_by_role("link", name="Persons").click()
    letter.wait_for_url("**/persons/index.html")
