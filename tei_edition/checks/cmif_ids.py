"""A correspondent has no number that CMIF takes.

correspSearch brings letters of many editions together by the numbers that authority files give to
people and organisations: VIAF, GND, Library of Congress, BnF and NDL. It takes no others; Wikidata
and an edition's own ids are not among them. The letters of a correspondent without such a number
are found by the name as it is written, but are not joined with those of other editions.

Look the person up in one of these files and add the number to the register, as
`<idno type="GND">118577425</idno>`. Where nobody has a record of the person, nothing can be done.
"""

from collections import Counter
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, counted, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.indexing import parties
from tei_edition.model import Entity, Index
from tei_edition.tei.authorities import cmif_uri

_LETTER = """
<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="received">
          <persName ref="persons.xml#mao">Mao</persName>
        </correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
FAILS = f"""
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao">
        <persName>Mao Zedong</persName>
        <idno type="wikidata">Q5816</idno>
      </person>
    </listPerson>
  </standOff>
</TEI>
{_LETTER}"""
PASSES = FAILS.replace('type="wikidata">Q5816', 'type="GND">118577425')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for all correspondents of the registers, those with most letters first."""
    letters = Counter(
        who.entity
        for item in index.letters.values()
        for type in ("sent", "received")
        for who in parties.people(item, type)
        if who.entity in index.entities
    )
    without = sorted(
        (index.entities[key] for key in letters if _is_without(index.entities[key])),
        key=lambda entity: (-letters[entity.key], entity.location),
    )
    if without:
        some = listed([quoted(entity.name) for entity in without], most=3)
        one = len(without) == 1
        yield RULE.at(
            without[0].location,
            f"{counted(len(without), 'correspondent')} "
            f"{'has' if one else 'have'} no number of VIAF, GND, LC, BnF or NDL, the only ones "
            f"that CMIF takes: {some}",
            "add an idno to the register, so that correspSearch joins the letters with those of "
            "other editions",
            related=also(entity.location for entity in without[1:]),
        )


def _is_without(entity: Entity) -> bool:
    return not entity.implied and not cmif_uri(entity.identifiers, entity.kind)


RULE = documented("COR512", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
