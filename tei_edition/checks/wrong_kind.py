"""A pointer leads to an entry of another kind.

The element names a person (or a place, an organisation …), but its `ref` leads to an entry of
another kind. The name then stands on the page of that entry, coloured and listed as what it is
not.

If the element is right, mend the pointer; if the pointer is right, change the element:
`placeName` for a place, `orgName` for an organisation or office. Persons and organisations may
stand for each other as sender or addressee, where `persName` names an office.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import followable, grouped
from tei_edition.checks.wording import SINGULAR, also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Entity, EntityKind, Index, Pointer

FAILS = """
<!-- places.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPlace><place xml:id="moscow"><placeName>Moscow</placeName></place></listPlace>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>Come to <persName ref="places.xml#moscow">Moscow</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("persName", "placeName")

_AKIN = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_NAMES = {
    EntityKind.PERSON: "persName",
    EntityKind.PLACE: "placeName",
    EntityKind.ORGANISATION: "orgName",
    EntityKind.WORK: "title",
    EntityKind.EVENT: "eventName",
}


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every value of a pointer whose entry is not what the element names."""
    wrong = dict.fromkeys(p for p in followable(index) if _entry(p, index) is not None)
    for group in grouped(wrong):
        entity = _entry(group[0], index)
        if entity is not None:
            yield _finding(group, entity)


def _entry(pointer: Pointer, index: Index) -> Entity | None:
    """Return the entry of a wrong kind that a pointer leads to."""
    if pointer.kind is None:
        return None
    resolved = index.resolve(pointer.location.path, pointer.value)
    entity = index.entities.get(resolved.target) if resolved else None
    if entity is None or entity.implied or {entity.kind, pointer.kind} <= _AKIN:
        return None
    return entity if entity.kind is not pointer.kind else None


def _finding(group: list[Pointer], entity: Entity) -> Diagnostic:
    pointer, places = group[0], [p.location for p in group]
    assert pointer.kind is not None
    return RULE.at(
        places[0],
        f"{pointer.element} names a {SINGULAR[pointer.kind]}, but {quoted(pointer.value)} "
        f"is the {SINGULAR[entity.kind]} {quoted(entity.name)}{extent(places)}",
        f"mend the pointer, or write {_NAMES[entity.kind]} instead of {pointer.element}",
        related=(Related(entity.location, "the register entry"), *also(places[1:])),
    )


RULE = documented("REF205", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
