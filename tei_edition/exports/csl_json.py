"""``citations.json``: references in CSL-JSON, which citeproc, Pandoc and Zotero read."""

import json
from calendar import monthrange
from collections.abc import Iterable
from typing import Any

from tei_edition.config import Config
from tei_edition.exports.export import Export
from tei_edition.exports.references import Agent, Reference, References
from tei_edition.model import DateRange, Index

_DOUBTED = frozenset({"low", "medium", "unknown"})


def write(index: Index, config: Config) -> bytes:
    """Return the file with every document, in edition order."""
    return encoded(References(index, config))


def encoded(found: Iterable[Reference]) -> bytes:
    """Return references as an array of items."""
    items = [_item(reference) for reference in found]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(reference: Reference) -> dict[str, Any]:
    part = bool(reference.container)
    item = {
        "id": reference.id,
        "type": "chapter" if part else "book",
        "title": reference.title,
        "container-title": reference.container,
        "author": _names(reference.authors),
        "recipient": _names(reference.recipients),
        "editor": _names(reference.editors),
        "issued": _date(reference.date) if part else _day(reference.version),
        "version": reference.version,
        "publisher": reference.publisher,
        "genre": reference.genre,
        "archive": reference.archive,
        "language": reference.language,
        "license": reference.licence,
        "keyword": ", ".join(reference.topics),
        "abstract": reference.abstract,
        "URL": reference.url,
    }
    return {name: value for name, value in item.items() if value}


def _names(agents: Iterable[Agent]) -> list[dict[str, Any]]:
    return [_name(agent) for agent in agents]


def _name(agent: Agent) -> dict[str, Any]:
    if not agent.family:
        return {"literal": agent.name}
    name: dict[str, Any] = {"family": agent.family, "given": agent.given}
    # Mao Zedong stays in this order wherever names are not sorted.
    return name | ({"static-ordering": True} if agent.is_family_first else {})


def _date(date: DateRange | None) -> dict[str, Any]:
    """Return a date as its first and last day; one that is open in words."""
    if date is None:
        return {}
    found: dict[str, Any]
    if date.earliest and date.latest:
        if date.earliest == date.latest:
            found = {"date-parts": [_parts(date.earliest)]}
        else:
            found = _range(date.earliest, date.latest)
    else:
        found = {"literal": date.text or date.edtf}
    return found | ({"circa": True} if _is_doubted(date) else {})


def _range(first: str, last: str) -> dict[str, Any]:
    """Return a range; a whole year or a whole month is named as such."""
    parts = [_parts(first), _parts(last)]
    if parts[0][0] == parts[1][0] and parts[0][1:] == [1, 1] and parts[1][1:] == [12, 31]:
        parts = [parts[0][:1]]
    elif parts[0][:2] == parts[1][:2] and parts[0][2] == 1 and _is_last(*parts[1]):
        parts = [parts[0][:2]]
    return {"date-parts": parts}


def _parts(day: str) -> list[int]:
    sign, digits = (-1, day[1:]) if day.startswith("-") else (1, day)
    year, month, date = (int(part) for part in digits.split("-"))
    return [sign * year, month, date]


def _is_last(year: int, month: int, day: int) -> bool:
    return year > 0 and day == monthrange(year, month)[1]


def _day(day: str) -> dict[str, Any]:
    return {"date-parts": [_parts(day)]} if day else {}


def _is_doubted(date: DateRange) -> bool:
    return date.certainty in _DOUBTED or any(mark in date.edtf for mark in "?~%")


EXPORT = Export(
    "csl-json",
    "data/citations.json",
    "application/vnd.citationstyles.csl+json",
    "CSL-JSON",
    write,
)
