"""How pages are set: columns that keep their measure, empty ones left out, one scale on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent.parent
WIDTHS = """Array.from(document.querySelectorAll(".calendar thead th:not(.number)"))
    .map((cell) => Math.round(cell.getBoundingClientRect().width))"""
SIZE = "(element) => parseFloat(getComputedStyle(element).fontSize)"


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    """Return the built demonstration edition."""
    return build_site(EDITION)


@pytest.fixture
def phone(browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_months_are_equally_wide_on_a_phone(site: Path, phone: "sync_api.Page") -> None:
    """March has no document in this edition."""
    phone.goto((site / "documents/index.html").as_uri())
    widths = phone.evaluate(WIDTHS)
    assert len(widths) == 12
    assert max(widths) - min(widths) <= 1


def test_no_year_is_cut_off_beside_its_axis(site: Path, phone: "sync_api.Page") -> None:
    phone.goto((site / "persons/mao.html").as_uri())
    ends = phone.locator(".rhythm .tick").evaluate_all(
        "(ticks) => ticks.map((tick) => tick.getBoundingClientRect().right)"
    )
    assert any(ends)
    assert max(ends) <= 390 - 18  # the gutter


def test_sender_and_addressee_stand_apart_on_a_phone(site: Path, phone: "sync_api.Page") -> None:
    phone.goto((site / "correspondence/index.html").as_uri())
    row = phone.locator(".letters tbody tr").first
    arrow = row.locator(".role-received").evaluate("(e) => getComputedStyle(e, '::before').content")
    assert arrow == '" → "'


def test_a_column_that_nothing_stands_in_is_left_out(
    site: Path, browser: "sync_api.Browser"
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((site / "correspondence/index.html").as_uri())
    heading = page.locator(".letters thead th", has_text="Through").first
    assert heading.is_visible()
    page.evaluate(
        "document.querySelectorAll('td.role-carried').forEach((e) => e.replaceChildren())"
    )
    assert not heading.is_visible()
    context.close()


def test_sizes_keep_their_order_on_paper(site: Path, browser: "sync_api.Browser") -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto((site / "documents/ssa-1949-10-12-kovalev-stalin.html").as_uri())
    parts = ("h1", ".document-abstract p", ".actions dd", ".action-note")
    sizes = [page.locator(part).first.evaluate(SIZE) for part in parts]
    assert sizes == sorted(sizes, reverse=True)
    assert page.locator(".letter-line").evaluate(SIZE) < sizes[0]
    assert page.locator("aside .name-role").first.evaluate(SIZE) <= sizes[-1]
    page.close()


def test_what_is_closed_takes_no_room_on_paper(site: Path, browser: "sync_api.Browser") -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto((site / "correspondence/mao--stalin.html").as_uri())
    assert page.locator("details").count()
    assert not page.locator("details").first.is_visible()
    page.close()
