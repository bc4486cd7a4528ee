"""The home page: what this edition is, in words and one picture, and the ways in."""

from typing import Any

from tei_edition.exports.references import References
from tei_edition.model import PageRecord
from tei_edition.project.own_files import placed
from tei_edition.site import exchange, facsimile, lists, metadata, pictures, urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import NO_SOURCE, Excerpt, Page

_FEWEST_LETTERS = 4
"""Fewer letters than this do not make a picture of an exchange."""


def page(frame: Frame) -> Page:
    """Return the home page; its introduction is the edition's own page ``index``, if any."""
    root = urls.root_of(urls.HOME)
    record = _introduction(frame)
    main: dict[str, Any] = {
        "count": _count(frame),
        "span": frame.dates.span(*_ends(frame)),
        "ways": _ways(frame, root),
        **_picture(frame, root),
        "metadata": metadata.of_edition(frame, References(frame.index, frame.config).of_edition()),
    }
    site = frame.config.site
    if site.picture.file:
        main["image"] = {
            "url": urls.href(root, placed(site, site.picture.file)),
            "alt": site.picture.alt,
            "caption": site.picture.caption,
        }
    source: str | Excerpt = NO_SOURCE
    links: dict[str, Any] = {}
    if record:
        source = frame.source(record.location.path)
        links = frame.links(record.location.path, record.pointers, root)
        main["introduction"] = True
        main["facsimile"] = facsimile.of_pictures(frame, record.images, root)
        main["entries"] = _entries(frame, record, root)
    return frame.page(
        "home",
        urls.HOME,
        frame.config.edition.title,
        main,
        source=source,
        name=record.location.path if record else "",
        links=links,
    )


def _introduction(frame: Frame) -> PageRecord | None:
    return next((page for page in frame.index.pages.values() if urls.is_home(page.id)), None)


def _entries(frame: Frame, record: PageRecord, root: str) -> dict[str, Any]:
    """Return a line for each document to which the introduction points, by the pointer."""
    found: dict[str, Any] = {}
    for pointer in record.pointers:
        resolved = frame.index.resolve(record.location.path, pointer.value)
        if resolved and resolved.kind == "document" and resolved.target in frame.index.documents:
            document = frame.index.documents[resolved.target]
            line = lists.entry(frame, document, root)
            line["date"] = frame.dates.full(document.date) if document.date else ""
            found[pointer.value] = line
    return found


def _count(frame: Frame) -> str:
    """Say how much there is: ``64 documents, 52 of them letters``."""
    total = len(frame.index.documents)
    letters = sum(1 for record in frame.index.documents.values() if record.letters)
    documents = frame.strings.count("documents", total)
    if letters in (0, total):
        return frame.strings.count("letters", total) if letters else documents
    return frame.strings.fill(
        "home.count", documents=documents, letters=frame.strings.count("letters", letters)
    )


def _ends(frame: Frame) -> tuple[Any, Any]:
    dated = [record.date for record in frame.index.documents.values() if record.date]
    return (dated[0], dated[-1]) if dated else (None, None)


def _picture(frame: Frame, root: str) -> dict[str, Any]:
    """Return the time line of the largest exchange; without one, letters by year."""
    exchanges = frame.index.exchanges.values()
    largest = max(exchanges, key=lambda e: len(e.letters), default=None)
    if largest and _FEWEST_LETTERS <= len(largest.letters) <= lists.LIMIT:
        line = exchange.picture(frame, largest, root)
        if line:
            link = urls.href(root, urls.exchange(largest.id))
            return {
                "exchange": {
                    "label": exchange.title(frame, largest),
                    "url": link,
                    "count": frame.strings.count("letters", len(largest.letters)),
                    "picture": line,
                }
            }
    dates = [record.date for record in frame.index.documents.values() if record.date]
    label = frame.strings["documents.title"]
    return {"picture": pictures.rows(frame, [("sent", label, dates)])} if dates else {}


def _ways(frame: Frame, root: str) -> list[dict[str, str]]:
    """Return the ways into the edition, each with what it leads to."""
    index, strings = frame.index, frame.strings
    ways = [("documents", urls.DOCUMENTS, strings.count("documents", len(index.documents)))]
    if index.exchanges:
        count = strings.count("exchanges", len(index.exchanges))
        ways.append(("correspondence", urls.CORRESPONDENCE, count))
    for kind in frame.kinds:
        total = sum(1 for entity in index.entities.values() if entity.kind is kind)
        ways.append((kind.value, f"{kind.value}/index.html", strings.count(kind.value, total)))
    return [
        {
            "label": strings[f"way.{key}"],
            "url": urls.href(root, path),
            "count": count,
            "text": strings[f"way.{key}.text"],
        }
        for key, path, count in ways
    ] + [
        {
            "label": strings["search.title"],
            "url": urls.href(root, urls.SEARCH),
            "count": "",
            "text": strings["search.lead"],
        }
    ]
