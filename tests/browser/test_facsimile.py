"""Facsimiles in a browser: beside the text, below a page break, by keyboard, from other hosts."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project
from tests.editions.facsimile.images import draw

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

EDITION = Path(__file__).parent.parent / "editions" / "facsimile"
PLACE_AFTER = """(br) => {
  let node = br.nextSibling;
  while (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) node = node.nextSibling;
  const range = document.createRange();
  range.selectNode(node);
  const box = range.getClientRects()[0];
  return [box.x + 20, box.y + box.height / 2];
}"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("facsimile")
    shutil.copytree(EDITION, base / "edition", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    draw(base / "edition/images")
    build(
        open_project(base / "edition"),
        output=base / "site",
        cache=base / "cache",
        jobs=1,
        progress=SILENT,
    )
    return base / "site"


class Opened:
    """A page of the site, with what it asked other hosts for and what it complained of."""

    def __init__(self, browser: "sync_api.Browser", address: str, size: dict[str, int]) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.answers = True
        self.context = browser.new_context(viewport=size)  # type: ignore[arg-type]
        self.context.route("**/*", self._answer)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def _answer(self, route: "sync_api.Route") -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
            return
        self.asked.append(route.request.url)
        picture = io.BytesIO()
        Image.new("RGB", (1200, 1500), "#ccddee").save(picture, "JPEG")
        if self.answers:
            route.fulfill(body=picture.getvalue(), content_type="image/jpeg")
        else:
            route.fulfill(status=400)


@pytest.fixture
def opened(site: Path, browser: "sync_api.Browser") -> Iterator[object]:
    """Return a function that opens a page at a size of the window."""
    pages: list[Opened] = []

    def open_page(name: str, size: dict[str, int] = WIDE) -> Opened:
        pages.append(Opened(browser, (site / f"documents/{name}.html").as_uri(), size))
        return pages[-1]

    yield open_page
    for each in pages:
        assert not each.complaints or not each.answers
        each.context.close()


def title(page: "sync_api.Page") -> str:
    return page.locator(".facsimile-title").inner_text()


def test_the_image_stands_beside_the_text_and_follows_it(opened) -> None:
    page = opened("a1").page
    assert page.locator(".facsimile-pages").is_visible()
    page.check("#page-show-facsimile")
    assert not page.locator(".facsimile-pages").is_visible()
    assert title(page) == "Page 1r (1/4)"
    text, image = (
        page.locator(s).bounding_box() for s in (".document-text", ".facsimile-leaf img")
    )
    assert text["x"] + text["width"] < image["x"]
    assert image["y"] + image["height"] <= 900
    page.evaluate(
        "document.querySelector('[data-page=\"3\"]').scrollIntoView({behavior: 'instant'})"
    )
    page.wait_for_function(
        "document.querySelector('.facsimile-title').textContent.startsWith('Page 2r')"
    )
    box = page.locator(".facsimile-frame").bounding_box()
    assert 0 <= box["y"] < 200  # it has stayed in the window
    page.get_by_role("button", name="Next").click()
    assert title(page) == "Page 2v (4/4)"
    assert page.get_by_text("This edition has no image of this page.").last.is_visible()
    page.reload()
    page.locator(".facsimile-viewer").wait_for()
    assert page.locator("#page-show-facsimile").is_checked()


def test_one_comes_closer_by_buttons_keys_and_pointer(opened) -> None:
    page = opened("a1").page
    page.check("#page-show-facsimile")
    image = page.locator(".facsimile-leaf img")
    page.wait_for_function("document.querySelector('.facsimile-leaf img').complete")
    whole = image.bounding_box()["width"]
    page.get_by_role("button", name="Closer").click()
    assert image.bounding_box()["width"] == pytest.approx(whole * 1.5, abs=3)
    page.locator(".facsimile-frame").focus()
    page.keyboard.press("+")
    assert image.bounding_box()["width"] == pytest.approx(whole * 2.25, abs=3)
    page.wait_for_function(
        "document.querySelector('.facsimile-leaf img').currentSrc.endsWith('a1_1r.jpg')"
    )
    before = page.evaluate("document.querySelector('.facsimile-frame').scrollTop")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"document.querySelector('.facsimile-frame').scrollTop > {before}")
    box = page.locator(".facsimile-frame").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 300)
    page.mouse.up()
    left = page.evaluate("document.querySelector('.facsimile-frame').scrollLeft")
    page.keyboard.press("0")
    assert left > 0
    assert image.bounding_box()["width"] == pytest.approx(whole, abs=3)
    page.keyboard.press("PageDown")
    assert title(page) == "Page 1v (2/4)"
    turned = image.bounding_box()  # the document says that the page lies on its side
    assert turned["width"] > turned["height"]
    page.get_by_role("button", name="Turn").click()
    assert image.bounding_box()["width"] < image.bounding_box()["height"]


def test_on_a_phone_the_image_stands_below_the_page_break(opened) -> None:
    page = opened("a1", NARROW).page
    assert not page.locator(".facsimile-switch").is_visible()
    page.locator(".tei-pb a", has_text="1v").click()
    viewer = page.locator(".document-text .facsimile-viewer")
    assert title(page) == "Page 1v (2/4)"
    mark, below = page.locator(".tei-pb a", has_text="1v").bounding_box(), viewer.bounding_box()
    assert mark["y"] < below["y"]
    assert below["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Close", exact=True).click()
    assert viewer.count() == 0


def test_nothing_is_loaded_from_other_hosts_unasked(opened) -> None:
    one = opened("a3")
    page = one.page
    page.check("#page-show-facsimile")
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(200)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(200)
    assert one.asked == []
    page.get_by_role("link", name="Show page 1 (from iiif.example.org)").click()
    page.wait_for_selector(".facsimile-leaf img")
    page.wait_for_timeout(200)
    assert one.asked == ["https://iiif.example.org/letters/a3_1/full/800,/0/default.jpg"]
    page.get_by_role("button", name="Closer").click()
    page.get_by_role("button", name="Closer").click()
    page.wait_for_timeout(200)
    assert one.asked[1:] == ["https://iiif.example.org/letters/a3_1/full/1600,/0/default.jpg"]
    page.get_by_role("button", name="Next").click()
    page.wait_for_timeout(200)
    assert len(one.asked) == 2
    page.get_by_label("and the other pages as I read").check()
    page.wait_for_timeout(200)
    assert one.asked[2:] == ["https://images.example.org/a3_2.jpg"]
    page.reload()
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.wait_for_function("document.querySelector('.facsimile-title').textContent[5] === '1'")
    page.get_by_role("button", name="Next").click()
    page.wait_for_timeout(200)
    assert one.asked[3:] == ["https://images.example.org/a3_2.jpg"]


def test_a_host_that_does_not_answer_is_named(opened) -> None:
    one = opened("a3", NARROW)
    one.answers = False
    one.page.get_by_role("link", name="Show page 1 (from").click()
    one.page.wait_for_selector(".facsimile-none[role=status]")
    assert (
        "could not be loaded from iiif.example.org"
        in one.page.locator(".facsimile-none[role=status]").inner_text()
    )
    assert one.asked[-1].endswith("/full/max/0/default.jpg")


def test_zones_and_words_light_up_together(opened) -> None:
    page = opened("a2").page
    page.check("#page-show-facsimile")
    page.wait_for_function("document.querySelector('.facsimile-leaf img').complete")
    zones = page.locator(".facsimile-zone")
    assert zones.count() == 3
    line = zones.nth(0)
    image = page.locator(".facsimile-leaf img").bounding_box()
    box = line.bounding_box()
    assert (box["x"] - image["x"]) / image["width"] == pytest.approx(0.125, abs=0.01)
    assert (box["y"] - image["y"]) / image["height"] == pytest.approx(0.06, abs=0.01)
    assert page.get_by_role("button", name="The first line of the letter").count() == 1
    page.get_by_role("button", name="Carl Meyer", exact=True).hover()
    name = page.locator(".document-text .facsimile-lit")
    assert name.inner_text() == "Carl Meyer"
    line.focus()
    lit = page.evaluate(
        "[...CSS.highlights.get('facsimile')].map(range => range.toString().trim())"
    )
    assert lit == ["The first line of the letter"]
    page.get_by_text("Carl Meyer").hover()
    assert page.locator(".facsimile-zone.facsimile-lit").get_attribute("data-pointer") == "#z3"
    second = page.locator("br").nth(1).evaluate(PLACE_AFTER)
    page.mouse.move(*second)
    assert page.locator(".facsimile-zone.facsimile-lit").get_attribute("data-pointer") == "#z2"


def test_without_script_all_images_are_there(site: Path, browser: "sync_api.Browser") -> None:
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / "documents/a1.html").as_uri())
    page.locator(".tei-pb a", has_text="2r").click()
    assert page.url.endswith("#page-facsimile-3")
    assert page.locator("#page-facsimile-3 img").is_visible()
    page.check("#page-show-facsimile")
    text, images = (page.locator(s).bounding_box() for s in (".document-text", ".facsimile"))
    assert text["x"] + text["width"] < images["x"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["a1", "a2", "a3"])
def test_axe_finds_nothing(
    site: Path, browser: "sync_api.Browser", axe: str, name: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=WIDE, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / f"documents/{name}.html").as_uri())
    page.evaluate(axe)
    for _ in ("a list", "beside the text"):
        found = page.evaluate("async () => (await axe.run()).violations")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
        page.check("#page-show-facsimile")
    context.close()


def test_paper_has_no_viewer(opened) -> None:
    page = opened("a1").page
    page.check("#page-show-facsimile")
    page.emulate_media(media="print")
    assert not page.locator(".facsimile").is_visible()
    assert not page.locator(".facsimile-switch").is_visible()
    assert page.locator(".document-text p").first.is_visible()
