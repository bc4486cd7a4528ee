"""``correspondence.json``: every act of communication, with all that is known of it.

The shape of names, places and dates is that of the correspSearch visualisations.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from tei_edition.config import Config
from tei_edition.exports import addresses, json_text
from tei_edition.exports.export import Export
from tei_edition.model import (
    Correspondent,
    Entity,
    EntityKind,
    Index,
    IndexedLetter,
    LetterLink,
    Role,
)

Describe = Callable[[IndexedLetter], dict[str, Any]]


def write(index: Index, config: Config) -> bytes:
    """Return the file, letters in edition order."""
    describe = describer(index, config)
    return json_text.encoded("letters", map(describe, index.letters.values()))


def describer(index: Index, config: Config) -> Describe:
    """Return a function that returns a letter as the file has it."""
    mentioned = _mentioned(index)
    return lambda one: _letter(one, mentioned.get(one.letter.document, []), index, config)


def _letter(
    letter: IndexedLetter, mentioned: list[dict[str, Any]], index: Index, config: Config
) -> dict[str, Any]:
    record = letter.letter
    document = index.documents[record.document]
    return {
        "id": record.id,
        "url": addresses.of_letter(letter, index, config),
        "title": document.title,
        "document": document.id,
        "kind": document.kind or None,
        "type": record.type or None,
        "number": record.number or None,
        "rule": record.rule or None,
        "names": [
            *_named(letter.people, index),
            *(m for m in mentioned if m["kind"] != EntityKind.PLACE.value),
        ],
        "places": [
            *_named(letter.places, index),
            *(m for m in mentioned if m["kind"] == EntityKind.PLACE.value),
        ],
        "dates": list(_dates(letter)),
        "links": [_link(link) for link in letter.links],
        "exchange": letter.exchange or None,
        "previous": letter.previous or None,
        "next": letter.next or None,
    }


def _named(
    groups: tuple[tuple[str, tuple[Correspondent, ...]], ...], index: Index
) -> Iterator[dict[str, Any]]:
    for action, group in groups:
        for who in group:
            yield _name(who, action or None, index.entities.get(who.entity))


def _name(who: Correspondent, action: str | None, entity: Entity | None) -> dict[str, Any]:
    return {
        "text": who.text or None,
        "canonical_ref": who.uri or None,
        "id": entity.id if entity else None,
        "action": action,
        "kind": entity.kind.value if entity else None,
        "form": who.form or None,
        "type": who.type or None,
        "certainty": who.certainty or None,
    }


def _mentioned(index: Index) -> dict[str, list[dict[str, Any]]]:
    """Return by document everyone and everything that it speaks of, each once."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for key, entity in index.entities.items():
        for link in index.backlinks.get(key, ()):
            # Without a wording it is no name, but a source or an archive that the header points at.
            if Role.MENTIONED in link.roles and link.forms:
                form = link.forms[0]
                who = Correspondent(form=form, text=entity.name, entity=key, uri=_uri(entity))
                found[link.document].append(_name(who, Role.MENTIONED.value, entity))
    return found


def _uri(entity: Entity) -> str:
    return next((i.uri for i in entity.identifiers if i.uri), "")


def _dates(letter: IndexedLetter) -> Iterator[dict[str, Any]]:
    for action in letter.letter.actions:
        if action.date:
            yield {**json_text.date(action.date), "action": action.type or None}


def _link(link: LetterLink) -> dict[str, Any]:
    return {
        "type": link.type or None,
        "subtype": link.subtype or None,
        "text": link.text or None,
        "document": link.document or None,
        "letter": link.letter or None,
        "entity": link.entity or None,
        "certainty": link.certainty or None,
    }


EXPORT = Export("json", "data/correspondence.json", "application/json", "JSON", write)
