"""Two register files have an entry with the same id.

Two entries of one kind, in different files, have the same xml:id. A pointer that names only the
id (`person:li`, `#li`) can mean either, and the published register needs two addresses for them,
so that one of them does not get the address that its id promises.

If both entries are the same person or place, merge them. If not, give one of them another id and
mend the pointers that mean it.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import SINGULAR, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Entity, Index

FAILS = """
<!-- chinese.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson><person xml:id="li"><persName>Li Kenong</persName></person></listPerson>
  </standOff>
</TEI>

<!-- others.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson><person xml:id="li"><persName>Trygve Lie</persName></person></listPerson>
  </standOff>
</TEI>
"""
PASSES = FAILS.replace('"li"><persName>Trygve', '"lie"><persName>Trygve')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every id that entries of one kind in several files have."""
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in index.entities.values():
        if entity.xml_id:
            groups[entity.kind.value, entity.xml_id].append(entity)
    for entities in groups.values():
        by_file = {e.location.path: e for e in sorted(entities, key=lambda e: e.location)}
        first, *others = by_file.values()
        for entity in others:
            yield _finding(entity, first)


def _finding(entity: Entity, first: Entity) -> Diagnostic:
    noun = SINGULAR[entity.kind]
    return RULE.at(
        entity.location,
        f"the {noun} {quoted(entity.name)} has the id {quoted(entity.xml_id)}, "
        f"which {quoted(first.name)} in {first.location.path} has too",
        f"merge the two entries if they are one {noun}; else give one of them another id",
        related=(Related(first.location, "the other entry"),),
    )


RULE = documented("ENT303", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
