"""How JSON is written: an entry to a line, UTF-8, keys in the order given, unknown values null."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from tei_edition.model import DateRange


def encoded(name: str, entries: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a file of JSON: an object with one list, each entry of it in a line."""
    lines = ",\n".join(map(_encode, entries))
    return f"{{{_encode(name)}:[\n{lines}\n]}}\n".encode()


# Without blanks, as browsers write it: what readers save there is the same to the byte.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def date(value: DateRange) -> dict[str, Any]:
    """Return a date: first and last day, EDTF, wording and hour."""
    return {
        "start": value.earliest,
        "end": value.latest,
        "edtf": value.edtf or None,
        "text": value.text or None,
        "time": value.time or None,
        "certainty": value.certainty or None,
    }
