"""Lists that one can scan: documents by year, split over pages before they grow too long."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tei_edition.model import DocumentRecord
from tei_edition.site import calendar, letterhead, urls
from tei_edition.site.clipping import clipped
from tei_edition.site.dates import is_doubted, iso, year
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page

LIMIT = 300
"""How many entries a page may list before the list is split: some 200 KB of HTML."""

SUMMARY = 240
"""How many characters of a summary a list shows."""

UNDATED = "undated"

_SENTENCE_END = re.compile(r"[.!?。！？][”’»)]?(?=\s)|[。！？]")


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of a year, of a month where a year has too many, or without a date."""

    key: str
    label: str
    documents: tuple[DocumentRecord, ...]


def by_year(frame: Frame, documents: Iterable[DocumentRecord]) -> list[Part]:
    """Return the documents, in the order given, under their years; undated ones last."""
    years: dict[str, list[DocumentRecord]] = {}
    for record in documents:
        years.setdefault(year(record.date) or UNDATED, []).append(record)
    undated = years.pop(UNDATED, None)
    label = frame.dates.year_label
    parts = [Part(key, label(key), tuple(years[key])) for key in sorted(years, key=int)]
    if undated:
        parts.append(Part(UNDATED, frame.strings["date.undated"], tuple(undated)))
    return parts


def split(frame: Frame, documents: Sequence[DocumentRecord]) -> list[Part]:
    """Return the parts that need a page each, or nothing where the list fits on one page."""
    if len(documents) <= LIMIT:
        return []
    pages: list[Part] = []
    for part in by_year(frame, documents):
        pages += [part] if len(part.documents) <= LIMIT else _pieces(frame, part)
    return pages


def part_path(base: str, key: str, taken: Iterable[str] = ()) -> str:
    """Return the path of a part: ``documents/1948.html`` beside ``documents/index.html``, and
    ``persons/mao/1948.html`` below ``persons/mao.html``."""
    folder = base.removesuffix("/index.html") if base.endswith("/index.html") else base[:-5]
    return f"{folder}/{'list-' if key in taken else ''}{key}.html"


def entry(frame: Frame, record: DocumentRecord, root: str) -> dict[str, Any]:
    """Return one line of a list: the date under its year, who to whom, and a summary."""
    line: dict[str, Any] = {
        "url": urls.href(root, urls.document(record.id)),
        "date": frame.dates.short(record.date),
        "label": letterhead.document_label(frame, record),
    }
    if record.date and iso(record.date):
        line["iso"] = iso(record.date)
    if record.date and is_doubted(record.date):
        line["uncertain"] = True
    for key, value in (("kind", frame.kind(record)), ("summary", in_short(record.summary))):
        if value:
            line[key] = value
    if record.status == "draft":
        line["draft"] = True
    return line


def in_short(text: str) -> str:
    """Return the sentences of a summary that fit a list, or the beginning of the first."""
    if len(text) <= SUMMARY:
        return text
    head = text[:SUMMARY]
    ends = [match.end() for match in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] > SUMMARY // 3:
        return head[: ends[-1]].rstrip()
    return clipped(text, SUMMARY)


def groups(frame: Frame, documents: Iterable[DocumentRecord], root: str) -> list[dict[str, Any]]:
    """Return a list under its years, as pages show it."""
    return [
        {
            "key": part.key,
            "label": part.label,
            "count": frame.strings.count("documents", len(part.documents)),
            "entries": [entry(frame, record, root) for record in part.documents],
        }
        for part in by_year(frame, documents)
    ]


def months(frame: Frame, documents: Iterable[DocumentRecord], root: str) -> list[dict[str, Any]]:
    """Return a list under its years in which every month can be linked to: once on a page."""
    records = list(documents)
    found = groups(frame, records, root)
    for group, part in zip(found, by_year(frame, records), strict=True):
        calendar.anchored(group["entries"], part.documents)
    return found


def part_links(
    frame: Frame, parts: Sequence[Part], base: str, root: str, taken: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """Return links to the pages over which a list is split, with their counts."""
    return [
        {
            "label": part.label,
            "url": urls.href(root, part_path(base, part.key, taken)),
            "count": frame.strings.count("documents", len(part.documents)),
        }
        for part in parts
    ]


def part_page(
    frame: Frame,
    part: Part,
    parts: Sequence[Part],
    base: str,
    title: str,
    *,
    section: str,
    taken: Sequence[str] = (),
) -> Page:
    """Return one page of a list that is split, with links to the others."""
    path = part_path(base, part.key, taken)
    root = urls.root_of(path)
    place = list(parts).index(part)
    around = part_links(frame, parts, base, root, taken)
    main: dict[str, Any] = {
        "title": part.label,
        "count": frame.strings.count("documents", len(part.documents)),
        "up": {"label": title, "url": urls.href(root, base)},
        "groups": months(frame, part.documents, root),
    }
    if place:
        main["previous"] = around[place - 1]
    if place + 1 < len(around):
        main["next"] = around[place + 1]
    return frame.page("documents", path, f"{title}: {part.label}", main, section=section)


def _pieces(frame: Frame, part: Part) -> list[Part]:
    """Split a year by month; what has no month, and months beyond the limit, by number."""
    months: dict[str, list[DocumentRecord]] = {}
    for record in part.documents:
        start = record.date.sort_key[0] if record.date else ""
        key = start[:7] if part.key != UNDATED else UNDATED
        months.setdefault(key, []).append(record)
    pieces = []
    for key, group in months.items():
        title = frame.dates.day(key) if part.key != UNDATED else part.label
        for number in range(1, -(-len(group) // LIMIT) + 1):
            chunk = tuple(group[(number - 1) * LIMIT : number * LIMIT])
            if number == 1:
                pieces.append(Part(key, title, chunk))
            else:
                pieces.append(Part(f"{key}-{number}", f"{title} ({number})", chunk))
    return pieces
