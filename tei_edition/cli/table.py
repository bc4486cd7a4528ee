"""The correspondence index as a table for a terminal or a plain text file."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from tei_edition.report.excerpt import visible, width

if TYPE_CHECKING:
    from tei_edition.model import Correspondent, Index, IndexedLetter

TABLE: Final = "table"
_HEADINGS: Final = ("date", "from", "to", "place", "document")
_GAP: Final = "  "


def table(index: "Index", columns: int | None) -> str:
    """Return a line for each letter, by date; cut to a number of columns, if one is given."""
    rows = [_HEADINGS, *(_row(letter) for letter in index.letters.values())]
    widths = [max(width(row[n]) for row in rows) for n in range(len(_HEADINGS))]
    if columns:
        widths = _narrowed(widths, columns)
    return "".join(_line(row, widths) for row in rows)


def _row(indexed: "IndexedLetter") -> tuple[str, ...]:
    date = indexed.letter.date
    return (
        (date.edtf or visible(date.text)) if date else "",
        _names(indexed.with_role("sent")),
        _names(indexed.with_role("received")),
        _names(indexed.places_of("sent")),
        visible(indexed.letter.id),
    )


def _names(names: "Iterable[Correspondent]") -> str:
    return visible("; ".join(name.text or name.form for name in names)) or "?"


def _narrowed(widths: Sequence[int], columns: int) -> list[int]:
    """Take from the widest of the middle columns until all fit; none gets narrower than 8."""
    narrowed = list(widths)
    room = columns - len(_GAP) * (len(widths) - 1)
    while sum(narrowed) > room:
        widest = max(range(1, len(narrowed) - 1), key=narrowed.__getitem__)
        if narrowed[widest] <= 8:
            break
        narrowed[widest] -= 1
    return narrowed


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_cell(text, size) for text, size in zip(row, widths, strict=True))
    return _GAP.join(cells).rstrip() + "\n"


def _cell(text: str, size: int) -> str:
    if width(text) > size:
        while width(text) > size - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (size - width(text))
