"""A date does not exist.

The value has the form of a date, but the calendar has no such day: 30 February, 31 September,
month 13, day 00. The letter is put into the month that is named, or has no place in the
chronology, and exchange formats refuse the value.

Look at the source. Dates of attributes such as `when` are those of the Gregorian calendar, also
for old letters; a date of the Julian calendar, or a day that the writer himself got wrong,
belongs into the text of the element, beside the true one in the attribute. Where only the month
is known, write only the month (`1949-02`).
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import faults
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>On <date when="1949-02-30">the last of February</date>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("1949-02-30", "1949-02-28")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every dating attribute that names no day of the calendar."""
    for problem, location in faults(document, "impossible"):
        yield RULE.at(
            location,
            f"the date {quoted(problem.value)} does not exist: {problem.reason}",
            f'did you mean "{problem.suggestion}"?'
            if problem.suggestion
            else "look at the source; where only the year or month is known, write only that",
        )


RULE = documented("DAT401", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
