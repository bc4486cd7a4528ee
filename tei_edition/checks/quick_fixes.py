"""The repairs that Schematron rules offer (SQF), as edits of the file's text.

A repair is given whole or not at all: where one of its changes cannot be expressed as text, only
its title remains.
"""

import re
from html import escape

from lxml import etree

from tei_edition.checks.paths import Node, node_at, written
from tei_edition.diagnostics import Edit, Fix
from tei_edition.schematron import Change, QuickFix
from tei_edition.xml import Document, spans
from tei_edition.xml.edits import between

_HOLDER = re.compile(r"\A<holder[^>]*>|</holder>\Z")


def repair(offered: QuickFix, document: Document) -> Fix | None:
    """Return the repair as edits; ``None`` where a person has to carry it out."""
    edits: list[Edit] = []
    for change in offered.changes:
        edit = _edit(change, document)
        if edit is None:
            return None
        edits.append(edit)
    return Fix(offered.title, tuple(edits), safe=False) if edits else None


def _edit(change: Change, document: Document) -> Edit | None:
    node = node_at(change.path, document)
    span = spans.of_element(document, node.element) if node and not node.other else None
    if node is None or span is None:
        return None
    if change.action == "add":
        return _addition(change, document, node.element, span)
    place = _place(document, span, node)
    if place is None:
        return None
    new = ""
    if change.action == "delete" and not node.attribute and not node.text:
        place = _line(document, place)
    elif change.action == "replace" and node.attribute:
        new = f' {change.target or written(node.attribute)}="{_value(change)}"'
    elif change.action == "replace":
        new = _markup(change, node.element if node.text else node.element.getparent())
    return between(document.source_text, *place, new)


def _place(document: Document, element: spans.Element, node: Node) -> spans.Span | None:
    if node.attribute:
        return spans.of_attribute(document, element, written(node.attribute))
    if node.text:
        return element.texts[node.text - 1] if node.text <= len(element.texts) else None
    return (element.start, element.end)


def _line(document: Document, place: spans.Span) -> spans.Span:
    """Return the whole line where an element is all that stands on it."""
    text = document.source_text
    start = text.rfind("\n", 0, place[0]) + 1
    end = text.find("\n", place[1])
    alone = end >= 0 and not text[start : place[0]].strip() and not text[place[1] : end].strip()
    return (start, end + 1) if alone else place


def _addition(
    change: Change, document: Document, element: etree._Element, span: spans.Element
) -> Edit | None:
    text = document.source_text
    name = re.split(r"[\s/>]", text[span.start + 1 : span.content[0]], maxsplit=1)[0]
    if change.node_type == "attribute":
        behind = span.start + 1 + len(name)
        known = spans.of_attribute(document, span, change.target) or (behind, behind)
        new = f' {change.target}="{_value(change)}"'
        return between(text, *known, new) if change.target else None
    if change.position in ("before", "after"):
        at = span.start if change.position == "before" else span.end
        return between(text, at, at, _markup(change, element.getparent()))
    new = _markup(change, element)
    if span.is_empty:
        tag = text[span.start : span.end].removesuffix("/>").rstrip()
        return between(text, span.start, span.end, f"{tag}>{new}</{name}>")
    at = span.content[1] if change.position == "last-child" else span.content[0]
    return between(text, at, at, new)


def _value(change: Change) -> str:
    """Return the words of a change as an attribute's value."""
    return escape(" ".join("".join(etree.fromstring(change.content).itertext()).split()))


def _markup(change: Change, parent: etree._Element | None) -> str:
    """Return what is new as it is written below an element, with the prefixes known there."""
    content = etree.fromstring(change.content)
    holder = etree.Element("holder", nsmap=None if parent is None else parent.nsmap)
    target = holder
    if change.node_type == "element" and change.target:
        target = etree.SubElement(holder, _named(change.target, parent), content.attrib)
    target.text = content.text
    for child in [*content]:
        target.append(child)
    return _HOLDER.sub("", etree.tostring(holder, encoding="unicode"))


def _named(target: str, parent: etree._Element | None) -> str:
    """Return the name of a new element. Its prefix is one of the rules, which need not be one of
    the document: the namespace around it is meant."""
    local = target.rpartition(":")[2]
    namespace = None if parent is None else etree.QName(parent).namespace
    return f"{{{namespace}}}{local}" if namespace else local
