"""The vocabulary of Schematron and its neighbours, and how a schema's elements are recognised."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
XSL: Final = "http://www.w3.org/1999/XSL/Transform"
SVRL: Final = "http://purl.oclc.org/dsdl/svrl"
SQF: Final = "http://www.schematron-quickfix.com/validator/process"

STANDARD_PREFIXES: Final = {
    "xs": "http://www.w3.org/2001/XMLSchema",
    "fn": "http://www.w3.org/2005/xpath-functions",
    "math": "http://www.w3.org/2005/xpath-functions/math",
    "map": "http://www.w3.org/2005/xpath-functions/map",
    "array": "http://www.w3.org/2005/xpath-functions/array",
    "sch": SCH,
}
"""Prefixes that schemas use without declaring them, as most processors let them."""

BINDINGS: Final = "bindings"
"""An attribute that composition adds: the prefixes of the file that an element came from."""


def sch(name: str) -> str:
    """Return the expanded name of a Schematron element."""
    return f"{{{SCH}}}{name}"


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the child elements with one of these Schematron names, in order."""
    wanted = {sch(name) for name in names}
    return (child for child in element if child.tag in wanted)


def bindings(element: etree._Element) -> dict[str, str]:
    """Return the prefixes that hold for an element's expressions, outermost first."""
    found: dict[str, str] = {}
    for node in reversed([element, *element.iterancestors()]):
        for pair in node.get(BINDINGS, "").split():
            prefix, _, uri = pair.partition("=")
            found[prefix] = uri
    return found


def without_predicates(context: str) -> str:
    """Return a pattern of nodes without what stands in square brackets."""
    context = re.sub(r"""'[^']*'|"[^"]*\"""", "", context)
    while (shorter := re.sub(r"\[[^\[\]]*\]", "", context)) != context:
        context = shorter
    return context
