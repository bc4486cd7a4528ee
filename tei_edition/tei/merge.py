"""The records of a corpus that was read member by member, put together as those of one file."""

from collections.abc import Iterable

from tei_edition.model import FileRecords


def merge(path: str, pieces: Iterable[FileRecords]) -> FileRecords:
    """Return the records of one file from those of its parts, in order."""
    parts = [piece for piece in pieces if not piece.unused]
    return FileRecords(
        path=path,
        documents=tuple(document for part in parts for document in part.documents),
        entities=tuple(entry for part in parts for entry in part.entities),
        pages=tuple(page for part in parts for page in part.pages),
        categories=tuple(dict.fromkeys(c for part in parts for c in part.categories)),
        anchors=frozenset().union(*(part.anchors for part in parts)),
        prefixes=tuple(dict.fromkeys(p for part in parts for p in part.prefixes)),
        local=tuple(entry for part in parts for entry in part.local),
        included=frozenset().union(*(part.included for part in parts)),
    )
