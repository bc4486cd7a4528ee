"""What can be filtered: every letter, and every document that is none, by date; undated ones last.

A document that is one letter is one row. It is two where its letter has no date of its own, or
where it only records letters that are elsewhere: then it stands for itself among the documents.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from tei_edition.model import Correspondent, DateRange, DocumentRecord, IndexedLetter, Role
from tei_edition.site import letterhead, urls
from tei_edition.site.frame import Frame
from tei_edition.site.lists import in_short

Value = tuple[str, str, str]
"""What a row has in a column: a key that is unique in it, its label, the name it is sorted by if
that is another."""

COLUMNS = (
    "sender",
    "addressee",
    "carrier",
    "participant",
    "mentioned",
    "from",
    "to",
    "kind",
    "language",
    "archive",
    "text",
    "facsimile",
)

_CARRIED = ("transmitted", "forwarded", "redirected")
_UNDATED = ("9999-99-99", "9999-99-99", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A letter, a document, or both."""

    document: DocumentRecord
    letter: IndexedLetter | None = None
    is_document: bool = True

    @property
    def id(self) -> str:
        """Return what tells the row from all others."""
        return self.letter.letter.id if self.letter else f"document {self.document.id}"

    @property
    def date(self) -> DateRange | None:
        """Return the date of the letter, else of the document."""
        return self.letter.letter.date if self.letter else self.document.date


def rows(frame: Frame) -> Iterator[Row]:
    """Yield the rows in the order of the edition."""
    return merge(_letters(frame), _others(frame), key=_date_key)


def _letters(frame: Frame) -> Iterator[Row]:
    for letter in frame.index.letters.values():
        record = frame.index.documents[letter.letter.document]
        is_first = letter.letter.id == record.letters[0].id
        yield Row(record, letter, is_first and not _stands_alone(record))


def _others(frame: Frame) -> Iterator[Row]:
    return (Row(record) for record in frame.index.documents.values() if _stands_alone(record))


def _stands_alone(record: DocumentRecord) -> bool:
    return not record.letters or record.is_index or record.letters[0].date != record.date


def _date_key(row: Row) -> tuple[str, str, str]:
    return row.date.sort_key if row.date else _UNDATED


def line(frame: Frame, row: Row) -> list[str]:
    """Return what the list shows: URL, date under its year, date, label, kind, summary."""
    record = row.document
    if row.letter:
        link = letterhead.letter_link(frame, row.letter, "")
        url, label, date = link["url"], link["label"], link["date"]
    else:
        url = urls.href("", urls.document(record.id))
        label = letterhead.document_label(frame, record)
        date = frame.dates.full(record.date) if record.date else ""
    return [
        url,
        frame.dates.short(row.date),
        date,
        label,
        frame.kind(record),
        "" if record.is_index and row.letter else in_short(record.summary),
    ]


def values(frame: Frame, row: Row) -> dict[str, list[Value]]:
    """Return the values of each column, each once."""
    found = _of_document(frame, row.document)
    if letter := row.letter:
        unknown = ("", frame.strings["filter.unknown"], "")
        found |= {
            "sender": _people(frame, letter.with_role("sent")) or [unknown],
            "addressee": _people(frame, letter.with_role("received")) or [unknown],
            "carrier": _people(frame, (c for role in _CARRIED for c in letter.with_role(role))),
            "from": _people(frame, letter.places_of("sent")) or [unknown],
            "to": _people(frame, letter.places_of("received")) or [unknown],
        }
    return found


def _of_document(frame: Frame, record: DocumentRecord) -> dict[str, list[Value]]:
    strings = frame.strings
    entities = frame.entities_of.get(record.id, ())
    took_part = {Role.AUTHOR, Role.PARTICIPANT}
    found = {
        "participant": [_entry(frame, key) for key, link in entities if took_part & {*link.roles}],
        # Without a wording it is no name, but a source or an archive that the header points at.
        "mentioned": [
            _entry(frame, key)
            for key, link in entities
            if Role.MENTIONED in link.roles and link.forms
        ],
        "kind": [(record.kind, frame.kind(record), "")] if record.kind else [],
        "language": [
            (tag, strings.language_name(tag), "") for tag in record.text_languages if tag != "und"
        ],
        "archive": [(record.repository, record.repository, "")] if record.repository else [],
    }
    for name, has in (("text", record.has_text), ("facsimile", record.has_facsimile)):
        key = "yes" if has else "no"
        found[name] = [(key, strings[f"filter.{name}.{key}"], "")]
    return found


def _people(frame: Frame, names: Iterable[Correspondent]) -> list[Value]:
    found: dict[str, Value] = {}
    for name in names:
        text = name.text or name.form
        if name.entity in frame.index.entities:
            found[name.entity] = _entry(frame, name.entity)
        elif text:
            found[text] = (text, text, "")
    return list(found.values())


def _entry(frame: Frame, key: str) -> Value:
    entity = frame.index.entities[key]
    return (key, entity.name, entity.sort_name if entity.sort_name != entity.name else "")
