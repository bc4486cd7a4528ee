"""How heavy the pages of built sites are, in bytes as they lie on the disk, without images.

    python benchmarks/weight.py SITE … [--kind KIND …]

By kind of page: how many there are, the median and the heaviest of those that a reader loads with a
full cache (*warm*: the page, and what belongs to it alone) and with an empty one (*cold*: with the
style sheets and scripts that it names, too). Web servers compress all of it to about a quarter.
"""

import argparse
import re
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

KB = 1000
LETTER_WARM, LETTER_COLD, LIST, SCRIPTS = 60 * KB, 150 * KB, 200 * KB, 40 * KB
SEARCH = ("highlight.js", "index.js", "search.js", "words.js")
"""Scripts of the search: its page, and the marks in the pages that it leads to."""
TEXTS = frozenset(("document", "prose"))
"""Kinds of page whose length is that of a text; all others are lists in some way."""


@dataclass(frozen=True)
class Weight:
    """The bytes of one page; `warm` counts the page alone, `cold` all that it loads."""

    path: str
    kind: str
    warm: int
    cold: int
    text: int


def weights(site: Path) -> Iterator[Weight]:
    """Yield the weight of every page of a site."""
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        page = html.document_fromstring(data.decode("utf-8"))
        shared = {_file(path.parent / name) for name in _loaded(page)}
        cold = len(data) + sum(file.stat().st_size for file in shared if file.is_file())
        text = len(" ".join(page.text_content().split()).encode())
        kind = re.sub(r".*\bpage-([\w-]+).*", r"\1", page.find("body").get("class", ""))
        yield Weight(path.relative_to(site).as_posix(), kind, len(data), cold, text)


def _loaded(page: html.HtmlElement) -> Iterator[str]:
    """Yield what a page asks for as soon as it is opened, but for images."""
    yield from page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href")
    yield from page.xpath("//script/@src")


def _file(path: Path) -> Path:
    return path.resolve()


def scripts(site: Path) -> int:
    """Return the bytes of all scripts but those of the search."""
    files = (site / "assets/js").glob("*.js")
    return sum(file.stat().st_size for file in files if file.name not in SEARCH)


def by_kind(found: list[Weight]) -> Mapping[str, list[Weight]]:
    """Return the pages of each kind."""
    kinds: dict[str, list[Weight]] = {}
    for weight in found:
        kinds.setdefault(weight.kind, []).append(weight)
    return dict(sorted(kinds.items()))


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sites", metavar="SITE", type=Path, nargs="+")
    parser.add_argument("--kind", action="append", help="only pages of this kind; repeatable")
    given = parser.parse_args()
    print(
        "| site | kind | pages | warm KB: median | heaviest | cold KB: median | heaviest | which |"
    )
    print("|---|---|--:|--:|--:|--:|--:|---|")
    for site in given.sites:
        name = site.resolve().parent.name if site.name == "site" else site.name
        for kind, found in by_kind(list(weights(site))).items():
            if given.kind and kind not in given.kind:
                continue
            warm, cold = [w.warm for w in found], [w.cold for w in found]
            sizes = (statistics.median(warm), max(warm), statistics.median(cold), max(cold))
            heaviest = max(found, key=lambda w: w.warm).path
            shown = " | ".join(f"{size / KB:.0f}" for size in sizes)
            print(f"| {name} | {kind} | {len(found)} | {shown} | {heaviest} |")
        print(f"| {name} | scripts but search | | {scripts(site) / KB:.1f} | | | | |")


if __name__ == "__main__":
    main()
