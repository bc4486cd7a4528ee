"""``let``: variables of the schema, a phase, a pattern or a rule."""

import re
from collections import Counter

from lxml import etree

from tei_edition.schematron.names import XSL, bindings, children, sch


def declare(let: etree._Element, binding: str) -> etree._Element:
    """Return the XSLT variable for a ``let``.

    Its content, where it has no ``@value``, is data, even if it looks like instructions. With
    the query binding ``xslt`` it is a tree, later ones know sequences of nodes.
    """
    variable = etree.Element(f"{{{XSL}}}variable", nsmap=bindings(let))
    variable.set("name", let.get("name", ""))
    value = let.get("value")
    if value is not None:
        variable.set("select", value or "()")
        return variable
    if len(let) and binding != "xslt":
        variable.set("as", "node()*")
    copy_literally(let, variable)
    return variable


def copy_literally(source: etree._Element, target: etree._Element) -> None:
    """Copy an element's content into a stylesheet so that the output has just that content."""
    _text(target, source.text)
    for child in source:
        name = etree.QName(child)
        made = etree.SubElement(
            target,
            f"{{{XSL}}}element",
            {"name": name.localname, "namespace": name.namespace or ""},
        )
        for attribute, value in child.attrib.items():
            key = etree.QName(attribute)
            given = etree.SubElement(made, f"{{{XSL}}}attribute", {"name": key.localname})
            if key.namespace:
                given.set("namespace", key.namespace)
            given.text = value
        copy_literally(child, made)
        _text(target, child.tail)


def unambiguous(patterns: list[etree._Element]) -> None:
    """Rename the variables of patterns that share a name: in XSLT all of them are global."""
    names = Counter(let.get("name", "") for p in patterns for let in children(p, "let"))
    for number, pattern in enumerate(patterns):
        for let in children(pattern, "let"):
            name = let.get("name", "")
            if names[name] > 1:
                _rename(pattern, name, f"{name}.pattern-{number}")
                let.set("name", f"{name}.pattern-{number}")


def _rename(pattern: etree._Element, old: str, new: str) -> None:
    variable = re.compile(rf"\${re.escape(old)}(?![\w.-])")
    for element in pattern.iter(etree.Element):
        if (
            element.tag == sch("let")
            and element.get("name") == old
            and (element.getparent() is not pattern)
        ):
            continue
        for attribute, value in element.attrib.items():
            element.set(attribute, variable.sub(f"${new}", value))


def _text(target: etree._Element, text: str | None) -> None:
    if text and text.strip():
        etree.SubElement(target, f"{{{XSL}}}text").text = text
