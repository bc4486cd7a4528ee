"""Every kind of page, of two editions: accessible, complete without script, asking nobody else."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.conftest import BuildSite
from tests.conftest import ROOT

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(
    scope="module",
    params=[ROOT, ROOT / "tests/editions/exchange"],
    ids=["demonstration", "exchange"],
)
def site(request: pytest.FixtureRequest, build_site: BuildSite) -> Path:
    return build_site(request.param)


@pytest.fixture(scope="module")
def pages(site: Path) -> list[str]:
    """Return the first and the largest page of every kind.

    The page for addresses that do not exist is shown at any depth, and its links begin with the
    public address; it is looked at as if that were here.
    """
    lost = (site / "404.html").read_text("utf-8")
    base = re.search(r'href="(https://[^"]+/)index.html"', lost)
    (site / "lost.html").write_text(lost.replace(base[1], "") if base else lost, "utf-8")
    kinds: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        kind = re.search(r'<body class="page-([\w-]+)', path.read_text("utf-8"))
        folder = path.parent.name if kind and kind[1] in ("entity", "register") else ""
        if kind and kind[1] != "redirect" and path.name != "404.html":
            kinds.setdefault(f"{kind[1]} {folder}", []).append(path)
    assert len(kinds) > 12
    chosen = {p for found in kinds.values() for p in (found[0], max(found, key=_size))}
    return sorted(path.relative_to(site).as_posix() for path in chosen)


def _size(path: Path) -> int:
    return path.stat().st_size


class _Strict(SimpleHTTPRequestHandler):
    """Serves files with a policy that lets nothing in but files of the site."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    site: Path, pages: list[str], browser: "sync_api.Browser", axe: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    for path in pages:
        page.goto((site / path).as_uri())
        page.evaluate(axe)
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
        found = [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        assert not found, path
    page.close()


def test_a_strict_policy_holds_and_nothing_is_asked_of_others(
    pages: list[str], address: str, browser: "sync_api.Browser"
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # What was still under way when the next page was opened has not failed.
    page.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or wrong.append(request.url),
    )
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else 0)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in pages:
        page.goto(f"{address}/{path}")
        assert not wrong, path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    page.close()


def test_without_script_nothing_is_missing(
    site: Path, pages: list[str], browser: "sync_api.Browser"
) -> None:
    with_script = browser.new_context().new_page()
    without = browser.new_context(java_script_enabled=False).new_page()
    links = "[...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))"
    for path in pages:
        with_script.goto((site / path).as_uri())
        without.goto((site / path).as_uri())
        assert without.locator("h1").inner_text()
        there = {href for href in with_script.evaluate(links) if not href.startswith("#")}
        plain = without.locator("main a[href]")
        assert there <= {plain.nth(n).get_attribute("href") for n in range(plain.count())}, path
    with_script.context.close()
    without.context.close()


def test_headings_leave_out_no_level(
    site: Path, pages: list[str], browser: "sync_api.Browser"
) -> None:
    page = browser.new_page()
    headings = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])"
    for path in pages:
        page.goto((site / path).as_uri())
        levels = page.evaluate(headings)
        assert (levels[0], levels.count(1)) == (1, 1), path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
    page.close()
