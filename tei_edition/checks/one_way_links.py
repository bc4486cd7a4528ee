"""A link between two letters goes one way only.

This letter names another one of the edition as the one before or after it (`correspContext`), but
that one does not name this one in return. Readers who come from the other side do not find it.

If both are to know of each other, add the counterpart: `prev` in one letter is `next` in the other.
Where more than twenty links go one way only, they make one finding.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.crowds import few_or_one
from tei_edition.checks.letter_links import linked_letter
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Index

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
          <persName>Joseph Stalin</persName><date when="1949-01-14"/>
        </correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
        <correspContext><ref type="prev" target="l1.xml">Mao's telegram</ref></correspContext>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace(
    "Stalin</persName></correspAction>",
    "Stalin</persName></correspAction>\n"
    '        <correspContext><ref type="next" target="l2.xml">The answer</ref></correspContext>',
    1,
)

_COUNTERPART = {"prev": "next", "next": "prev"}
_PLACE = {"prev": "before", "next": "after"}


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every link to a letter that does not link back, or one for many."""
    return few_or_one(_each(index), _together)


def _together(number: int) -> tuple[str, str]:
    return (
        f"{number:,} links between letters go one way only, the first here",
        "add the counterparts, or switch the rule off if links are meant to go one way",
    )


def _each(index: Index) -> Iterator[Diagnostic]:
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    lost: set[tuple[str, str]] = set()
    found = []
    for item in index.letters.values():
        for link in item.letter.links:
            other = linked_letter(index, link)
            if link.target and index.resolve(link.location.path, link.target) is None:
                # What it should lead to is not known (COR504): it may be the counterpart.
                lost.add((item.letter.document, link.type))
            if other is not None and link.type in _COUNTERPART:
                known[item.letter.document, link.type].add(other.letter.document)
                found.append((item, link, other))
    for item, link, other in found:
        back = _COUNTERPART[link.type]
        if item.letter.document in known[other.letter.document, back]:
            continue
        if (other.letter.document, back) in lost:
            continue
        yield RULE.at(
            link.location,
            f"the letter names {quoted(other.letter.document)} as the one {_PLACE[link.type]} it, "
            f"which does not name it as the one {_PLACE[back]}",
            f'add <ref type="{back}"> with this letter as its target to the other correspContext',
            related=(Related(other.letter.location, "the other letter"),),
        )


RULE = documented("COR506", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
