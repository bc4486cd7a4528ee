"""Names in a document outside its correspDesc: participants, authors, and who is spoken of."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tei_edition.model import EntityKind, Mention, Role
from tei_edition.namespaces import tei
from tei_edition.tei import names
from tei_edition.tei.classify import is_entry
from tei_edition.tei.header import found
from tei_edition.tei.text import local_name
from tei_edition.xml import Document

_NOT_MENTIONS = frozenset(["fileDesc", "encodingDesc", "revisionDesc", "xenoData"])
"""Parts of a header that speak of the file and its source, not of what the document says."""

_SOURCE_KINDS = {
    "bibl": EntityKind.WORK,
    "biblStruct": EntityKind.WORK,
    "title": EntityKind.WORK,
    "repository": EntityKind.ORGANISATION,
    "institution": EntityKind.ORGANISATION,
    "publisher": EntityKind.ORGANISATION,
    "pubPlace": EntityKind.PLACE,
}
"""What an element of a source's description means by its pointer; any other one a person."""

_AUTHOR_WORDS = frozenset(["author", "aut", "writer"])


def read(document: Document, root: etree._Element) -> Iterator[Mention]:
    """Yield the names in a document or a part of one, in document order.

    Names in its ``correspAction`` are left to the letters, except those in their notes.
    """
    for part in found(root, "tei:teiHeader/tei:fileDesc"):
        yield from _of_the_file(document, part)
    for element, kind in names.all_names(root):
        place = _place(element, root)
        if place is not None:
            role, function = place
            name = names.read(document, element, kind)
            if name.ref or name.form:
                yield Mention(name, role, function)


def _of_the_file(document: Document, description: etree._Element) -> Iterator[Mention]:
    """Yield the author of a document, and what its source's description points at."""
    authors = set(found(description, ".//tei:titleStmt/tei:author"))
    for element in description.iter(etree.Element):
        values = names.pointer_values(element) or names.split_pointers(element.get("corresp", ""))
        kind = names.kind_of(element) or _SOURCE_KINDS.get(local_name(element), EntityKind.PERSON)
        if element in authors or element.getparent() in authors:
            if values or (element in authors and _holds_no_pointer(element)):
                yield Mention(names.read(document, element, kind), Role.AUTHOR)
        elif values:
            name = replace(names.read(document, element, kind), ref=values[0], further=values[1:])
            yield Mention(name, Role.SOURCE, element.get("role", ""))


def _holds_no_pointer(author: etree._Element) -> bool:
    """Say whether an author is named by elements, none of which says who that is."""
    inner = author.iterchildren(etree.Element)
    return len(author) > 0 and not any(names.pointer_values(child) for child in inner)


def _place(element: etree._Element, root: etree._Element) -> tuple[Role, str] | None:
    """Return the role and function that a name has by where it stands; ``None``: no mention."""
    in_note = False
    for ancestor in element.iterancestors():
        name = local_name(ancestor)
        if name in _NOT_MENTIONS or (name == "correspAction" and not in_note):
            return None
        if name in names.ENTRIES and _in_particulars(ancestor):
            return _role(ancestor)
        if name in names.ENTRIES and (is_entry(ancestor) or not names.pointer_values(element)):
            return None
        in_note = in_note or name == "note"
        if ancestor is root:
            break
    return (Role.MENTIONED, "")


def _in_particulars(entry: etree._Element) -> bool:
    return next(entry.iterancestors(tei("particDesc")), None) is not None


def _role(entry: etree._Element) -> tuple[Role, str]:
    function = entry.get("role", "").strip()
    role = Role.AUTHOR if function.lower() in _AUTHOR_WORDS else Role.PARTICIPANT
    return (role, function)
