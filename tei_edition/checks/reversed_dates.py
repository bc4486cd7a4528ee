"""A span of time ends before it begins.

The day in `to` or `notAfter` lies before the day in `from` or `notBefore`. The letter cannot be
dated by it; the chronology takes the two days in the other order, which may be wrong as well.

Look at the source: the two values are exchanged, or one has a wrong year or month.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import faults
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text>
    <body><p><date from="1949-02-06" to="1949-01-30">30 January to 6 February</date></p></body>
  </text>
</TEI>
"""
PASSES = FAILS.replace("1949-02-06", "X").replace("1949-01-30", "1949-02-06")
PASSES = PASSES.replace("X", "1949-01-30")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every span whose last day lies before its first."""
    for problem, location in faults(document, "reversed"):
        yield RULE.at(
            location,
            f"the span of time {problem.reason.removeprefix('it ')}, "
            f"@{problem.attribute} is {problem.value.strip()}",
            "exchange the two dates, or mend the one that is wrong",
        )


RULE = documented("DAT404", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
