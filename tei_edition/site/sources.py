"""The XML of one document: its file, or, where a file holds several, a TEI document of its own."""

from copy import deepcopy

from lxml import etree

from tei_edition.namespaces import XML_LANG, tei
from tei_edition.tei.apart import notes_of
from tei_edition.tei.split import element_at
from tei_edition.xml import Document

# What the header of a file with many letters says of them together is said of none alone.
_SHARED = frozenset(
    tei(name)
    for name in (
        "abstract",
        "correspDesc",
        "creation",
        "notesStmt",
        "particDesc",
        "settingDesc",
        "textClass",
    )
)


def is_part(document: Document, position: str) -> bool:
    """Return whether a document is one of several in its file."""
    return element_at(document.root, position) is not document.root


def xml_of(document: Document, position: str) -> str:
    """Return the XML text of the document that stands at a position of a file.

    A letter split out of a file keeps the file's header (sources, hands, characters, prefixes)
    without what that says of all letters together, and the notes to it that stand elsewhere.
    """
    element = element_at(document.root, position)
    if element.tag in (tei("TEI"), tei("teiCorpus")):
        return document.tree_text(element)
    return document.tree_text(_alone(element))


def _alone(element: etree._Element) -> etree._Element:
    """Return a TEI document of a part, which is a ``text`` or a division of one."""
    root = etree.Element(tei("TEI"), nsmap={None: tei("")[1:-1]})
    language = next((a.get(XML_LANG) for a in element.iterancestors() if a.get(XML_LANG)), None)
    if language:
        root.set(XML_LANG, language)
    around = next(element.iterancestors(tei("TEI")), None)
    header = around.find(tei("teiHeader")) if around is not None else None
    if header is not None:
        root.append(_without_shared(header))
    place = root
    if element.tag != tei("text"):
        place = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    place.append(_without_tail(element))
    if notes := notes_of(element):
        etree.SubElement(root, tei("standOff")).extend(map(_without_tail, notes))
    return root


def _without_tail(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _without_shared(header: etree._Element) -> etree._Element:
    copy = deepcopy(header)
    for element in [e for e in copy.iter(etree.Element) if e.tag in _SHARED]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return copy
