"""How JSON is written: readable, in UTF-8, keys in the order given, unknown values as null."""

import json
from collections.abc import Mapping
from typing import Any

from tei_edition.model import DateRange


def encoded(value: Mapping[str, Any]) -> bytes:
    """Return a file of JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


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
