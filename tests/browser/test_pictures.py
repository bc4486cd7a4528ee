"""The pictures in a browser: complete without script, legible on a phone, closer with keys."""

from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent.parent
MAP = "places/index.html"
NETWORK = "correspondence/network.html"


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    """Return the built demonstration edition."""
    return build_site(EDITION)


def test_without_script_map_and_table_are_there(site: Path, browser: "sync_api.Browser") -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / MAP).as_uri())
    assert page.locator(".map svg").is_visible()
    assert page.locator(".map-buttons").count() == 0
    page.locator("summary").first.click()
    row = page.locator(".map-table tbody tr").first
    assert row.is_visible()
    assert row.locator("td.number").first.inner_text()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [MAP, NETWORK, "documents/index.html", "places/moscow.html"])
def test_pictures_fit_and_their_words_can_be_read(
    site: Path, browser: "sync_api.Browser", path: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto((site / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.evaluate(
        """Array.from(document.querySelectorAll("figure svg text"))
            .map((text) => text.getBoundingClientRect().height).filter((height) => height > 0)"""
    )
    assert not heights or min(heights) >= 11
    context.close()


def test_keys_and_buttons_come_closer_and_go_back(site: Path, browser: "sync_api.Browser") -> None:
    page = browser.new_page()
    page.goto((site / MAP).as_uri())
    svg = page.locator(".map svg")
    whole = svg.get_attribute("viewBox")
    page.locator(".map-frame").focus()
    page.keyboard.press("+")
    closer = svg.get_attribute("viewBox")
    assert closer != whole
    page.keyboard.press("ArrowRight")
    assert svg.get_attribute("viewBox") != closer
    page.keyboard.press("0")
    assert svg.get_attribute("viewBox") == whole
    page.locator(".map-buttons button").first.click()
    assert svg.get_attribute("viewBox") == closer
    page.close()


def test_a_bar_leads_to_its_month(site: Path, browser: "sync_api.Browser") -> None:
    page = browser.new_page()
    page.goto((site / "documents/index.html").as_uri())
    bar = page.locator(".calendar td a").last
    target = str(bar.get_attribute("href")).removeprefix("#")
    bar.click()
    assert page.locator(f"[id='{target}']").is_visible()
    assert page.url.endswith(f"#{target}")
    page.close()


def test_the_matrix_can_be_scrolled_from_the_keyboard(
    site: Path, browser: "sync_api.Browser"
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto((site / NETWORK).as_uri())
    area = page.locator(".scroll")
    area.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")
    name = page.locator(".matrix tbody th").first.bounding_box()
    assert name
    assert name["x"] >= 0
    assert name["width"] > 80
    context.close()
