"""From the path that a processor gives (``fn:path``) to the node of our own tree."""

import re
from dataclasses import dataclass

from lxml import etree

from tei_edition.diagnostics import Location
from tei_edition.namespaces import XML
from tei_edition.xml import Document

_STEP = re.compile(r"/(@?)(?:Q\{([^}]*)\}([^\[/]+)|([\w.-]+)(\([^)]*\))?)(?:\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Node:
    """An element, or what is in it: the `attribute` of a name as lxml gives it, or the
    text node with the number `text` (from 1). `other` stands for comments and instructions."""

    element: etree._Element
    attribute: str = ""
    text: int = 0
    other: bool = False


def node_at(path: str, document: Document) -> Node | None:
    """Return the node to which a path leads; ``None`` where there is none."""
    element: etree._Element | None = None
    for at, namespace, name, local, kind, position in _STEP.findall(path):
        if at:
            attribute = f"{{{namespace}}}{name}" if namespace else name or local
            return Node(document.root if element is None else element, attribute)
        if kind:
            text = int(position or 1) if local == "text" else 0
            return Node(document.root if element is None else element, text=text, other=not text)
        tag = f"{{{namespace}}}{name}" if namespace else name or local
        element = document.root if element is None else _child(element, tag, int(position or 1))
        if element is None:
            return None
    return Node(document.root if element is None else element)


def place_of(path: str, document: Document) -> Location:
    """Return the place of the node to which a path leads.

    Text, comments and instructions have the place of their element.
    """
    node = node_at(path, document)
    if node is None:
        return Location(document.name)
    return document.location(node.element, node.attribute or None)


def written(attribute: str) -> str:
    """Return the name of an attribute as files have it, as far as its prefix is fixed."""
    name = etree.QName(attribute)
    return f"xml:{name.localname}" if name.namespace == XML else name.localname


def _child(element: etree._Element, tag: str, position: int) -> etree._Element | None:
    for number, child in enumerate(element.iterchildren(tag), 1):
        if number == position:
            return child
    return None
