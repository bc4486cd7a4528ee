"""``correspondence.csv``: one line per letter, in the columns that csv2cmi reads.

Dates are EDTF, several names of a cell are parted by semicolons, a conjectured name stands in
square brackets.
"""

import csv
import io
from collections.abc import Iterable
from urllib.parse import urlsplit

from tei_edition.config import Config
from tei_edition.exports import addresses
from tei_edition.exports.export import Export
from tei_edition.indexing import parties
from tei_edition.model import Correspondent, DateRange, Index, IndexedLetter

COLUMNS = (
    "sender",
    "senderID",
    "senderPlace",
    "senderPlaceID",
    "senderDate",
    "addressee",
    "addresseeID",
    "addresseePlace",
    "addresseePlaceID",
    "addresseeDate",
    "edition",
    "key",
    "senderDateText",
    "addresseeDateText",
    "note",
)


HEAD = ",".join(COLUMNS) + "\n"


def write(index: Index, config: Config) -> bytes:
    """Return the table with its head, letters in edition order."""
    lines = (line(letter, index, config) for letter in index.letters.values())
    return (HEAD + "".join(lines)).encode()


def line(letter: IndexedLetter, index: Index, config: Config) -> str:
    """Return a letter as the table has it, with the end of the line."""
    text = io.StringIO()
    row = _row(letter, index, config)
    csv.writer(text, lineterminator="\n").writerow([row[column] for column in COLUMNS])
    return text.getvalue()


def _row(letter: IndexedLetter, index: Index, config: Config) -> dict[str, str]:
    address = addresses.of_letter(letter, index, config)
    return {
        **_side(letter, "sent", "sender"),
        **_side(letter, "received", "addressee"),
        "edition": config.edition.title,
        "key": address if urlsplit(address).scheme else letter.letter.id,
        "note": index.documents[letter.letter.document].title,
    }


def _side(letter: IndexedLetter, action: str, column: str) -> dict[str, str]:
    """Return the five cells, and the wording of the date, of one end of a letter."""
    date = parties.date(letter, action)
    people, places = parties.people(letter, action), parties.places(letter, action)
    return {
        column: _names(people),
        f"{column}ID": _ids(people),
        f"{column}Place": _names(places[:1]),
        f"{column}PlaceID": _ids(places[:1]),
        f"{column}Date": date.edtf if date else "",
        f"{column}DateText": _text(date),
    }


def _names(people: Iterable[Correspondent]) -> str:
    return "; ".join(_name(who) for who in people)


def _name(who: Correspondent) -> str:
    text = who.text.replace(";", ",")
    return f"[{text}]" if text and who.evidence == "conjecture" else text


def _ids(people: tuple[Correspondent, ...]) -> str:
    """Return the authority URIs, as many as there are names; empty where there are none at all."""
    return "; ".join(who.uri for who in people) if any(who.uri for who in people) else ""


def _text(date: DateRange | None) -> str:
    return date.text if date else ""


EXPORT = Export("csv", "data/correspondence.csv", "text/csv", "CSV", write)
