"""The data of the filters in compact columns: scripts, so that a browser loads them from a folder.

Each calls ``teiEdition.piece(name, value)``. ``start`` has the names of the parts; a part has some
thousand rows as columns with a dictionary of its own, and the names of the files of its lines and
of what is saved.
Where a part ends depends on its rows alone, and a file is named by its content: a new letter
changes its own part, and a browser may keep every other for ever.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any
from zlib import crc32

from tei_edition.exports import correspondence, csv, documents
from tei_edition.model import DateRange
from tei_edition.site.filters.panel import panel
from tei_edition.site.filters.rows import COLUMNS, Row, Value, line, rows, values
from tei_edition.site.frame import Frame
from tei_edition.site.search.numbers import encode

FOLDER = "data/filters"
TOGETHER, SAVED_TOGETHER = 64, 256
"""How many rows share a file of lines, and of what is saved."""

SMALL, LARGE = 4096, 16384
"""Between these numbers of rows a part ends where the next row says so."""

_SELDOM = 4096

LETTER, DOCUMENT = 1, 2
"""What a row is: a flag for each list in which it stands."""

_FLAGS = (LETTER, DOCUMENT)

File = tuple[str, bytes]


def files(frame: Frame) -> Iterator[File]:
    """Yield path and bytes of every file; the same edition gives the same bytes."""
    if not (panel(frame, "letters") or panel(frame, "documents")):
        return
    describe = correspondence.describer(frame.index, frame.config)
    names = []
    choices = {flag: _Choices() for flag in _FLAGS}
    for part in parts(rows(frame)):
        found = [values(frame, row) for row in part]
        flags = [bool(row.letter) * LETTER + row.is_document * DOCUMENT for row in part]
        for own, row_flags in zip(found, flags, strict=True):
            for flag in _FLAGS:
                if row_flags & flag:
                    choices[flag].add(own)
        lines = _files([line(frame, row) for row in part], TOGETHER)
        saved = _files([_saved(frame, row, describe) for row in part], SAVED_TOGETHER)
        columns = {
            **_columns(found),
            "flags": _encoded(flags),
            "dates": _encoded(_dates(row.date for row in part)),
            "lines": [name for name, _ in lines],
            "saved": [name for name, _ in saved],
        }
        file = _file(columns)
        names.append(file[0])
        yield from (_placed(*made) for made in (file, *lines, *saved))
    start = {
        "parts": names,
        "together": [TOGETHER, SAVED_TOGETHER],
        "csv": csv.HEAD,
        "choices": {flag: found.columns() for flag, found in choices.items()},
    }
    yield _placed("start", _call("start", start))


class _Choices:
    """Collects in which columns rows differ: what all have, or none, is no choice."""

    def __init__(self) -> None:
        self._seen: dict[str, list[Value]] = {}
        self._differ: set[str] = set()

    def add(self, row: dict[str, list[Value]]) -> None:
        for name in COLUMNS:
            own = row.get(name, [])
            if self._seen.setdefault(name, own) != own:
                self._differ.add(name)

    def columns(self) -> list[str]:
        return [name for name in COLUMNS if name in self._differ]


def parts(all_rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the rows in parts that stay as they are when rows change elsewhere."""
    part: list[Row] = []
    for row in all_rows:
        last = crc32(row.id.encode()) % _SELDOM == 0
        part.append(row)
        if len(part) >= LARGE or (last and len(part) >= SMALL):
            yield part
            part = []
    if part:
        yield part


def day_number(day: str) -> int:
    """Return a day as a number that grows with time: 12 months of 31 days to every year."""
    year, month, date = day.rsplit("-", 2)
    return int(year) * 372 + (int(month) - 1) * 31 + int(date) - 1


def _dates(dates: Iterable[DateRange | None]) -> Iterator[int]:
    """Yield two numbers for each row: the first day, as twice the difference to the row before or
    one less than twice what it is earlier; and one more than the days that follow. Undated: 0, 0.

    Of a date with an open end only the day that is known counts.
    """
    before = 0
    for date in dates:
        if not date or not (date.earliest or date.latest):
            yield from (0, 0)
            continue
        first, last = date.earliest or date.latest, date.latest or date.earliest
        start, end = day_number(str(first)), day_number(str(last))
        step = start - before
        yield 2 * step if step >= 0 else -2 * step - 1
        yield max(end - start, 0) + 1
        before = start


def _columns(found: Sequence[dict[str, list[Value]]]) -> dict[str, Any]:
    """Return for each column how many values every row has and which, by their places in a list
    of all values of the part; those that most rows have come first, since their numbers are short.
    """
    counts = Counter(value for row in found for own in row.values() for value in own)
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    numbers = {value: number for number, value in enumerate(ordered)}
    # One long text is read faster than thousands of short ones.
    columns = {
        name: _encoded(
            number
            for row in found
            for own in [row.get(name, ())]
            for number in (len(own), *(numbers[value] for value in own))
        )
        for name in COLUMNS
        if any(row.get(name) for row in found)
    }
    values = "\n".join("\t".join(" ".join(t.split()) for t in value) for value in ordered)
    return {"rows": len(found), "values": values, "columns": columns}


def _saved(frame: Frame, row: Row, describe: correspondence.Describe) -> list[Any]:
    """Return a row as the edition's own data have it: a line of CSV, a letter, a document."""
    index, config = frame.index, frame.config
    return [
        csv.line(row.letter, index, config) if row.letter else None,
        describe(row.letter) if row.letter else None,
        documents.describe(row.document, index, config) if row.is_document else None,
    ]


def _encoded(numbers: Iterable[int]) -> str:
    return b"".join(map(encode, numbers)).decode()


def _files(values: Sequence[Any], together: int) -> list[tuple[str, str]]:
    return [_file(values[at : at + together]) for at in range(0, len(values), together)]


def _file(value: Any) -> tuple[str, str]:
    """Return the name of a file, which is the hash of its content, and its text."""
    name = sha256(_json(value).encode()).hexdigest()[:12]
    return name, _call(name, value)


def _call(name: str, value: Any) -> str:
    return f'teiEdition.piece("{name}",{_json(value)});\n'


def _placed(name: str, text: str) -> File:
    return f"{FOLDER}/{name}.js", text.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
