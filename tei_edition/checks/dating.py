"""Dates in a file and dates of letters, as the rules on dates see them."""

import re
from collections.abc import Iterator

from lxml import etree

from tei_edition.diagnostics import Location
from tei_edition.model import DateRange
from tei_edition.namespaces import TEI
from tei_edition.tei.dates import ATTRIBUTES, DateProblem, problems
from tei_edition.xml import Document

_DATED = etree.XPath(f"//*[{' or '.join('@' + name for name in ATTRIBUTES)}]")

# Elements whose `from` and `to` are pages, leaves, nodes or points of a text (TEI Guidelines).
_NO_SPAN_OF_TIME = frozenset(
    {"app", "arc", "biblScope", "citedRange", "interval", "locus", "move", "span", "spanGrp"}
)
_ENDS = frozenset({"from", "to"})

# teidata.temporal.w3c: the XSD types date, gYear, gMonth, gDay, gYearMonth, gMonthDay, time and
# dateTime.
_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_CLOCK = r"\d\d:\d\d:\d\d(?:\.\d+)?"
_W3C = re.compile(
    rf"(?:-?\d{{4,}}(?:-\d\d(?:-\d\d(?:T{_CLOCK})?)?)?|--\d\d(?:-\d\d)?|---\d\d|{_CLOCK}){_ZONE}"
)


def dated(document: Document) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    """Yield the TEI elements that have dating attributes, with these attributes."""
    found = _DATED(document.root)
    assert isinstance(found, list)
    for element in found:
        assert isinstance(element, etree._Element)
        name = etree.QName(element)
        if name.namespace != TEI:
            continue
        dating = {str(key): str(element.attrib[key]) for key in element.attrib if key in ATTRIBUTES}
        if name.localname in _NO_SPAN_OF_TIME:
            dating = {key: value for key, value in dating.items() if key not in _ENDS}
        if dating:
            yield element, dating


def faults(document: Document, kind: str) -> Iterator[tuple[DateProblem, Location]]:
    """Yield what is wrong in one way with the dates of a file, each with its place."""
    for element, dating in dated(document):
        for problem in problems(dating):
            if problem.kind == kind:
                yield problem, document.location(element, problem.attribute)


def is_w3c(value: str) -> bool:
    """Say whether a value has the form of ``@when``, as against the wider one of ``@when-iso``."""
    return bool(_W3C.fullmatch(value))


def certainly_before(one: DateRange, other: DateRange) -> bool:
    """Say whether every day that the first may be comes before every day of the second.

    Hours are left aside: two places may keep different time. Years before the common era too.
    """
    if not one.latest or not other.earliest or "-" in (one.latest[0], other.earliest[0]):
        return False
    return one.latest < other.earliest


def written(date: DateRange) -> str:
    """Return a date for a message: its day or span."""
    if date.earliest == date.latest:
        return date.earliest or "an unknown day"
    if date.earliest is None:
        return f"no later than {date.latest}"
    if date.latest is None:
        return f"no earlier than {date.earliest}"
    return f"between {date.earliest} and {date.latest}"
