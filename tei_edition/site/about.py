"""Pages about the edition: its own prose, licence, citation, data, what was not rendered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tei_edition.diagnostics import Diagnostic
from tei_edition.model import PageRecord
from tei_edition.site import facsimile, urls
from tei_edition.site.citation import Citations
from tei_edition.site.document import licence_fact
from tei_edition.site.frame import Frame
from tei_edition.site.making import Published
from tei_edition.site.page import Page

_LEFT_OUT = ("OUT101", "ENT391")
"""Findings that say of a file that it, or text in it, is on no page."""


def pages(frame: Frame) -> Iterator[Page]:
    """Yield the overview of the edition's own pages, and each of them."""
    yield _overview(frame)
    for record in frame.index.pages.values():
        if not urls.is_home(record.id):
            yield _prose(frame, record)


def rendering(frame: Frame, published: Published, notes: Sequence[Diagnostic]) -> Page:
    """Return the page on what was not shown, or without a rule of its own.

    `notes` are findings about files that are held back and references that lead nowhere.
    """
    root = urls.root_of(urls.RENDERING)
    unhandled = published.unhandled
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for path in sorted(unhandled):
        for name, number in unhandled[path].items():
            counts[name] += number
            examples.setdefault(name, path)
    main: dict[str, Any] = {
        "elements": [
            {"name": name, "count": counts[name], "example": urls.href(root, examples[name])}
            for name in sorted(counts)
        ],
        "lost": [
            {
                "words": " · ".join(each.word for each in lost),
                "page": urls.href(root, path),
                "source": source,
            }
            for path, (source, lost) in sorted(published.lost.items())
        ],
        "unused": [
            *({"path": path, "reason": reason} for path, reason in frame.index.unused),
            *({"path": d.location.path, "reason": d.message} for d in notes if d.code in _LEFT_OUT),
        ],
        "unresolved": [{"path": where, "reason": d.message} for d in notes if (where := told(d))],
        "up": _up(frame, root),
    }
    title = frame.strings["rendering.title"]
    return frame.page("rendering", urls.RENDERING, title, main, section="about")


def told(finding: Diagnostic) -> str:
    """Return the place that the page on what was not shown tells of a finding; empty: none."""
    place = finding.location
    return f"{place.path}:{place.line}" if finding.code.startswith("REF2") else ""


def not_found(frame: Frame) -> Page:
    """Return the page that a web server shows for an address that does not exist.

    It can be shown at any depth, so its links start from the public address where there is one.
    """
    main = {"ways": [{"label": item["label"], "url": item["url"]} for item in _top(frame)]}
    title = frame.strings["notfound.title"]
    page = frame.page("not-found", urls.NOT_FOUND, title, main)
    base = frame.config.edition.base_url
    if not base:
        return page
    site = page.context["site"]
    nav = [{**item, "url": base + item["url"]} for item in site["nav"]]
    rooted = {
        **page.context,
        "root": base,
        "site": {**site, "nav": nav, "home": base + site["home"]},
        "main": {"ways": [{**way, "url": base + way["url"]} for way in main["ways"]]},
    }
    return Page(page.path, page.source, rooted)


def redirects(frame: Frame) -> Iterator[Page]:
    """Yield a page at each former address of a document that leads to the present one."""
    for record in frame.index.documents.values():
        for former in record.former_ids:
            if former in frame.index.documents:
                continue
            path = urls.document(former)
            url = urls.href(urls.root_of(path), urls.document(record.id))
            main = {"url": url, "label": record.title}
            yield frame.page("redirect", path, frame.strings["redirect.title"], main)


def data(frame: Frame, exports: list[dict[str, str]]) -> Page:
    """Return the page that lists the edition's data; each export has path, label and type."""
    root = urls.root_of(urls.DATA)
    files = [
        {
            "label": frame.strings.get(f"export.{export['name']}", export["label"]),
            "url": urls.href(root, export["path"]),
            "file": export["path"].rsplit("/", 1)[-1],
            "type": export["media_type"],
        }
        for export in exports
    ]
    main: dict[str, Any] = {"files": files}
    if frame.index.documents:
        first = next(iter(frame.index.documents))
        main["example"] = {
            "tei": urls.href(root, urls.document(first, "xml")),
            "text": urls.href(root, urls.document(first, "txt")),
        }
    if frame.config.edition.licence:
        main["licence"] = licence_fact(frame, frame.config.edition.licence)
    return frame.page("data", urls.DATA, frame.strings["data.title"], main, section="data")


def _overview(frame: Frame) -> Page:
    root = urls.root_of(urls.ABOUT)
    edition = frame.config.edition
    main: dict[str, Any] = {
        "pages": [
            {"label": record.title, "url": urls.href(root, urls.prose(record.id))}
            for record in frame.index.pages.values()
            if not urls.is_home(record.id)
        ],
        "rendering": urls.href(root, urls.RENDERING),
        "data": urls.href(root, urls.DATA),
        "citation": Citations(frame).of_edition(),
    }
    if edition.licence:
        main["licence"] = licence_fact(frame, edition.licence)
    return frame.page("about", urls.ABOUT, frame.strings["nav.about"], main, section="about")


def _prose(frame: Frame, record: PageRecord) -> Page:
    path = urls.prose(record.id)
    root = urls.root_of(path)
    return frame.page(
        "prose",
        path,
        record.title,
        {
            "language": record.language,
            "up": _up(frame, root),
            "facsimile": facsimile.of_pictures(frame, record.images, root),
        },
        section="about",
        source=frame.source(record.location.path),
        name=record.location.path,
        links=frame.links(record.location.path, record.pointers, root),
    )


def _up(frame: Frame, root: str) -> dict[str, str]:
    return {"label": frame.strings["nav.about"], "url": urls.href(root, urls.ABOUT)}


def _top(frame: Frame) -> list[dict[str, str]]:
    return [
        {"label": frame.strings["nav.documents"], "url": urls.DOCUMENTS},
        {"label": frame.strings["nav.about"], "url": urls.ABOUT},
    ]
