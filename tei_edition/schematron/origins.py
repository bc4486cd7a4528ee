"""Where in the rules a part of their stylesheet comes from, for errors that the compiler reports.

Every template, variable and condition made from a rule begins a line of the stylesheet and keeps
the line of its source, so that the line of an error leads back to it.
"""

import re
from dataclasses import dataclass

from lxml import etree

from tei_edition.schematron.names import SVRL, XSL

LINE = f"{{{SVRL}}}line"
"""The attribute with the line, in the rules, that an element of the stylesheet comes from."""

_BEGINNING = re.compile(r"<xsl:(?:if|template|variable|param) ")


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of the rules, the context of the rule there, and the test, where it is one."""

    line: int
    context: str = ""
    test: str = ""


def mark(element: etree._Element, source: etree._Element) -> None:
    """Note where an element of the stylesheet comes from."""
    element.set(LINE, str(source.sourceline or 0))


def in_lines(stylesheet: str) -> str:
    """Return the text of a stylesheet with a line for each element that may be marked."""
    return _BEGINNING.sub(r"\n\g<0>", stylesheet)


def origin(stylesheet: str, line: int) -> Origin | None:
    """Return where a line of a stylesheet comes from, ``None`` where nothing says so."""
    found: etree._Element | None = None
    for element in etree.fromstring(stylesheet.encode()).iter(etree.Element):
        if element.get(LINE) and (element.sourceline or 0) <= line:
            found = element
    return None if found is None else origin_of(found)


def origin_of(marked: etree._Element) -> Origin:
    """Return where a marked element of the stylesheet comes from."""
    templates = [marked, *marked.iterancestors()]
    context = next((e.get("match", "") for e in templates if e.tag == f"{{{XSL}}}template"), "")
    return Origin(int(marked.get(LINE, "0")), context, _test(marked))


def _test(element: etree._Element) -> str:
    """Return the test of an assertion as its author wrote it."""
    test = element.get("test", "")
    fails = element.find(f"{{{SVRL}}}failed-assert") is not None
    return test[len("not(") : -1] if fails else test
