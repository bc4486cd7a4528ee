"""A date is not written as dates are.

Attributes such as `when`, `from` and `notBefore` hold a date that programs read: year, month and
day with hyphens (`1949-02-04`), year and month (`1949-02`), or the year (`1949`), with an hour as
`1949-02-04T08:10:00`. The value here is something else: no hyphens, a blank, a digit too many,
words. The letter has no certain place in the chronology, and correspSearch drops the date.

Write the date in that form, and the wording of the source as the text of the element. Forms such
as `19490204`, weeks, and hours without seconds are allowed in `when-iso` and its like only.
"""

import re
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import dated, faults
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Fix, Location, Severity
from tei_edition.tei.dates import Moment, parse
from tei_edition.xml import Document
from tei_edition.xml.edits import value_edit

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>On <date when="19490204">4 February 1949</date>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("19490204", "1949-02-04")


_SHORT_YEAR = re.compile(r"[0-9]{1,3}")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every dating attribute that is no date in the form it should have."""
    for problem, location in faults(document, "malformed"):
        if _SHORT_YEAR.fullmatch(problem.value):
            year = problem.value.zfill(4)
            yield _finding(location, problem.value, "a year has four digits", year)
        else:
            fixes = _fixes(document, location, problem.value, problem.suggestion)
            yield _finding(location, problem.value, problem.reason, problem.suggestion, fixes)
    for element, dating in dated(document):
        for attribute, value in dating.items():
            if value != value.strip() and isinstance(parse(value), Moment):
                place = document.location(element, attribute)
                date = value.strip()
                fixes = _fixes(document, place, value, date)
                yield _finding(place, value, "it has a blank before or after it", date, fixes)


def _fixes(document: Document, place: Location, value: str, date: str) -> tuple[Fix, ...]:
    """Return the repair where the date is the same, only written as it should be."""
    meant, written = parse(value), parse(date)
    if not isinstance(meant, Moment) or meant != written:
        return ()
    edit = value_edit(document, place, value, date)
    return (Fix(f'write "{date}"', (edit,)),) if edit else ()


def _finding(
    location: Location, value: str, reason: str, suggestion: str, fixes: tuple[Fix, ...] = ()
) -> Diagnostic:
    because = "" if reason.startswith("a date is written") else f": {reason}"
    return RULE.at(
        location,
        f"{_shown(value)} is not written as a date{because}",
        f'did you mean "{suggestion}"?' if suggestion else _advice(value),
        fixes=fixes,
    )


def _shown(value: str) -> str:
    """Return the value in quotation marks, with its blanks where they are what is wrong."""
    return f'"{value}"' if value != value.strip() and len(value) < 40 else quoted(value)


def _advice(value: str) -> str:
    if not value.strip():
        return "leave the attribute out where the date is not known"
    if isinstance(parse(value), Moment):
        return 'write year, month and day like 1949-02-04, or use the "-iso" form of the attribute'
    return (
        "write year, month and day like 1949-02-04, the year with four digits (0497; "
        "before the common era with a minus, -0496); words belong into the element"
    )


RULE = documented("DAT402", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
