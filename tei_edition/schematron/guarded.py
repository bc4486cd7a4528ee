"""Rules of which each test is run by itself, so that one that fails does not hide the others.

This is for documents that a test has stopped at: to guard every test on every node costs time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei_edition.schematron.names import SVRL, XSL
from tei_edition.schematron.origins import LINE, origin_of

_ERRORS = "http://www.w3.org/2005/xqt-errors"
_STOPPED = f"{{{SVRL}}}stopped"


@dataclass(frozen=True, slots=True)
class Stop:
    """A test that failed: its line, its context and itself in the rules, the node, and why."""

    line: int
    context: str
    test: str
    path: str
    reason: str


def guarded(stylesheet: str) -> str:
    """Return the stylesheet of some rules with a guard around every test."""
    root = etree.fromstring(stylesheet.encode())
    for condition in [*root.iter(f"{{{XSL}}}if")]:
        if condition.get(LINE):
            _guard(condition)
    return etree.tostring(root, encoding="unicode")


def stops(report: str) -> Iterator[Stop]:
    """Yield the tests that failed, from the report of guarded rules."""
    for found in etree.fromstring(report.encode()).iter(_STOPPED):
        context, test, path = (found.get(name, "") for name in ("context", "test", "location"))
        yield Stop(int(found.get("line", "0")), context, test, path, found.text or "")


def _guard(condition: etree._Element) -> None:
    origin, parent = origin_of(condition), condition.getparent()
    assert parent is not None
    attempt = etree.Element(f"{{{XSL}}}try")
    parent.replace(condition, attempt)
    attempt.append(condition)
    caught = etree.SubElement(attempt, f"{{{XSL}}}catch")
    stopped = etree.SubElement(caught, _STOPPED, nsmap={"err": _ERRORS})
    values = {"line": str(origin.line), "context": origin.context, "test": origin.test}
    for name, value in values.items():
        stopped.set(name, value.replace("{", "{{").replace("}", "}}"))
    stopped.set("location", "{path(.)}")
    etree.SubElement(stopped, f"{{{XSL}}}value-of", select="$err:description")
