"""A letter is dated before the one that it follows.

`correspContext` says that one letter answers or follows another, but by their dates, however
roughly they are known, it was sent before it. Either a date is wrong, or the link leads to
another letter than it should, or its type is: `prev` leads to the earlier letter, `next` to the
later one.

Compare the dates of both letters with their sources, then the link.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import certainly_before, written
from tei_edition.checks.letter_links import linked_letter
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import ContextLink, DateRange, Index, IndexedLetter

FAILS = """
<!-- l1.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l1">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName>Mao Zedong</persName><date when="1949-01-12"/>
        </correspAction>
        <correspAction type="received"><persName>Joseph Stalin</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We ask for your advice.</p></body></text>
</TEI>

<!-- l2.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l2">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName>Joseph Stalin</persName><date when="1948-01-14"/>
        </correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
        <correspContext><ref type="prev" target="l1.xml">Mao's telegram</ref></correspContext>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("1948-01-14", "1949-01-14")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every link whose letters were certainly sent in the other order."""
    for item in index.letters.values():
        for link in item.letter.links:
            other = linked_letter(index, link)
            if other is not None:
                yield from _finding(item, link, other)


def _finding(item: IndexedLetter, link: ContextLink, other: IndexedLetter) -> Iterator[Diagnostic]:
    here, there = item.letter.date, other.letter.date
    if here is None or there is None or not _contradicts(link.type, here, there):
        return
    order = "follows" if link.type == "prev" else "precedes"
    yield RULE.at(
        link.location,
        f"the letter was sent {written(here)}, but it {order} {quoted(other.letter.document)}, "
        f"which was sent {written(there)}",
        "compare both dates with the sources; "
        "prev leads to the earlier letter and next to the later one",
        related=(Related(other.letter.location, "the other letter"),),
    )


def _contradicts(type: str, here: DateRange, there: DateRange) -> bool:
    if type == "prev":
        return certainly_before(here, there)
    return type == "next" and certainly_before(there, here)


RULE = documented("COR505", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
