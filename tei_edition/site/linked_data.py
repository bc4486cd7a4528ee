"""What a page is about in the vocabulary of schema.org, as JSON-LD for its head."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tei_edition.exports.references import Agent, Reference
from tei_edition.model import DateRange, Entity, EntityKind, IndexedLetter, Role
from tei_edition.site import urls
from tei_edition.site.dates import iso
from tei_edition.site.frame import Frame

_TYPES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.PLACE: "Place",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.WORK: "CreativeWork",
    EntityKind.EVENT: "Event",
}


def document(
    frame: Frame, reference: Reference, letters: Sequence[IndexedLetter], path: str
) -> dict[str, Any]:
    """Return a document; a letter is a ``Message`` with its sender and recipient."""
    own = {
        "@type": "Message" if letters else "CreativeWork",
        "@id": _address(frame, path),
        "url": reference.url,
        "name": reference.title,
        "author": _agents(frame, reference.authors),
        "editor": _agents(frame, reference.editors),
        "publisher": _publisher(reference),
        "genre": reference.genre,
        "inLanguage": reference.language,
        "abstract": reference.abstract,
        "keywords": list(reference.topics),
        "dateCreated": _date(reference.date),
        "dateModified": reference.version,
        "datePublished": reference.published,
        "license": reference.licence,
        "mentions": _mentions(frame, reference.id),
        "isPartOf": {
            "@type": "Collection",
            "@id": _address(frame, ""),
            "name": reference.container,
        },
    }
    return own | (_message(frame, reference, letters[0]) if letters else {})


def edition(frame: Frame, reference: Reference) -> dict[str, Any]:
    """Return the whole edition, a ``Collection``."""
    dated = [d.date for d in frame.index.documents.values() if d.date]
    ends = [dated[0].earliest, dated[-1].latest] if dated else []
    return {
        "@type": "Collection",
        "@id": _address(frame, ""),
        "url": reference.url,
        "name": reference.title,
        "editor": _agents(frame, reference.editors),
        "publisher": _publisher(reference),
        "inLanguage": frame.strings.language,
        "dateModified": reference.version,
        "temporalCoverage": "/".join(str(end) for end in ends) if all(ends) else "",
        "license": reference.licence,
        "collectionSize": len(frame.index.documents),
    }


def entry(frame: Frame, entity: Entity) -> dict[str, Any]:
    """Return a register entry, the same as what the authorities know it by."""
    own: dict[str, Any] = {
        "@type": _TYPES[entity.kind],
        "@id": _address(frame, urls.entity(entity.key)),
        "url": _address(frame, urls.entity(entity.key)),
        "name": entity.name,
        "alternateName": [n.text for n in entity.names if n.text != entity.name],
        "description": entity.description,
        "sameAs": [i.uri for i in entity.identifiers if i.uri],
    }
    if entity.kind is EntityKind.PERSON:
        own |= {"birthDate": _date(entity.birth), "deathDate": _date(entity.death)}
    if entity.geo:
        latitude, longitude = entity.geo
        own["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": latitude,
            "longitude": longitude,
        }
    return own


def encoded(found: Mapping[str, Any]) -> str:
    """Return the JSON of what is known, fit to stand in a ``script`` of HTML as it is.

    No ``<`` or ``&`` is in it, so that no text can end the element or begin a comment.
    """
    document = {"@context": "https://schema.org", **_known(found)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _known(found: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty, at every depth."""
    return {key: _pruned(value) for key, value in found.items() if value}


def _pruned(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _known(value)
    return [_pruned(part) for part in value] if isinstance(value, list) else value


def _message(frame: Frame, reference: Reference, letter: IndexedLetter) -> dict[str, Any]:
    received = letter.letter.action("received")
    sent = letter.letter.action("sent")
    return {
        "sender": _agents(frame, reference.authors),
        "recipient": _agents(frame, reference.recipients),
        "dateSent": _date(sent.date if sent else None),
        "dateReceived": _date(received.date if received else None),
        "locationCreated": [
            _node(frame, "Place", place.text, place.entity) for place in letter.places_of("sent")
        ],
    }


def _agents(frame: Frame, agents: Iterable[Agent]) -> list[dict[str, Any]]:
    """Return names; whether one without an entry is a person's, nobody says."""
    return [
        _node(frame, "Person" if agent.family else "Thing", agent.name, agent.entity)
        for agent in agents
    ]


def _node(frame: Frame, type: str, name: str, key: str) -> dict[str, Any]:
    """Return something by its name, with its address and its authorities if it has an entry."""
    entity = frame.index.entities.get(key)
    if entity is None:
        return {"@type": type, "name": name}
    same = [i.uri for i in entity.identifiers if i.uri]
    return {
        "@type": _TYPES[entity.kind],
        "@id": _address(frame, urls.entity(key)),
        "name": name,
        "sameAs": same,
    }


def _mentions(frame: Frame, document: str) -> list[dict[str, Any]]:
    """Return whom and what a document has to do with, by address: the entries say the rest."""
    return [
        {
            "@type": _TYPES[frame.index.entities[key].kind],
            "@id": _address(frame, urls.entity(key)),
            "name": frame.index.entities[key].name,
        }
        for key, backlink in frame.entities_of.get(document, ())
        if set(backlink.roles) - {Role.SOURCE}
    ]


def _publisher(reference: Reference) -> dict[str, str]:
    if not reference.publisher:
        return {}
    return {"@type": "Organization", "name": reference.publisher}


def _date(date: DateRange | None) -> str:
    """Return a date as ISO 8601 has it: a day, a month, a year, or an interval."""
    if date is None:
        return ""
    between = f"{date.earliest}/{date.latest}" if date.earliest and date.latest else ""
    return iso(date) or between


def _address(frame: Frame, path: str) -> str:
    """Return the public address of a page; nothing where nobody says where the site will be."""
    base = frame.config.edition.base_url
    return urls.absolute(base, path) if base and path else base
