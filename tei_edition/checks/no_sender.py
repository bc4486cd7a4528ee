"""A letter has no sender.

The description of the correspondence (`correspDesc`) does not say who sent the letter. It stands
in no exchange and on nobody's page, and correspSearch, which wants sender and addressee of every
letter, lists it under nobody.

Name the sender in `correspAction type="sent"`, as a `persName` or an `orgName`. If nobody knows
who it was, say so: `<persName>Unknown</persName>`, without a pointer.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.incomplete_letters import described, has_names, place_of
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <date when="1949-01-13"/>
        </correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("<date", "<persName>Joseph Stalin</persName>\n          <date")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every letter that nobody sent."""
    for item in described(index):
        if not has_names(item, "sent"):
            yield RULE.at(
                place_of(item, "sent"),
                "the description of the letter does not say who sent it",
                'add a persName or orgName to correspAction type="sent"; '
                "write <persName>Unknown</persName> where it is not known",
            )


RULE = documented("COR501", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
