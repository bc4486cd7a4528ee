"""A letter has no place of sending.

The description of the correspondence (`correspDesc`) does not say where the letter was sent from.
The letter cannot be found by place, and stands on no map. Nothing is wrong if the source does not
tell.

Add a `placeName` to `correspAction type="sent"` where it is known or can be inferred (with `cert`
and `evidence`). Where more than twenty letters have none, they make one finding.
"""

from collections.abc import Iterator
from functools import partial

from tei_edition.checks.check import Check, documented
from tei_edition.checks.crowds import few_or_one
from tei_edition.checks.incomplete_letters import described, place_of
from tei_edition.diagnostics import Diagnostic, Severity
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
        <correspAction type="received"><persName>Joseph Stalin</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace(
    "Zedong</persName>", "Zedong</persName>\n          <placeName>Xibaipo</placeName>"
)


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every letter that comes from nowhere, or one for many."""
    letters = list(described(index))
    # Where nothing at all is said of the sending, COR501 and COR503 say so.
    sent = [item for item in letters if item.letter.action("sent")]
    lacking = [item for item in sent if not item.places_of("sent")]
    each = (RULE.at(place_of(item, "sent"), _MESSAGE, _ADVICE) for item in lacking)
    return few_or_one(each, partial(_together, len(letters)))


def _together(total: int, number: int) -> tuple[str, str]:
    message = f"{number:,} of the {total:,} letters have no place of sending, the first here"
    return message, _ADVICE


_MESSAGE = "the description of the letter does not say where it was sent"
_ADVICE = 'add a placeName to correspAction type="sent" where the source tells it'

RULE = documented("COR509", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
