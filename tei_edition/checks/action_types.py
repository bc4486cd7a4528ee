"""A correspAction has no type, or a misspelt one.

The `type` of a `correspAction` says what it describes: `sent`, `received`, `transmitted`,
`forwarded` or `redirected`. By it the edition knows who wrote to whom. With a slip in it, or
without it, the sender or the addressee is lost, although the name stands in the file.

Write one of these five. Other types (`delivered`, `read`) are kept and shown, and not reported.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.spelling import Speller
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.namespaces import tei
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Mao Zedong</persName></correspAction>
        <correspAction type="recieved"><persName>Joseph Stalin</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("recieved", "received")

_TYPES = ("sent", "received", "transmitted", "forwarded", "redirected")
_SPELLINGS = Speller(_TYPES)


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every action whose type is missing or nearly one of those known."""
    for element in document.root.iter(tei("correspAction")):
        written = element.get("type", "")
        if not written.strip():
            yield RULE.at(
                document.location(element),
                "the correspAction has no type, so that nobody knows what it describes",
                f"write type={' or type='.join(quoted(type) for type in _TYPES[:2])}, "
                "or another of the five types",
            )
        elif written not in _TYPES and (near := _SPELLINGS.near(written)):
            yield RULE.at(
                document.location(element, "type"),
                f"the type {quoted(written)} of the correspAction is not known",
                f'did you mean "{near}"?',
            )


RULE = documented("COR510", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
