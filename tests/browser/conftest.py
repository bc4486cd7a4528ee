"""What the tests in a browser share: the browser, the accessibility checker, built editions."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

BuildSite = Callable[[Path], Path]


@pytest.fixture(autouse=True)
def wait_as_the_policy_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait from here: Playwright's own way evaluates text in the page, which its policy forbids."""

    def wait(page: "sync_api.Page", expression: str) -> None:
        for _ in range(300):
            if page.evaluate(expression):
                return
            page.wait_for_timeout(100)
        raise AssertionError(f"never true: {expression}")

    monkeypatch.setattr(sync_api.Page, "wait_for_function", wait)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> BuildSite:
    """Return a function that builds the edition in a folder and returns its site."""

    def built(folder: Path) -> Path:
        base = tmp_path_factory.mktemp("browser")
        project = open_project(folder)
        build(project, output=base / "site", cache=base / "cache", jobs=1, progress=SILENT)
        return base / "site"

    return built


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the axe-core script: the path in AXE_CORE, or where npm puts it."""
    places = [os.environ.get("AXE_CORE", ""), "node_modules/axe-core/axe.min.js"]
    found = next((Path(p) for p in places if p and Path(p).is_file()), None)
    if found is None:
        pytest.skip("axe-core is not here: set AXE_CORE to the path of axe.min.js")
    return found.read_text("utf-8")
