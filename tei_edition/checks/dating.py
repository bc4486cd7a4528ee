"""Dates in a file and dates of letters, as the rules on dates see them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from tei_edition.diagnostics import Location
from tei_edition.model import DateRange
from tei_edition.namespaces import tei
from tei_edition.tei.dates import ATTRIBUTES, DateProblem, problems
from tei_edition.tei.text import local_name
from tei_edition.xml import Document

# Elements whose `from` and `to` are pages, leaves, nodes or points of a text (TEI Guidelines).
_NO_SPAN_OF_TIME = frozenset(
    {"app", "arc", "biblScope", "citedRange", "interval", "locus", "move", "span", "spanGrp"}
)
_ENDS = frozenset({"from", "to"})


# Four rules ask the same of one file, one after the other.
@lru_cache(maxsize=1)
def dated(document: Document) -> tuple[tuple[etree._Element, dict[str, str]], ...]:
    """Return the TEI elements that have dating attributes, with these attributes."""
    return tuple(_dated(document.root))


def _dated(root: etree._Element) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    for element in root.iter(tei("*")):
        dating = {name: value for name, value in element.items() if name in ATTRIBUTES}
        if dating and local_name(element) in _NO_SPAN_OF_TIME:
            dating = {name: value for name, value in dating.items() if name not in _ENDS}
        if dating:
            yield element, dating


def faults(document: Document, kind: str) -> Iterator[tuple[DateProblem, Location]]:
    """Yield what is wrong in one way with the dates of a file, each with its place."""
    for element, problem in _problems(document):
        if problem.kind == kind:
            yield problem, document.location(element, problem.attribute)


@lru_cache(maxsize=1)
def _problems(document: Document) -> tuple[tuple[etree._Element, DateProblem], ...]:
    return tuple((e, p) for e, dating in dated(document) for p in _wrong(tuple(dating.items())))


# Letters repeat the lives of those whom they name.
@lru_cache(maxsize=10_000)
def _wrong(dating: tuple[tuple[str, str], ...]) -> tuple[DateProblem, ...]:
    return tuple(problems(dict(dating)))


def certainly_before(one: DateRange, other: DateRange) -> bool:
    """Say whether every day that the first may be comes before every day of the second.

    Hours are left aside: two places may keep different time. Years before the common era too, and
    dates that are to be mended before anything is concluded from them.
    """
    if one.faulty or other.faulty:
        return False
    if not one.latest or not other.earliest or "-" in (one.latest[0], other.earliest[0]):
        return False
    return one.latest < other.earliest


def written(date: DateRange) -> str:
    """Return when something happened, for a message: ``on 1949-02-04``, ``in 1949``."""
    if date.earliest == date.latest:
        return f"on {date.earliest}" if date.earliest else "on an unknown day"
    if date.earliest is None:
        return f"on or before {date.latest}"
    if date.latest is None:
        return f"on or after {date.earliest}"
    year_or_month = re.match(r"-?\d{4}(-\d\d)?(?=[?~%]?$)", date.edtf)
    if year_or_month:
        return f"in {year_or_month[0]}"
    return f"between {date.earliest} and {date.latest}"
