"""Two register entries have the same authority identifier.

An authority file such as the GND, VIAF or GeoNames gives every person or place one number. Two
entries with one number say that they are the same person: then they should be one entry, or else
the letters of one person stand under two names and other projects link to half of them. If they
are not the same, the number was copied to the wrong entry.

Compare both entries with the authority's record. Merge them, or give each its own number.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.authorities import recognise
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import SINGULAR, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Entity, Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao">
        <persName>Mao Zedong</persName>
        <idno type="GND">118577425</idno>
      </person>
      <person xml:id="mao-tse-tung">
        <persName>Mao Tse-tung</persName>
        <idno type="GND">https://d-nb.info/gnd/118577425</idno>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""
PASSES = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao">
        <persName type="preferred">Mao Zedong</persName>
        <persName type="variant">Mao Tse-tung</persName>
        <idno type="GND">118577425</idno>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every further entry that has the number of an earlier one."""
    owners: dict[tuple[str, str, str], list[Entity]] = defaultdict(list)
    for entity in sorted(index.entities.values(), key=lambda e: e.location):
        if entity.implied:
            continue
        known = [recognise(identifier) for identifier in entity.identifiers]
        for name, number in dict.fromkeys((a.name, n) for a, n in filter(None, known) if n):
            owners[entity.kind.value, name, number].append(entity)
    for (_, name, number), (first, *others) in owners.items():
        for other in others:
            yield _finding(other, first, f"{name} {number}")


def _finding(entity: Entity, first: Entity, number: str) -> Diagnostic:
    noun = SINGULAR[entity.kind]
    return RULE.at(
        entity.location,
        f"the {noun} {quoted(entity.name)} has the identifier {number}, "
        f"which {quoted(first.name)} has too",
        f"merge the two entries if they are one {noun}; else look which of them it belongs to",
        related=(Related(first.location, "the other entry"),),
    )


RULE = documented("ENT305", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
