"""A letter lies outside the life of its sender.

The letter is dated before the birth or after the death of the person who sent it, by the dates in
the register. Either the letter has a wrong date, or the name points at another person of the same
name (a father, a daughter, a namesake), or the register has a wrong year.

Compare the three. Letters that were sent on after the writer's death have another sender: the
person who sent them.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import certainly_before, written
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import DateRange, Entity, EntityKind, Index

FAILS = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="stalin">
        <persName>Joseph Stalin</persName>
        <birth when="1878-12-18"/>
        <death when="1953-03-05"/>
      </person>
    </listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName ref="persons.xml#stalin">Stalin</persName>
          <date when="1959-01-14"/>
        </correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("1959-01-14", "1949-01-14")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every sender who certainly did not live on the day of sending."""
    for item in index.letters.values():
        sent = item.letter.action("sent")
        if sent is None or sent.date is None:
            continue
        for correspondent in item.with_role("sent"):
            entity = index.entities.get(correspondent.entity)
            if entity is None or entity.kind is not EntityKind.PERSON:
                continue
            contradiction = _contradiction(entity, sent.date)
            if contradiction:
                yield RULE.at(
                    sent.location,
                    f"the letter was sent {written(sent.date)}, "
                    f"but {quoted(entity.name)} {contradiction}",
                    "mend the date of the letter or in the register, "
                    "or point at the person who is meant",
                    related=(Related(entity.location, "the register entry"),),
                )


def _contradiction(entity: Entity, date: DateRange) -> str:
    if entity.birth and certainly_before(date, entity.birth):
        return f"was born {written(entity.birth)}"
    if entity.death and certainly_before(entity.death, date):
        return f"died {written(entity.death)}"
    return ""


RULE = documented("DAT406", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
