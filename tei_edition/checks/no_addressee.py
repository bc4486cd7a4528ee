"""A letter has no addressee.

The description of the correspondence (`correspDesc`) does not say to whom the letter was sent. It
stands in no exchange, so that it has no previous and next letter, and correspSearch, which wants
sender and addressee of every letter, lists it under nobody.

Name the addressee in `correspAction type="received"`, as a `persName` or an `orgName`. If nobody
knows who it was, say so: `<persName>Unknown</persName>`, without a pointer. A speech, a
memorandum for the files or a record of a conversation has no addressee, and needs no
`correspDesc` either.
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
          <persName>Joseph Stalin</persName>
          <date when="1949-01-13"/>
        </correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace(
    "      </correspDesc>",
    '        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>\n'
    "      </correspDesc>",
)


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every letter that goes to nobody."""
    for item in described(index):
        if not has_names(item, "received"):
            yield RULE.at(
                place_of(item, "received"),
                "the description of the letter does not say to whom it was sent",
                'add a correspAction type="received" with a persName or orgName; '
                "write <persName>Unknown</persName> where it is not known",
            )


RULE = documented("COR502", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
