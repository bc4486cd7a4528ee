"""The preview in a browser: pages that follow the edition, and what is wrong at their foot."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tei_edition.preview import Preview
from tei_edition.project import open_project
from tei_edition.serve import serving
from tests.browser.conftest import sync_api

LETTER = "documents/l1.html"


class Desk:
    """An edition, its preview, and a browser before it."""

    def __init__(self, folder: Path, browser: "sync_api.Browser", stack: ExitStack) -> None:
        self.folder = folder
        self.preview = stack.enter_context(Preview(folder.parent / "preview-cache", resting=0))
        self.server = stack.enter_context(ExitStack())
        self.address = self.server.enter_context(serving(self.preview, 0))
        self.context = browser.new_context(viewport={"width": 390, "height": 844})
        stack.callback(self.context.close)
        self.build()

    def build(self) -> None:
        self.preview.build(open_project(self.folder))

    def save(self, old: str, new: str, name: str = "letters/l1.xml") -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        self.build()

    def open(self, path: str) -> "sync_api.Page":
        """Open a page, and mark it: the mark is gone when the page is loaded again."""
        page = self.context.new_page()
        page.goto(self.address + path)
        page.evaluate("document.body.dataset.mark = 'kept'")
        page.wait_for_timeout(300)
        return page


@pytest.fixture
def desk(small: Path, browser: "sync_api.Browser") -> Iterator[Desk]:
    with ExitStack() as stack:
        yield Desk(small, browser, stack)


def is_kept(page: "sync_api.Page") -> bool:
    return bool(page.evaluate("document.body.dataset.mark === 'kept'"))


def test_a_page_is_loaded_again_when_it_has_changed(desk: Desk) -> None:
    letter, other = desk.open(LETTER), desk.open("documents/l2.html")
    letter.evaluate("scrollTo(0, 200)")
    desk.save("</p>", " indeed</p>")
    letter.get_by_text("indeed").first.wait_for()
    letter.wait_for_timeout(300)
    assert letter.evaluate("scrollY") == 200
    assert is_kept(other)


def test_other_pages_follow_a_stylesheet_of_the_edition(desk: Desk) -> None:
    (desk.folder / "own.css").write_text("body { color: rgb(1, 2, 3) }", "utf-8")
    with (desk.folder / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('\n[site]\ncss = "own.css"\n')
    desk.build()
    page = desk.open("documents/l2.html")
    desk.save("1, 2, 3", "4, 5, 6", "own.css")
    for _ in range(100):
        with suppress(sync_api.Error):  # it is being loaded
            if page.evaluate("getComputedStyle(document.body).color") == "rgb(4, 5, 6)":
                return
        page.wait_for_timeout(100)
    raise AssertionError("the page never had the new colour")


def test_a_page_that_is_not_there_yet(desk: Desk) -> None:
    page = desk.open("documents/l9.html")
    assert page.get_by_role("link").inner_text() == "To the edition"
    text = (desk.folder / "letters/l1.xml").read_text("utf-8")
    (desk.folder / "letters/l9.xml").write_text(text.replace('xml:id="l1"', 'xml:id="l9"'), "utf-8")
    desk.build()
    page.locator("main").wait_for()


def test_what_is_wrong_shows_until_it_is_mended(desk: Desk, axe: str) -> None:
    page = desk.open(LETTER)
    panel = page.get_by_role("alert")
    desk.save("</body>", "</bdy>")
    panel.wait_for()
    assert "1 error in the edition" in panel.inner_text()
    assert "letters/l1.xml:" in panel.inner_text()
    page.evaluate(axe)
    found = page.evaluate("axe.run('.tei-edition-preview')")["violations"]
    assert [each["id"] for each in found] == []
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, top = page.locator("body > footer").bounding_box(), panel.bounding_box()
    assert foot
    assert top
    assert foot["y"] + foot["height"] <= top["y"] + 1
    desk.save("</bdy>", "</body>")
    panel.wait_for(state="detached")
    assert is_kept(page)


def test_what_was_hidden_stays_so_until_something_else_is_wrong(desk: Desk) -> None:
    page = desk.open("documents/l2.html")
    panel = page.get_by_role("alert")
    desk.save("</body>", "</bdy>")
    panel.wait_for()
    page.get_by_role("button", name="Hide").click()
    assert panel.count() == 0
    desk.save("</p>", " indeed</p>", "letters/l3.xml")
    page.wait_for_timeout(500)
    assert panel.count() == 0
    desk.save("</body>", "</bdy>", "letters/l3.xml")
    panel.wait_for()
    assert "2 errors" in panel.inner_text()


def test_a_page_that_nobody_sees_follows_when_somebody_does(desk: Desk) -> None:
    page = desk.open(LETTER)
    page.evaluate(
        "Object.defineProperty(document, 'visibilityState',"
        " { get: () => document.body.dataset.state ?? 'visible' })"
    )
    turn = "state => { document.body.dataset.state = state;"
    turn += " document.dispatchEvent(new Event('visibilitychange')) }"
    page.evaluate(turn, "hidden")
    desk.save("</p>", " indeed</p>")
    page.wait_for_timeout(500)
    assert is_kept(page)
    page.evaluate(turn, "visible")
    page.get_by_text("indeed").first.wait_for()


def test_a_page_says_when_the_preview_has_ended(desk: Desk) -> None:
    page = desk.open(LETTER)
    desk.server.close()
    desk.preview._tell(("index.html",), ())  # so that the stream ends now
    page.get_by_text("The preview has ended").wait_for()
