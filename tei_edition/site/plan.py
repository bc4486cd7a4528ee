"""The plan of the site: every page, in the order in which a reader might meet them."""

from collections.abc import Callable, Iterator, Sequence

from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic
from tei_edition.exports import EXPORTS, Export
from tei_edition.model import Index
from tei_edition.project import resource
from tei_edition.site import (
    about,
    cards,
    chronology,
    correspondence,
    filters,
    home,
    registers,
    search,
    strings,
    urls,
)
from tei_edition.site.document import DocumentPages
from tei_edition.site.feed import feed
from tei_edition.site.frame import Frame
from tei_edition.site.making import Published
from tei_edition.site.page import Page, PageKind


def plan(
    index: Index,
    config: Config,
    kinds: Sequence[PageKind] = (),
    exports: Sequence[Export] = (),
) -> Iterator[Page]:
    """Yield every page but the one about what was not rendered.

    `kinds` and `exports` are those of plug-ins.
    """
    frame = _frame(index, config, kinds)
    listed = [
        {"name": e.name, "path": e.path, "label": e.label, "media_type": e.media_type}
        for e in (*EXPORTS.values(), *exports)
        if e.path
    ]
    yield home.page(frame)
    yield from chronology.pages(frame)
    yield from DocumentPages(frame)
    yield from correspondence.pages(frame)
    yield from registers.pages(frame)
    yield search.page(frame)
    yield from about.pages(frame)
    yield about.data(frame, listed)
    yield about.not_found(frame)
    yield from about.redirects(frame)
    for kind in kinds:
        yield from kind.make(frame)


def rendering_pages(
    index: Index,
    config: Config,
    kinds: Sequence[PageKind],
    notes: Sequence[Diagnostic],
    published: Published,
) -> Iterator[Page]:
    """Yield the page about what was not rendered, which is made last.

    `notes` are findings about files that are held back and references that lead nowhere.
    """
    yield about.rendering(_frame(index, config, kinds), published, notes)


def joined_files(
    index: Index, config: Config, read: Callable[[str], bytes], spread: search.Spread = map
) -> Iterator[tuple[str, bytes]]:
    """Yield the feed, the cards, the files of the filters and those of the search.

    `read` returns a finished file of the site, `spread` does work as `map` does, or elsewhere.
    """
    frame = _frame(index, config)
    yield from cards.files(frame)
    if news := feed(frame):
        yield urls.FEED, news.encode()
    yield from filters.files(frame)
    yield from search.files(frame, lambda path: read(path).decode(), spread)


def interface(config: Config) -> strings.Strings:
    """Return the words of the interface in the edition's language, its own words among them."""
    words = strings.load(resource("xslt") / "locale", config.edition.language)
    return strings.with_own(words, config.site.strings)


def _frame(index: Index, config: Config, kinds: Sequence[PageKind] = ()) -> Frame:
    return Frame(index, config, interface(config), kinds)
