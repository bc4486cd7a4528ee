"""A letter was received before it was sent.

The day of receipt in `correspDesc` lies before the day of sending, whichever way uncertain dates
are read. One of the two is wrong, and with it the letter's place in the exchange.

Look at the source: a wrong year in January, a postmark of another letter, or a date of the old
calendar beside one of the new. Hours are not compared, since the two places may keep different
time.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import certainly_before, written
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName>Mao Zedong</persName>
          <date when="1949-01-13"/>
        </correspAction>
        <correspAction type="received">
          <persName>Joseph Stalin</persName>
          <date when="1948-01-14"/>
        </correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("1948-01-14", "1949-01-14")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every letter whose receipt certainly precedes its dispatch."""
    for item in index.letters.values():
        sent = item.letter.action("sent")
        if sent is None or sent.date is None:
            continue
        for received in item.letter.actions:
            if received.type != "received" or received.date is None:
                continue
            if certainly_before(received.date, sent.date):
                yield RULE.at(
                    received.location,
                    f"the letter was received {written(received.date)} "
                    f"but sent {written(sent.date)}",
                    "look at the source and mend the date that is wrong",
                    related=(Related(sent.location, "sent here"),),
                )


RULE = documented("DAT405", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
