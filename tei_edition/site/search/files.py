"""The files of the search: scripts, so that a browser loads them from a folder as well as a server.

Each calls ``teiEdition.piece(name, value)``. ``start.js`` says how many parts there are and
with which word each begins; ``words-N.js`` are the postings, ``places-N.js`` the positions for
phrases, ``records-N.js`` what a list of results shows, ``facets.js`` the values to choose from.
"""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from tei_edition.site.frame import Frame
from tei_edition.site.search.numbers import ascending
from tei_edition.site.search.postings import Postings
from tei_edition.site.search.records import FACETS, Record, records

FOLDER = "search/data"
TOGETHER = 32
"""How many records share a file."""


def files(frame: Frame, copy: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file; the same edition gives the same bytes.

    `copy` returns the plain text of a document by the path of that file in the site.
    """
    postings = Postings()
    facets = Facets()
    shown: list[list[Any]] = []
    for number, record in enumerate(records(frame, copy)):
        postings.add(number, record.title, record.fields)
        facets.add(number, record)
        shown.append(row(record))
    made = list(_parts(postings, facets, shown))
    firsts = [json.loads(data)[0] for name, data in made if name.startswith("words-")]
    digest = sha256()
    for name, data in made:
        digest.update(data.encode())
        yield _file(name, data)
    start = {
        "version": digest.hexdigest()[:12],
        "records": len(shown),
        "documents": len(frame.index.documents),
        "together": TOGETHER,
        "firsts": firsts,
    }
    yield _file("start", _json(start))


def row(record: Record) -> list[Any]:
    """Return what results show: URL, title, date, kind, summary, has a text (1 or 0), language."""
    return [
        record.url,
        record.title,
        record.date,
        record.kind,
        record.summary,
        int(record.copy),
        record.language,
    ]


class Facets:
    """Collects which records have which value of a facet."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, tuple[str, list[int]]]] = {name: {} for name in FACETS}

    def add(self, number: int, record: Record) -> None:
        """Add a record; records come in the order of their numbers."""
        for name, values in record.facets.items():
            for key, label in values:
                numbers = self._values[name].setdefault(key, (label, []))[1]
                if not numbers or numbers[-1] != number:
                    numbers.append(number)

    def rows(self) -> dict[str, list[list[str]]]:
        """Return for each facet its values in order of their keys: key, label, records."""
        return {
            name: [
                [key, label, ascending(numbers).decode()]
                for key, (label, numbers) in sorted(values.items())
            ]
            for name, values in self._values.items()
        }


def _parts(postings: Postings, facets: Facets, shown: list[list[Any]]) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(postings.parts()):
        yield f"words-{number}", _json([part.first, part.terms, part.records])
        yield f"places-{number}", _json(part.places)
    rows = iter(shown)
    number = 0
    while together := list(islice(rows, TOGETHER)):
        yield f"records-{number}", _json(together)
        number += 1
    yield "facets", _json(facets.rows())


def _file(name: str, data: str) -> tuple[str, bytes]:
    return f"{FOLDER}/{name}.js", f'teiEdition.piece("{name}",{data});\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
