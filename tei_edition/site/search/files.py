"""The files of the search: scripts, so that a browser loads them from a folder as well as a server.

Each calls ``teiEdition.piece(name, value)``. ``start.js`` says how many parts there are and
with which word each begins; ``words-N.js`` are the postings, ``places-N.js`` the positions for
phrases, ``records-N.js`` what a list of results shows, ``facets.js`` the values to choose from.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from tei_edition.site.frame import Frame
from tei_edition.site.search.numbers import ascending
from tei_edition.site.search.postings import Part, Postings, gathered
from tei_edition.site.search.records import FACETS, Record, records

FOLDER = "search/data"
TOGETHER = 32
"""How many records share a file."""
_BATCH = 200
"""The words of so many records are gathered together."""

Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""What applies a function to things and yields the results in their order."""


def files(
    frame: Frame, copy: Callable[[str], str], spread: Spread = map
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file; the same edition gives the same bytes.

    `copy` returns the plain text of a document by the path of that file in the site; `spread`
    applies a function as `map` does, but may do so in other processes.
    """
    postings = Postings()
    facets = Facets()
    shown: list[list[Any]] = []

    def batches() -> Iterator[list[tuple[int, str, tuple[str, ...]]]]:
        numbered = enumerate(records(frame, copy))
        while batch := list(islice(numbered, _BATCH)):
            for number, record in batch:
                facets.add(number, record)
                shown.append(row(record))
            yield [(number, record.title, record.fields) for number, record in batch]

    for words in spread(gathered, batches()):
        postings.add(words)
    yield from written(postings, facets, shown, len(frame.index.documents))


def written(
    postings: Postings, facets: "Facets", shown: list[list[Any]], documents: int
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file; `shown` are the rows of all records."""
    made = dict(_others(facets, shown))
    firsts = []
    for number, part in enumerate(postings.parts()):
        made |= as_data(number, part)
        firsts.append(part.first)
    start = {
        "version": version(map(made.__getitem__, sorted(made))),
        "records": len(shown),
        "documents": documents,
        "together": TOGETHER,
        "firsts": firsts,
    }
    while made:
        yield as_file(*made.popitem())
    yield as_file("start", encoded(start))


def version(data: Iterable[str]) -> str:
    """Return what changes with the index: a hash of all its files, in the order of their names."""
    digest = sha256()
    for text in data:
        digest.update(text.encode())
    return digest.hexdigest()[:12]


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


def as_data(number: int, part: Part) -> dict[str, str]:
    """Return what the two files of a part hold, by their names."""
    return {
        f"words-{number}": encoded([part.first, part.terms, part.records]),
        f"places-{number}": encoded(part.places),
    }


def _others(facets: Facets, shown: list[list[Any]]) -> Iterator[tuple[str, str]]:
    rows = iter(shown)
    number = 0
    while together := list(islice(rows, TOGETHER)):
        yield f"records-{number}", encoded(together)
        number += 1
    yield "facets", encoded(facets.rows())


def path_of(name: str) -> str:
    """Return where a file of the index lies in the site."""
    return f"{FOLDER}/{name}.js"


def as_file(name: str, data: str) -> tuple[str, bytes]:
    """Return path and bytes of a file of the index."""
    return path_of(name), f'teiEdition.piece("{name}",{data});\n'.encode()


def value_in(file: str) -> str:
    """Return the JSON that a file of the index holds."""
    return file[file.index(",") + 1 : file.rindex(")")]


def encoded(value: Any) -> str:
    """Return a value as JSON, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
