"""All documents in rows of time: years and their months, or decades and their years.

Each cell says how many letters and how many other documents it holds, and leads to them. A long
history takes wider rows, so that the picture never has more than a page of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import get_month_names

from tei_edition.model import DateRange, DocumentRecord
from tei_edition.site.dates import year
from tei_edition.site.frame import Frame

MOST_ROWS = 48
_FEWEST = 5
"""Fewer documents than this do not make a picture: the list says it better."""

_TALL = 12
"""Up to so many rows there is room for tall bars and a figure in every cell."""

_HEIGHTS = {True: 28, False: 16}

UNKNOWN = "00"
"""The month of documents of which only the year is known."""


@dataclass
class _Cell:
    """What falls into one cell: where it leads, letters, other documents."""

    url: str
    letters: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        return self.letters + self.others


@dataclass(frozen=True, slots=True)
class _Scale:
    """How time is cut: `span` years make a row, `step` years a column; 1 and 0: months."""

    span: int
    step: int

    def row(self, key: str) -> int:
        """Return the first year of the row in which a month (``1949-02``) lies."""
        return int(key[:-3]) // self.span * self.span

    def column(self, key: str) -> int:
        """Return the column: 1 to 12 and 0 for an unknown month; else 0 to 9."""
        if not self.step:
            return int(key[-2:])
        return int(key[:-3]) % self.span // self.step


_SCALES = (_Scale(1, 0), _Scale(10, 1), _Scale(100, 10), _Scale(1000, 100))


@dataclass
class _Rows:
    """The cells by row and column."""

    scale: _Scale
    cells: dict[int, dict[int, _Cell]] = field(default_factory=dict)

    def starts(self) -> list[int]:
        """Return the rows in order, empty ones between them too, while there is room for them."""
        found = sorted(self.cells)
        every = list(range(found[0], found[-1] + 1, self.scale.span))
        return every if len(every) <= MOST_ROWS else found

    def all(self) -> list[_Cell]:
        """Return every cell that holds something."""
        return [cell for row in self.cells.values() for cell in row.values()]


def month(value: DateRange | None) -> str:
    """Return the month under which a date is counted: ``1949-02``, ``1949-00`` where no month is
    known, an empty text where no year is."""
    found = year(value)
    if not found or value is None:
        return ""
    start, end = value.earliest or value.latest, value.latest or value.earliest
    if start and end and _days(start, end) <= 62:
        return start[: len(found) + 3]
    return f"{found}-{UNKNOWN}"


def anchor(value: DateRange | None) -> str:
    """Return the id of a month in a list: ``m-1949-02``; empty for what has no date."""
    key = month(value)
    return f"m-{key}" if key else ""


def anchored(entries: Iterable[dict[str, Any]], records: Iterable[DocumentRecord]) -> None:
    """Give the first line of every month its anchor; both come in the same order."""
    seen: set[str] = set()
    for entry, record in zip(entries, records, strict=True):
        id = anchor(record.date)
        if id and id not in seen:
            entry["anchor"] = id
            seen.add(id)


def picture(
    frame: Frame, records: Iterable[DocumentRecord], place: Callable[[DocumentRecord], str]
) -> dict[str, Any] | None:
    """Return the picture; `place` says where the list has a document. None of too few documents."""
    dated = [(key, record) for record in records if (key := month(record.date))]
    if len(dated) < _FEWEST:
        return None
    rows = _counted(dated, place)
    cells = rows.all()
    most = max(cell.total for cell in cells)
    tall = len(rows.starts()) <= _TALL
    columns = _columns(frame, rows)
    return {
        "height": str(_HEIGHTS[tall]),
        "tall": tall,
        "both": any(c.letters for c in cells) and any(c.others for c in cells),
        "columns": [{"label": label, "short": short} for _, label, short in columns],
        "rows": [
            _row(frame, rows, start, [number for number, *_ in columns], (most, _HEIGHTS[tall]))
            for start in rows.starts()
        ],
    }


def _counted(
    dated: list[tuple[str, DocumentRecord]], place: Callable[[DocumentRecord], str]
) -> _Rows:
    keys = {key for key, _ in dated}
    scale = next(
        (s for s in _SCALES if len({s.row(key) for key in keys}) <= MOST_ROWS), _SCALES[-1]
    )
    rows = _Rows(scale)
    for key, record in dated:
        row = rows.cells.setdefault(scale.row(key), {})
        cell = row.setdefault(scale.column(key), _Cell(place(record)))
        if record.letters:
            cell.letters += 1
        else:
            cell.others += 1
    return rows


def _columns(frame: Frame, rows: _Rows) -> list[tuple[int, str, str]]:
    """Return the columns with a long and a short label."""
    if rows.scale.step:
        return [(n, f"+{n * rows.scale.step}", f"+{n * rows.scale.step}") for n in range(10)]
    locale = frame.strings.locale
    names: Mapping[int, str] = get_month_names("abbreviated", "stand-alone", locale)
    short: Mapping[int, str] = get_month_names("narrow", "stand-alone", locale)
    found = [(n, names[n], short[n]) for n in range(1, 13)]
    if any(0 in row for row in rows.cells.values()):
        found.append((0, frame.strings["calendar.no-month"], "?"))
    return found


def _row(
    frame: Frame, rows: _Rows, start: int, columns: list[int], size: tuple[int, int]
) -> dict[str, Any]:
    row = rows.cells.get(start, {})
    span = rows.scale.span
    label = _year(frame, start)
    if span > 1:
        label = f"{label}–{_year(frame, start + span - 1)}"
    return {
        "label": label,
        "url": min(row.items())[1].url if row else "",
        "total": sum(cell.total for cell in row.values()),
        "cells": [
            _cell(frame, row[number], _title(frame, rows.scale, start, number), size)
            if number in row
            else {}
            for number in columns
        ],
    }


def _cell(frame: Frame, cell: _Cell, title: str, size: tuple[int, int]) -> dict[str, Any]:
    counts = []
    if cell.letters:
        counts.append(frame.strings.count("letters", cell.letters))
    if cell.others:
        counts.append(frame.strings.count("others", cell.others))
    most, height = size
    whole = max(round(cell.total / most * height), 3)
    letters = round(whole * cell.letters / cell.total)
    return {
        "url": cell.url,
        "title": f"{title}: {frame.strings['list.comma'].join(counts)}",
        "count": cell.total,
        "letters": str(letters),
        "others": str(whole - letters),
        "top": str(height - whole),
    }


def _title(frame: Frame, scale: _Scale, start: int, column: int) -> str:
    if not scale.step:
        return frame.dates.day(f"{start:04}-{column:02}") if column else _year(frame, start)
    first = start + column * scale.step
    if scale.step == 1:
        return _year(frame, first)
    return f"{_year(frame, first)}–{_year(frame, first + scale.step - 1)}"


def _year(frame: Frame, number: int) -> str:
    return frame.dates.year_label(f"-{-number:04}" if number < 0 else str(number))


def _days(start: str, end: str) -> int:
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:  # before the year 1 or after 9999: a month is a month
        return 0 if start[:-3] == end[:-3] else 365
