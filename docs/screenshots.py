"""Pictures of every kind of page of built sites, to look at before a release.

    python docs/screenshots.py OUTPUT SITE …

For each kind, the first and the largest page, at the widths of a phone, a small and a large screen,
in light and dark, and as it is printed. Pictures of one page lie beside each other by their names:
KIND-PAGE-WIDTH-SCHEME.png. Needs Playwright and Chromium; very long pages are cut.
"""

import argparse
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

WIDTHS = (390, 1024, 1600)
LONGEST = 4000
"""Pixels after which a picture ends: what comes later looks as what came before."""


def chosen(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield the first and the largest page of every kind; registers and entries by their folder."""
    kinds: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        match = re.search(r'<body class="page-([\w-]+)', path.read_text("utf-8"))
        kind = match[1] if match else "other"
        if kind == "redirect":
            continue
        if kind in ("entity", "register"):
            kind += f"-{path.parent.name}"
        kinds.setdefault(kind, []).append(path)
    for kind, pages in kinds.items():
        largest = max(pages, key=lambda path: path.stat().st_size)
        yield from ((kind, path) for path in dict.fromkeys((pages[0], largest)))


def here(site: Path, route: Route) -> None:
    """Answer from the site what the page for addresses that do not exist asks of the public one."""
    parts = urlsplit(route.request.url).path.split("/")
    files = (site.joinpath(*parts[number:]) for number in range(1, len(parts)))
    found = next((file for file in files if file.is_file()), None)
    route.fulfill(path=found) if found else route.abort()


def take(browser: Browser, site: Path, output: Path) -> None:
    """Write the pictures of one site."""
    output.mkdir(parents=True, exist_ok=True)
    looks = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
    for width, scheme in [*looks, (800, "print")]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,  # or the page for lost addresses could not be shown here
        )
        context.route(re.compile("^https?:"), partial(here, site))
        page = context.new_page()
        page.set_default_timeout(180_000)  # a collation of many thousand readings is slow to paint
        page.emulate_media(media="print" if scheme == "print" else "screen")
        for kind, path in chosen(site):
            page.goto(path.as_uri())
            height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
            page.screenshot(
                path=output / f"{kind}-{path.stem}-{width:04}-{scheme}.png",
                clip={"x": 0, "y": 0, "width": width, "height": max(height, 1)},
                full_page=True,
            )
        context.close()


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", metavar="OUTPUT", type=Path)
    parser.add_argument("sites", metavar="SITE", type=Path, nargs="+")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for site in given.sites:
            name = site.resolve().parent.name if site.name == "site" else site.name
            take(browser, site.resolve(), given.output / name)
        browser.close()


if __name__ == "__main__":
    main()
