"""``persons.json``, ``places.json`` and so on: each register with what points at its entries."""

from collections.abc import Callable
from typing import Any

from tei_edition.config import Config
from tei_edition.exports import addresses, json_text
from tei_edition.exports.export import Export
from tei_edition.model import Entity, EntityKind, EntityName, Index


def register_of(kind: EntityKind) -> Callable[[Index, Config], bytes]:
    """Return the function that writes the register of one kind, entries by name."""

    def write(index: Index, config: Config) -> bytes:
        entries = [_entry(e, index, config) for e in index.entities.values() if e.kind is kind]
        return json_text.encoded(kind.value, entries)

    return write


def _entry(entity: Entity, index: Index, config: Config) -> dict[str, Any]:
    return {
        "id": entity.id,
        "url": addresses.of_entity(entity, config),
        "name": entity.name,
        "sort_name": entity.sort_name or None,
        "names": [_name(name) for name in entity.names],
        "birth": json_text.date(entity.birth) if entity.birth else None,
        "death": json_text.date(entity.death) if entity.death else None,
        "description": entity.description or None,
        "type": entity.type or None,
        "identifiers": [
            {"type": i.type or None, "value": i.value, "uri": i.uri or None}
            for i in entity.identifiers
        ],
        "geo": {"latitude": entity.geo[0], "longitude": entity.geo[1]} if entity.geo else None,
        "country": entity.country or None,
        "in_register": not entity.implied,
        "documents": [
            {
                "id": link.document,
                "roles": [role.value for role in link.roles],
                "forms": list(link.forms),
            }
            for link in index.backlinks.get(entity.key, ())
        ],
        "entries": [
            {"kind": index.entities[key].kind.value, "id": index.entities[key].id}
            for key in index.related.get(entity.key, ())
        ],
    }


def _name(name: EntityName) -> dict[str, Any]:
    return {
        "text": name.text,
        "type": name.type or None,
        "language": name.language or None,
        "dates": json_text.date(name.dates) if name.dates else None,
        "certainty": name.certainty or None,
    }


_LABELS = {
    EntityKind.PERSON: "Persons",
    EntityKind.PLACE: "Places",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.WORK: "Works",
    EntityKind.EVENT: "Events",
}

EXPORTS = tuple(
    Export(
        kind.value,
        f"data/{kind.value}.json",
        "application/json",
        f"{_LABELS[kind]} (JSON)",
        register_of(kind),
    )
    for kind in EntityKind
)
