"""Elements of a TEI file that have TEI's names but no namespace: read as what they must mean."""

import copy

from lxml import etree

from tei_edition.config.tei_names import ELEMENTS
from tei_edition.namespaces import TEI, tei
from tei_edition.xml import Document


def strays(root: etree._Element) -> list[etree._Element]:
    """Return the elements without a namespace whose names are those of TEI elements."""
    if not str(root.tag).startswith(f"{{{TEI}}}"):
        return []
    return [element for element in root.iter("{}*") if element.tag in ELEMENTS]


def with_namespace(document: Document) -> Document:
    """Return a document in which these elements are TEI's; rules see the file as it is."""
    if not strays(document.root):
        return document
    root = copy.deepcopy(document.root)
    for element in strays(root):
        element.tag = tei(str(element.tag))
    return document.with_copy(root)
