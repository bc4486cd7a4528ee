"""The index as a table of text for the terminal: one line per letter, columns aligned."""

import unicodedata
from collections.abc import Sequence

from tei_edition.config import Config
from tei_edition.exports.export import Export
from tei_edition.indexing import parties
from tei_edition.model import Correspondent, Index, IndexedLetter

HEAD = ("DATE", "FROM", "TO", "VIA", "KIND", "TITLE")
_WIDEST = (23, 30, 30, 24, 20, 0)
"""The widest that a column gets, in cells of the terminal; 0: the last one takes what it needs."""

_CARRIAGE = ("transmitted", "forwarded", "redirected")


def write(index: Index, config: Config) -> bytes:
    """Return the table, letters in edition order."""
    rows = [HEAD, *(_row(letter, index) for letter in index.letters.values())]
    widths = [
        min(max(width(row[column]) for row in rows), limit) if limit else 0
        for column, limit in enumerate(_WIDEST)
    ]
    return "".join(_line(row, widths) for row in rows).encode()


def width(text: str) -> int:
    """Return how many cells of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(_cells(char) for char in text)


def fitted(text: str, cells: int) -> str:
    """Return a text filled up with blanks, or cut with an ellipsis, to a number of cells."""
    if width(text) <= cells:
        return text + " " * (cells - width(text))
    kept = ""
    for char in text:
        if width(kept) + _cells(char) > cells - 1:
            break
        kept += char
    return kept + "…" + " " * (cells - 1 - width(kept))


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _row(letter: IndexedLetter, index: Index) -> tuple[str, ...]:
    document = index.documents[letter.letter.document]
    carriers = [who for type in _CARRIAGE for who in letter.with_role(type)]
    date = letter.letter.date
    return (
        (date.edtf or date.text) if date else "",
        _names(parties.people(letter, "sent")),
        _names(parties.people(letter, "received")),
        _names(carriers),
        document.kind_label,
        document.title,
    )


def _names(people: Sequence[Correspondent]) -> str:
    """Return the names, each with the form that the letter uses where that is another."""
    return "; ".join(
        f"{who.text} [{who.form}]" if who.type == "pseudonym" and who.form != who.text else who.text
        for who in people
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        fitted(text, cells) if cells else text for text, cells in zip(row, widths, strict=True)
    )
    return "  ".join(cells).rstrip() + "\n"


EXPORT = Export("table", "", "text/plain", "Table", write)
