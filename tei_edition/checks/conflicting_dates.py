"""Two dating attributes exclude each other.

`when` says that the day is known. `from` and `to` say that something lasted; `notBefore` and
`notAfter`, that it happened at one unknown moment between two days. `when` with any of the others
says two things at once, and so do `from` with `notBefore` and `to` with `notAfter`: programs
follow one and forget the other.

Decide what the source tells. If the day is known, keep `when`. If it is one day out of several,
write `notBefore` and `notAfter`. If the letter was written over several days, write `from` and
`to`.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.crowds import thinned
from tei_edition.checks.dating import faults
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text>
    <body><p>In <date when="1949-02" notAfter="1949-02-06">early February</date>.</p></body>
  </text>
</TEI>
"""
PASSES = FAILS.replace('when="1949-02"', 'notBefore="1949-02-01"')


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every dating attribute that excludes another one of its element."""
    return thinned(_each(document), _together)


def _each(document: Document) -> Iterator[Diagnostic]:
    for problem, location in faults(document, "conflict"):
        base = problem.attribute.removesuffix("-iso")
        yield RULE.at(location, problem.reason, _ADVICE[base])


def _together(number: int) -> tuple[str, str]:
    return (
        f"{number} elements of this file have dating attributes that exclude each other, "
        "such as @when and @notBefore",
        _ADVICE["when"],
    )


_ADVICE = {
    "when": "keep @when if the day is known; else leave it out",
    "from": "keep @from if it lasted from that day on, @notBefore if no earlier day is possible",
    "to": "keep @to if it lasted until that day, @notAfter if no later day is possible",
}

RULE = documented("DAT403", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
