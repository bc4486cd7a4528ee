"""A letter has no date of sending.

The description of the correspondence (`correspDesc`) does not say when the letter was sent, not
even roughly. It stands at the end of every list, has no certain neighbours in its exchange, and
cannot be found by date.

Add a `date` to `correspAction type="sent"`. A rough date is better than none: `when="1949"`, or
the span in which it must have been written (`notBefore`, `notAfter`), with `cert` and `evidence`
where it is a conjecture. The wording of the source is the text of the element.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.incomplete_letters import described, place_of
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Action, Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Joseph Stalin</persName></correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("Stalin</persName>", 'Stalin</persName>\n          <date when="1949-01"/>')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every letter that is sent at no time."""
    for item in described(index):
        if any(_dated(action) for action in item.letter.actions if action.type == "sent"):
            continue
        yield RULE.at(
            place_of(item, "sent"),
            "the description of the letter does not say when it was sent",
            'add a date to correspAction type="sent": when="1949-02-04", when="1949", '
            "or notBefore and notAfter",
        )


def _dated(action: Action) -> bool:
    """Say whether an action has a date that places it in time, in whatever calendar.

    One that cannot be read is there all the same, and has been complained of.
    """
    date = action.date
    return date is not None and bool(
        date.earliest or date.latest or date.edtf or date.custom or date.faulty
    )


RULE = documented("COR503", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
