"""Names: which elements name a person, a place, an organisation, a work or an event.

Reads the name as the document has it; whom it means is decided by `tei_edition.indexing`.
"""

from collections.abc import Iterator

from lxml import etree

from tei_edition.model import EntityKind, Name
from tei_edition.namespaces import TEI, XML_ID
from tei_edition.tei.text import inline, local_name
from tei_edition.xml import Document

ELEMENT_KINDS = {
    "persName": EntityKind.PERSON,
    "orgName": EntityKind.ORGANISATION,
    "placeName": EntityKind.PLACE,
    "geogName": EntityKind.PLACE,
    "settlement": EntityKind.PLACE,
    "region": EntityKind.PLACE,
    "country": EntityKind.PLACE,
    "district": EntityKind.PLACE,
    "bloc": EntityKind.PLACE,
    "origPlace": EntityKind.PLACE,
    "eventName": EntityKind.EVENT,
    "objectName": EntityKind.WORK,
}
"""Elements that say by themselves what they name."""

TYPE_KINDS = {
    word: kind
    for kind, words in {
        EntityKind.PERSON: "person persons people pers persname personname personal human "
        "persongroup",
        EntityKind.PLACE: "place places placename city settlement country region geo geog location "
        "ort building",
        EntityKind.ORGANISATION: "org orgs orgname organisation organization organisations "
        "organizations institution corporate company party",
        EntityKind.WORK: "work works lit_work bibl book title publication art text werk object",
        EntityKind.EVENT: "event events meeting",
    }.items()
    for word in words.split()
}
"""What ``rs/@type`` and ``name/@type`` say in practice."""

ENTRIES = frozenset(["person", "personGrp", "place", "org"])
"""Entries that a document may hold, in its header or in a small register of its own."""

POINTERS = ("ref", "key")
"""The attributes by which a name points at its entry (att.canonical), in order of preference."""


def kind_of(element: etree._Element) -> EntityKind | None:
    """Return what an element names, or ``None`` where it does not say or is no name."""
    name = local_name(element)
    if name in ELEMENT_KINDS:
        return ELEMENT_KINDS[name]
    if name in ("rs", "name"):
        return TYPE_KINDS.get(element.get("type", "").strip().lower())
    if name == "title" and element.get("ref"):
        return EntityKind.WORK
    return None


def pointer_values(element: etree._Element) -> tuple[str, ...]:
    """Return what a name points at: every value of @ref, else @key as a whole.

    @key is text that may hold blanks (``Escher (vom Glas) Alfred``), @ref a list (TEI Guidelines,
    att.canonical); a bare ``#`` only keeps the place of a pointer.
    """
    values = tuple([v for v in split_pointers(element.get("ref", "")) if v != "#"])
    key = "" if values else " ".join(element.get("key", "").split())
    return (key,) if key else values


def split_pointers(value: str) -> tuple[str, ...]:
    """Return the pointers of an attribute, freed of the semicolons that some put between them."""
    return tuple([part for written in value.split() if (part := written.rstrip(";,"))])


def read(document: Document, element: etree._Element, kind: EntityKind) -> Name:
    """Return the name that an element holds.

    Where the pointer stands on the only name inside (``orgName/rs``), it counts for the whole. A
    name of an entry means that entry.
    """
    bearer = element
    values = pointer_values(element) or _of_entry(element)
    if not values:
        inner = [e for e in element.iter(etree.Element) if e is not element and pointer_values(e)]
        if len(inner) == 1 and kind_of(inner[0]) in (kind, None):
            bearer, values = inner[0], pointer_values(inner[0])
    return Name(
        form=inline(element),
        kind=kind_of(bearer) or kind,
        ref=values[0] if values else "",
        type=_type(element),
        certainty=element.get("cert", "") or bearer.get("cert", ""),
        location=document.location(element),
        further=values[1:],
        evidence=element.get("evidence", "") or bearer.get("evidence", ""),
    )


def _of_entry(name: etree._Element) -> tuple[str, ...]:
    """Return what the entry whose name this is points at, else a pointer to the entry itself."""
    entry = name.getparent()
    if entry is None or local_name(entry) not in ENTRIES:
        return ()
    id = entry.get(XML_ID, "").strip()
    elsewhere = pointer_values(entry) or split_pointers(entry.get("sameAs", ""))
    return elsewhere or ((f"#{id}",) if id else ())


def outermost(
    element: etree._Element, kinds: frozenset[EntityKind], untyped: EntityKind | None = None
) -> Iterator[tuple[etree._Element, EntityKind]]:
    """Yield the names of some kinds in an element, without those in notes or in other names.

    `untyped` is what a bare ``name`` or ``rs`` is taken for.
    """
    for child in element:
        name = local_name(child)
        if not name or name in ("note", "noteGrp"):
            continue
        kind = kind_of(child)
        if kind is None and untyped and name in ("name", "rs") and not child.get("type"):
            kind = untyped
        if kind in kinds and kind is not None:
            yield child, kind
        elif kind is None:
            yield from outermost(child, kinds, untyped)


def all_names(element: etree._Element) -> Iterator[tuple[etree._Element, EntityKind]]:
    """Yield every name in an element, also in notes, with its kind; not the parts of a name."""
    for child in element.iter(*_NAME_TAGS):
        kind = kind_of(child)
        if kind is not None and not _part_of_name(child, kind):
            yield child, kind


def _part_of_name(element: etree._Element, kind: EntityKind) -> bool:
    """Say whether a name only repeats the one around it: same kind, one of the two unreferenced."""
    parent = element.getparent()
    if parent is None or kind_of(parent) is not kind:
        return False
    return not (pointer_values(element) and pointer_values(parent))


def _type(element: etree._Element) -> str:
    """Return @type, except where it only says what kind of thing is named."""
    written = element.get("type", "")
    return "" if local_name(element) in ("rs", "name") else written


_NAME_TAGS = tuple(f"{{{TEI}}}{name}" for name in (*ELEMENT_KINDS, "rs", "name", "title"))
