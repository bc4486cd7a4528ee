"""Letters in the index: their names joined with the entries that they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei_edition.diagnostics import Location
from tei_edition.indexing.implied import Implied, meant
from tei_edition.indexing.resolve import Resolver
from tei_edition.model import (
    Action,
    Correspondent,
    DocumentRecord,
    Entity,
    EntityKind,
    IndexedLetter,
    Letter,
    LetterLink,
    Name,
)
from tei_edition.tei.authorities import cmif_uri


@dataclass(frozen=True)
class Joiner:
    """Finds the entries that names mean. `entities` is by key."""

    resolver: Resolver
    implied: Implied
    entities: dict[str, Entity]

    def letter(self, letter: Letter, links: tuple[LetterLink, ...]) -> IndexedLetter:
        """Return a letter with its names joined; exchange and neighbours come later."""
        return IndexedLetter(
            letter=letter,
            people=tuple((a.type, tuple(self._joined(a.names))) for a in letter.actions),
            places=tuple((a.type, tuple(self._joined(a.places))) for a in letter.actions),
            links=links,
        )

    def entity_of(self, location: Location, value: str, kind: EntityKind | None) -> Entity | None:
        """Return the entry that a name's pointer at a place means: of a register, else implied."""
        path = location.path
        resolved = self.resolver.resolve(path, value, kind)
        if resolved is not None and resolved.kind == "entity":
            return self.entities[resolved.target]
        return self.implied.of_pointer(path, kind, value, location) if kind else None

    def entities_of(self, name: Name, *, correspondent: bool) -> list[Entity]:
        """Return the entries that a name means: one, or several where it points at several."""
        found = [self.entity_of(name.location, v, name.kind) for v in meant(name)]
        if not name.ref and correspondent:
            found = [self.implied.of_form(name.kind, name.form)]
        return list({entity.key: entity for entity in found if entity}.values())

    def _joined(self, names: tuple[Name, ...]) -> Iterator[Correspondent]:
        seen: set[str] = set()
        for name in names:
            entities = self.entities_of(name, correspondent=True)
            if not entities:
                yield _correspondent(name, None)
            for entity in entities:
                if entity.key not in seen:
                    seen.add(entity.key)
                    yield _correspondent(name, entity)


def renamed(document: DocumentRecord, id: str) -> tuple[Letter, ...]:
    """Return a document's letters with their final ids.

    The document's own id where it has one letter, else that id, ``.``, and the ``xml:id`` or
    ordinal of the correspDesc.
    """
    several = len(document.letters) > 1
    anchors = [letter.anchor for letter in document.letters]
    result = []
    for number, letter in enumerate(document.letters, 1):
        unique = letter.anchor and anchors.count(letter.anchor) == 1
        part = f".{letter.anchor if unique else number}" if several else ""
        result.append(replace(letter, id=f"{id}{part}", document=id))
    return tuple(result)


def first_of(letter: IndexedLetter, type: str) -> Correspondent | None:
    """Return the first person or office in the actions of a type, copies left aside."""
    groups = zip(letter.letter.actions, letter.people, strict=True)
    candidates = [(action, people) for action, (kind, people) in groups if kind == type and people]
    main = [people for action, people in candidates if not _is_copy(action)]
    chosen = main or [people for _, people in candidates]
    return chosen[0][0] if chosen else None


def _is_copy(action: Action) -> bool:
    return action.subtype in ("copy", "cc", "final")


def _correspondent(name: Name, entity: Entity | None) -> Correspondent:
    return Correspondent(
        form=name.form,
        text=entity.name if entity else name.form,
        entity=entity.key if entity else "",
        uri=uri_of(entity) if entity else "",
        type=name.type,
        certainty=name.certainty,
        evidence=name.evidence,
    )


def uri_of(entity: Entity) -> str:
    """Return the address by which the world knows an entry: what CMIF wants, else any it has."""
    others = (identifier.uri for identifier in entity.identifiers if identifier.uri)
    return cmif_uri(entity.identifiers, entity.kind) or next(others, "")
