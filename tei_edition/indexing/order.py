"""The order of an edition: documents and letters by date, entries by name."""

import re
import unicodedata
from typing import Any

from tei_edition.model import DocumentRecord, Entity, EntityKind, Letter

_KINDS = {kind: number for number, kind in enumerate(EntityKind)}
_UNDATED = ("9999-99-99", "9999-99-99", "")

# The parts of a key have different types from field to field, never in one field.
Key = tuple[Any, ...]


def of_letter(letter: Letter) -> Key:
    """Return the sort key of a letter.

    By its date (the earliest day, the shorter span, the hour; undated last), then @sortKey, then
    its number as a number (No. 833 before No. 4159), then its id.
    """
    sort_keys = [action.sort_key for action in letter.actions if action.sort_key]
    date = letter.date.sort_key if letter.date else _UNDATED
    return (date, natural(sort_keys[0] if sort_keys else ""), natural(letter.number), letter.id)


def of_document(document: DocumentRecord) -> Key:
    """Return the sort key of a document: its date, then as for its first letter, then its id."""
    date = document.date.sort_key if document.date else _UNDATED
    first = of_letter(document.letters[0])[1:3] if document.letters else ((), ())
    return (date, *first, natural(document.id), document.id)


def of_entity(entity: Entity) -> Key:
    """Return the sort key of an entry: kinds in the order of the model, then its sort name."""
    return (_KINDS[entity.kind], letters_only(entity.sort_name or entity.name), entity.id)


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers in a text as numbers."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p.casefold()) for p in parts)


def letters_only(text: str) -> str:
    """Return a text for sorting: no accents, no case, no punctuation before the first letter.

    The same on every machine, unlike a locale's collation.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"^[\W_]+", "", plain).casefold()
