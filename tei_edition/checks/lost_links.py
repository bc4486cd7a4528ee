"""A link to another letter leads nowhere.

`correspContext` says that this letter answers, encloses or follows another one, but nothing in
the edition has the id in `target`. Readers see the words of the link without being able to follow
it, and the other letter does not know of this one.

Mend the id. If the other letter is not part of the edition, leave `target` out (the text of the
`ref` still names it), or point at an entry for it in a register of letters. Where more than a
third of all links lead to letters that are not there, they make one finding.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.crowds import MANY
from tei_edition.checks.pointers import leads_outside, wanted_id
from tei_edition.checks.references import References, references_of
from tei_edition.checks.wording import also, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import ContextLink, Index

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
        <correspContext><ref type="prev" target="l0.xml">Mao's telegram</ref></correspContext>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("l0.xml", "l1.xml")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every target of ``correspContext`` that the edition does not have."""
    links = [
        link
        for item in index.letters.values()
        for link in item.letter.links
        if link.target and not leads_outside(link.target)
    ]
    lost = [link for link in links if not index.resolve(link.location.path, link.target)]
    if len(lost) > MANY and len(lost) > len(links) / 3:
        yield _together(lost, len(links))
        return
    references = references_of(index)
    for link in lost:
        yield RULE.at(
            link.location,
            f"{quoted(link.target)} leads to no letter of the edition" + _named(link),
            _advice(link, references),
        )


def _together(lost: list[ContextLink], number: int) -> Diagnostic:
    """Return one finding for an edition that is part of a larger one."""
    places = sorted(link.location for link in lost)
    return RULE.at(
        places[0],
        f"{len(lost):,} of the {number:,} links between letters lead to letters that the edition "
        f"does not have, such as {listed([quoted(link.target) for link in lost[:3]], most=3)}",
        "add the files of these letters, or switch the rule off if they will never be part of it",
        related=also(places[1:]),
    )


def _named(link: ContextLink) -> str:
    return f" ({quoted(link.text, 40)})" if link.text else ""


def _advice(link: ContextLink, references: References) -> str:
    wanted = wanted_id(link.target).removesuffix(".xml")
    known = references.path_of(wanted)
    if known:
        return f"the document with this id is in {known}: mend the path or the prefix"
    near = references.near_document(wanted)
    if near:
        return f'did you mean "{link.target.replace(wanted, near)}"?'
    return "mend the id, or leave target out where the letter is not part of the edition"


RULE = documented("COR504", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
