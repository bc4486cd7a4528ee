"""A letter lies outside the life of its sender.

The letter is dated before the birth or after the death of the person who sent it, by the dates in
the register. Either the letter has a wrong date, or the name points at another person of the same
name (a father, a daughter, a namesake), or the register has a wrong year.

Compare the three. Letters that were sent on after the writer's death have another sender: the
person who sent them. Where more than three letters of one person lie outside, the finding stands
at the register entry.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import certainly_before, written
from tei_edition.checks.wording import counted, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Action, DateRange, Entity, EntityKind, Index

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


_MANY = 3


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every sender who certainly did not live on the day of sending.

    Where that is so of many letters of one person, the register is wrong: one finding, there.
    """
    found: dict[tuple[str, str], list[Action]] = defaultdict(list)
    for item in index.letters.values():
        sent = item.letter.action("sent")
        if sent is None or sent.date is None:
            continue
        for correspondent in item.with_role("sent"):
            entity = index.entities.get(correspondent.entity)
            if entity is not None and entity.kind is EntityKind.PERSON:
                contradiction = _contradiction(entity, sent.date)
                if contradiction:
                    found[entity.key, contradiction].append(sent)
    for (key, contradiction), letters in found.items():
        entity = index.entities[key]
        if len(letters) > _MANY:
            yield _of_person(entity, contradiction, letters)
        else:
            yield from (_of_letter(entity, contradiction, sent) for sent in letters)


def _contradiction(entity: Entity, date: DateRange) -> str:
    if entity.birth and entity.death and certainly_before(entity.death, entity.birth):
        # The register contradicts itself (DAT407), so that it proves nothing.
        return ""
    if entity.birth and certainly_before(date, entity.birth):
        return f"was born {written(entity.birth)}"
    if entity.death and certainly_before(entity.death, date):
        return f"died {written(entity.death)}"
    return ""


def _of_letter(entity: Entity, contradiction: str, sent: Action) -> Diagnostic:
    assert sent.date is not None
    return RULE.at(
        sent.location,
        f"the letter was sent {written(sent.date)}, but {quoted(entity.name)} {contradiction}",
        "mend the date of the letter or in the register, or point at the person who is meant",
        related=(Related(entity.location, "the register entry"),),
    )


def _of_person(entity: Entity, contradiction: str, letters: list[Action]) -> Diagnostic:
    order = "earlier" if contradiction.startswith("was born") else "later"
    return RULE.at(
        entity.location,
        f"{quoted(entity.name)} {contradiction}, "
        f"but sent {counted(len(letters), 'letter')} {order} than that",
        "look the year up; if it is right, the letters point at the wrong person",
        related=tuple(
            Related(place, "sent here") for place in sorted(sent.location for sent in letters)
        ),
    )


RULE = documented("DAT406", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
