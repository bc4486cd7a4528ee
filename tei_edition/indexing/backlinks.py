"""Backlinks: for every entry, the documents and entries that have to do with it, and how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tei_edition.indexing.letters import Joiner
from tei_edition.model import (
    Backlink,
    DocumentRecord,
    Entity,
    IndexedLetter,
    Resolved,
    Role,
)

_ROLES = {role.value: role for role in Role}
_SILENT = frozenset(["ana", "calendar", "decls", "hand", "scheme", "scribeRef", "who"])
"""Attributes that say how something is classed or written: no mention of anybody."""

_SOURCES = frozenset(["edRef", "resp", "source", "wit"])
"""Attributes that say where a statement comes from, or who vouches for it."""

_ORDER = {role: number for number, role in enumerate(Role)}


def of_documents(
    documents: Iterable[DocumentRecord],
    letters: Mapping[str, IndexedLetter],
    joiner: Joiner,
    pointers: Mapping[tuple[str, str], Resolved],
) -> dict[str, tuple[Backlink, ...]]:
    """Return the backlinks of each entry by its key, documents in the order given."""
    found: dict[str, list[Backlink]] = defaultdict(list)
    for document in documents:
        roles: dict[str, dict[Role, None]] = defaultdict(dict)
        forms: dict[str, dict[str, None]] = defaultdict(dict)
        for key, role, form in _uses(document, letters, joiner):
            roles[key][role] = None
            if form:
                forms[key][form] = None
        for pointer in document.pointers:
            resolved = pointers.get((pointer.location.path, pointer.value))
            if resolved is None or resolved.kind != "entity" or resolved.target in roles:
                continue
            if pointer.attribute not in _SILENT:
                source = pointer.attribute in _SOURCES
                roles[resolved.target][Role.SOURCE if source else Role.MENTIONED] = None
        for key, own in roles.items():
            ordered = tuple(sorted(own, key=_ORDER.__getitem__))
            found[key].append(Backlink(document.id, ordered, tuple(forms[key])))
    return {key: tuple(found[key]) for key in sorted(found)}


def of_entities(
    entities: Iterable[Entity], pointers: Mapping[tuple[str, str], Resolved]
) -> dict[str, tuple[str, ...]]:
    """Return for each entry the keys of those whose own entries point at it, in the order given."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for pointer in entity.pointers:
            resolved = pointers.get((pointer.location.path, pointer.value))
            if resolved and resolved.kind == "entity" and resolved.target != entity.key:
                found[resolved.target][entity.key] = None
    return {key: tuple(found[key]) for key in sorted(found)}


def _uses(
    document: DocumentRecord, letters: Mapping[str, IndexedLetter], joiner: Joiner
) -> Iterator[tuple[str, Role, str]]:
    """Yield the entries that a document's names mean, with their role and wording."""
    for record in document.letters:
        letter = letters[record.id]
        for type, group in (*letter.people, *letter.places):
            for who in group:
                if who.entity:
                    # Editions have actions of their own between sending and receipt: carriage.
                    yield who.entity, _ROLES.get(type, Role.TRANSMITTED), who.form
    for mention in document.mentions:
        named = mention.role is Role.PARTICIPANT
        for entity in joiner.entities_of(mention.name, correspondent=named):
            yield entity.key, mention.role, mention.name.form
