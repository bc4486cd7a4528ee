"""Entries that documents keep for themselves, in their header, ``standOff`` or back matter.

Two files may give one id to two persons, or repeat one person's entry: names and authority ids
tell which. What a register of the whole edition has is none of this module's business.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tei_edition.diagnostics import Location
from tei_edition.indexing.resolve import Resolver
from tei_edition.model import DocumentRecord, Entity, EntityKind


@dataclass(frozen=True, slots=True)
class LocalEntry:
    """The first of the entries that are one person, place …; `name` tells it from all others."""

    entity: Entity
    name: str


class LocalEntries:
    """Finds the entries that pointers in their own file, or with its name, mean."""

    def __init__(
        self, entries: Iterable[Entity], resolver: Resolver, documents: Iterable[DocumentRecord]
    ) -> None:
        self._resolver = resolver
        self._starts = sorted(_place(document.location) for document in documents)
        self._found: dict[tuple[str, str, EntityKind], dict[int, LocalEntry]] = defaultdict(dict)
        named: dict[tuple[EntityKind, str], list[Entity]] = defaultdict(list)
        for entity in sorted(entries, key=lambda e: _place(e.location)):
            named[entity.kind, entity.xml_id].append(entity)
        for (kind, id), alike in named.items():
            groups = _groups(alike)
            for group in groups:
                first = group[0]
                entry = LocalEntry(first, id if len(groups) == 1 else f"{id} {first.name}")
                for entity in group:
                    known = self._found[entity.location.path, id, kind]
                    known.setdefault(self._document_at(entity.location), entry)

    def of_pointer(
        self, path: str, kind: EntityKind, value: str, location: Location | None = None
    ) -> LocalEntry | None:
        """Return the entry that a pointer in the file `path` means, if a document keeps it.

        Where several documents in one file give the id to different entries, the place of the
        pointer decides; without one, nothing does.
        """
        entries = self._entries(path, kind, value)
        if len({entry.name for entry in entries.values()}) == 1:
            return next(iter(entries.values()))
        return entries.get(self._document_at(location)) if location else None

    def is_ambiguous(self, path: str, kind: EntityKind, value: str) -> bool:
        """Say whether only the place of a pointer tells what it means."""
        return len({entry.name for entry in self._entries(path, kind, value).values()}) > 1

    def _entries(self, path: str, kind: EntityKind, value: str) -> dict[int, LocalEntry]:
        return self._found.get((*self._resolver.place(path, value), kind), {})

    def _document_at(self, location: Location) -> int:
        """Return the number of the document that begins last before a place."""
        return bisect_right(self._starts, _place(location))


def _place(location: Location) -> tuple[str, int, int]:
    return (location.path, location.line, location.column)


def _groups(entities: list[Entity]) -> list[list[Entity]]:
    """Put the entries with one id together that are about the same."""
    groups: list[list[Entity]] = []
    for entity in entities:
        group = next((g for g in groups if any(_same(entity, other) for other in g)), None)
        if group is None:
            groups.append([entity])
        else:
            group.append(entity)
    return groups


def _same(one: Entity, other: Entity) -> bool:
    """Say whether two entries share a name or an authority id, as copies of one do."""
    return bool(_signs(one) & _signs(other))


def _signs(entity: Entity) -> set[str]:
    names = {" ".join(name.text.casefold().split()) for name in entity.names}
    uris = {identifier.uri for identifier in entity.identifiers if identifier.uri}
    return names | uris or {entity.name}
