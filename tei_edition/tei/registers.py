"""Entries of registers: persons, places, organisations, works and events.

One entry gives one `Entity`; ids are made unique by `tei_edition.indexing`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from tei_edition.model import DateRange, Entity, EntityKind, EntityName, Identifier
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei import authorities, chronology, facsimiles, pointers
from tei_edition.tei.classify import is_entry
from tei_edition.tei.dates import ATTRIBUTES
from tei_edition.tei.header import first_text, found, language
from tei_edition.tei.text import inline, local_name, own_text
from tei_edition.xml import Document

KINDS = {
    "person": EntityKind.PERSON,
    "personGrp": EntityKind.PERSON,
    "persona": EntityKind.PERSON,
    "place": EntityKind.PLACE,
    "org": EntityKind.ORGANISATION,
    "bibl": EntityKind.WORK,
    "biblStruct": EntityKind.WORK,
    "biblFull": EntityKind.WORK,
    "event": EntityKind.EVENT,
}

_NAME_PATHS = {
    EntityKind.PERSON: "tei:persName | tei:name",
    EntityKind.PLACE: "tei:placeName | tei:geogName | tei:name | tei:settlement | tei:region "
    "| tei:country[not(../tei:placeName)]",
    EntityKind.ORGANISATION: "tei:orgName | tei:name",
    EntityKind.WORK: "tei:title | */tei:title | tei:monogr/tei:title",
    EntityKind.EVENT: "tei:eventName | tei:label | tei:head",
}
_PREFERRED = ("preferred", "pref", "main", "full", "reg", "standard", "")
"""The values of @type that mark the name to show, best first; then any other name."""
_NOT_SHOWN = frozenset(["sort", "add"])
_DESCRIPTIONS = (
    "tei:desc[not(@type)]",
    "tei:note[@type = 'bio' or @type = 'summary' or @type = 'description']",
    "tei:note[not(@type)]",
    "tei:desc",
    "tei:p",
    "tei:note",
)


_MOST = 2000
_known: dict[tuple[str, str], Entity] = {}
"""What documents have given of entries of their own, by their XML and the language around it."""


def read(document: Document, root: etree._Element) -> Iterator[Entity]:
    """Yield the entries in an element, nested ones after the one that holds them.

    Of a header those count that stand in ``profileDesc``: participants, and the setting.
    """
    for element in _entries(root):
        yield replace(
            _placed(document, element, _entry(element, document.tree_text(element))),
            pointers=tuple(pointers.read(document, element)),
        )


def local(document: Document, root: etree._Element) -> Iterator[Entity]:
    """Yield the entries with an ``xml:id`` that a document keeps for itself, without pointers.

    The letters of an edition repeat the same persons: those of the same XML are read once.
    """
    for element in _entries(root):
        if not element.get(XML_ID, "").strip():
            continue
        key = document.tree_text(element), language(element)
        entity = _known.get(key)
        if entity is None:
            if len(_known) >= _MOST:
                _known.clear()
            entity = _known[key] = _entry(element, key[0])
        yield _placed(document, element, entity)


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    for part in found(root, "tei:teiHeader/tei:profileDesc | tei:standOff | tei:text"):
        for element in part.iter(*(tei(name) for name in KINDS)):
            if is_entry(element):
                yield element


def _placed(document: Document, element: etree._Element, entity: Entity) -> Entity:
    """Add what depends on the file: the place, and where its pictures are."""
    images = facsimiles.pictures(document, element)
    return replace(entity, location=document.location(element), images=images)


def _entry(element: etree._Element, source: str) -> Entity:
    """Return what an entry says, whatever file it is in; `source` is its XML.

    Its `id` is the ``xml:id`` as written, or empty.
    """
    kind = KINDS[local_name(element)]
    names = _names(element, kind)
    name = _preferred(names) or first_text(element, *_DESCRIPTIONS) or inline(element)
    xml_id = (element.get(XML_ID) or "").strip()
    return Entity(
        id=xml_id,
        xml_id=xml_id,
        kind=kind,
        name=name,
        sort_name=_sort_name(element, kind, name),
        names=names,
        birth=_life(element, "birth"),
        death=_life(element, "death"),
        description=_description(element, kind, names),
        identifiers=tuple(_identifiers(element)),
        geo=_geo(element),
        country=first_text(element, "tei:location/tei:country", "tei:country"),
        type=element.get("type", "") or element.get("subtype", ""),
        source=source,
        aliases=_aliases(element),
    )


def _names(element: etree._Element, kind: EntityKind) -> tuple[EntityName, ...]:
    """Return the names of an entry; web addresses, sort keys and empty names are none."""
    found_names = []
    for node in found(element, _NAME_PATHS[kind]):
        text = inline(node)
        if not text or text.startswith(("http://", "https://")):
            continue
        if node.get("type", "") in _NOT_SHOWN:
            continue
        found_names.append(
            EntityName(
                text=text,
                type=_name_type(node, kind),
                language=language(node),
                dates=_dates(node),
                certainty=node.get("cert", ""),
            )
        )
    return tuple(found_names)


def _name_type(node: etree._Element, kind: EntityKind) -> str:
    """Return @type of a name; of a title, its level says as much."""
    return node.get("type", "") or (node.get("level", "") if kind is EntityKind.WORK else "")


def _dates(node: etree._Element) -> DateRange | None:
    """Return when a name was in use, if its attributes say so."""
    if not any(name in node.attrib for name in ATTRIBUTES):
        return None
    return chronology.read(node)


def _preferred(names: tuple[EntityName, ...]) -> str:
    for wanted in _PREFERRED:
        for name in names:
            if name.type == wanted:
                return name.text
    return names[0].text if names else ""


def _sort_name(element: etree._Element, kind: EntityKind, name: str) -> str:
    """Return what an entry is sorted by: its sort form, ``surname, forename``, else its name."""
    written = first_text(
        element,
        "tei:persName[@type = 'sort'] | tei:placeName[@type = 'sort'] "
        "| tei:orgName[@type = 'sort'] | tei:title[@type = 'sort']",
    )
    if written:
        return written
    if kind is EntityKind.PERSON:
        return _family_first(element) or name
    return name


def _family_first(element: etree._Element) -> str:
    """Return ``surname, forename`` of the first name that marks both up."""
    for node in found(element, "tei:persName[tei:surname]"):
        surname = " ".join(inline(part) for part in found(node, "tei:surname"))
        forename = " ".join(inline(part) for part in found(node, "tei:forename"))
        link = first_text(node, "tei:nameLink")
        return ", ".join(filter(None, (surname, " ".join(filter(None, (forename, link))))))
    return ""


def _life(element: etree._Element, name: str) -> DateRange | None:
    """Return birth or death: its own attributes, else its first date, else its words."""
    for node in element.iterchildren(tei(name)):
        own = chronology.read(node)
        if own.edtf:
            return own
        inner = [chronology.read(date) for date in node.iter(tei("date"))]
        return next((date for date in inner if date.edtf), own if own.text else None)
    return None


def _description(element: etree._Element, kind: EntityKind, names: tuple[EntityName, ...]) -> str:
    """Return what an entry is, in a line: occupations, else its description."""
    if kind is EntityKind.WORK:
        return first_text(element, "tei:note") if names else inline(element)
    occupations = [inline(o) for o in found(element, "tei:occupation | tei:roleName | tei:role")]
    text = "; ".join(dict.fromkeys(filter(None, occupations)))
    return text or first_text(element, *_DESCRIPTIONS)


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    """Yield the authority ids of an entry itself, each once: idno, ptr, @ref and @sameAs."""
    seen: set[tuple[str, str]] = set()
    for found_id in (*_written_ids(element), *_linked_ids(element)):
        key = ("", found_id.uri) if found_id.uri else (found_id.type, found_id.value)
        if key not in seen:
            seen.add(key)
            yield found_id


def _written_ids(element: etree._Element) -> Iterable[Identifier]:
    for node in found(element, "tei:idno[not(tei:idno)] | tei:idno/tei:idno"):
        kind = node.get("type", "").strip()
        if kind.lower() in ("url", "uri", "urn", ""):
            kind = node.get("subtype", "").strip() or kind
        if own_text(node):
            yield authorities.identifier(kind, own_text(node))


def _linked_ids(element: etree._Element) -> Iterable[Identifier]:
    """Yield the authority URIs that pointers of the entry lead to; other links are no ids."""
    values = [(element.get("ref", ""), ""), (element.get("sameAs", ""), "")]
    values += [(node.get("target", ""), node.get("type", "")) for node in found(element, "tei:ptr")]
    for value, kind in values:
        for uri in value.split():
            if authorities.split_uri(uri):
                yield authorities.identifier(kind, uri)


def _geo(element: etree._Element) -> tuple[float, float] | None:
    """Return latitude and longitude: decimal degrees, parted by a blank or a comma."""
    for node in found(element, "tei:location/tei:geo | tei:geo"):
        parts = own_text(node).split()
        if len(parts) == 1:
            parts = parts[0].split(",")
        numbers = [part.strip(",;").replace(",", ".") for part in parts]
        if len(numbers) == 2 and all(re.fullmatch(r"[+-]?\d+(\.\d+)?", n) for n in numbers):
            latitude, longitude = float(numbers[0]), float(numbers[1])
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return (latitude, longitude)
    return None


def _aliases(element: etree._Element) -> tuple[str, ...]:
    """Return what else pointers call an entry: @n and @key, which name it in some editions."""
    values = (" ".join(element.get(name, "").split()) for name in ("n", "key"))
    return tuple(dict.fromkeys(value for value in values if value))
