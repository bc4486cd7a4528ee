"""A register entry is never used.

No document, page or other entry points at this person, place, organisation or work. Its page in
the published register lists no letter, and readers ask themselves why it is there. Often the
pointers that should lead here are missing or lead to another entry: look for the name in the
texts.

Remove the entry, or mark up the passages that speak of it. A register that is deliberately larger
than the edition (because several editions share it) is a good reason to switch this rule off, in
`edition.toml` or with `<?tei-edition ignore ENT301?>` in the register. Where a file has more than
twenty such entries, they make one finding.
"""

from collections.abc import Iterator
from functools import partial

from tei_edition.checks.check import Check, documented
from tei_edition.checks.crowds import thinned
from tei_edition.checks.pointers import pointers
from tei_edition.checks.wording import ELEMENT, SINGULAR, counted, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Entity, EntityKind, Index

FAILS = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao"><persName>Mao Zedong</persName></person>
      <person xml:id="roshchin"><persName>Nikolai Roshchin</persName></person>
    </listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>Received by <persName ref="persons.xml#mao">Mao</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("<p>", '<p>By <persName ref="persons.xml#roshchin">Roshchin</persName>. ')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each unused entry, or one for all of a file where they are many."""
    used = _used(index)
    own = [entity for entity in index.entities.values() if not entity.implied]
    for kind in EntityKind:
        entries = [entity for entity in own if entity.kind is kind]
        unused = (_single(entity) for entity in entries if entity.key not in used)
        yield from thinned(unused, partial(_together, kind))


def _used(index: Index) -> set[str]:
    """Return the keys of the entries that something else than themselves points at."""
    used = {key for key, links in index.backlinks.items() if links}
    own = {pointer: entity.key for entity in index.entities.values() for pointer in entity.pointers}
    for pointer in pointers(index):
        resolved = index.resolve(pointer.location.path, pointer.value)
        if resolved and resolved.kind == "entity" and own.get(pointer) != resolved.target:
            used.add(resolved.target)
    return used


def _single(entity: Entity) -> Diagnostic:
    noun = SINGULAR[entity.kind]
    return RULE.at(
        entity.location,
        f"nothing in the edition points at the {noun} {quoted(entity.name)}"
        + (f" ({entity.xml_id})" if entity.xml_id else ""),
        f"mark up the passages that speak of this {noun}, or remove the entry",
        xpath=f"//{ELEMENT[entity.kind]}[@xml:id='{entity.xml_id}']" if entity.xml_id else "",
    )


def _together(kind: EntityKind, number: int) -> tuple[str, str]:
    return (
        f"nothing in the edition points at {counted(number, SINGULAR[kind])} in this file, "
        "the first here",
        "where the register is meant to be larger than the edition, "
        "put <?tei-edition ignore ENT301?> into it",
    )


RULE = documented("ENT301", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
