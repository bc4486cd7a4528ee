"""A pointer can mean two entries.

The pointer gives only an id, and the registers have that id twice: in two files, or for two kinds
of things. The edition takes the first that fits; which one that is, the encoder cannot see.

Say which file is meant (`persons.xml#li`), or declare a prefix for each register and write
`person:li`. Where two entries of one kind have the same id, give one of them another (see
ENT303).
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import followable, grouped, prefix_of, wanted_id
from tei_edition.checks.wording import SINGULAR, also, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import Entity, Index, Pointer

FAILS = """
<!-- organisations.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listOrg><org xml:id="xinjiang"><orgName>Government of Xinjiang</orgName></org></listOrg>
  </standOff>
</TEI>

<!-- places.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPlace><place xml:id="xinjiang"><placeName>Xinjiang</placeName></place></listPlace>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>As <ref target="#xinjiang">Xinjiang</ref> has asked.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace('target="#', 'target="places.xml#')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every bare id that several entries answer to."""
    entries: dict[str, list[Entity]] = defaultdict(list)
    for entity in index.entities.values():
        if entity.xml_id:
            entries[entity.xml_id].append(entity)
    twice = {
        id: sorted(found, key=lambda entity: entity.location)
        for id, found in entries.items()
        if len(found) > 1
    }
    unsure = dict.fromkeys(p for p in followable(index) if len(_meant(p, twice)) > 1)
    for group in grouped(unsure):
        yield _finding(group, _meant(group[0], twice))


def _meant(pointer: Pointer, twice: dict[str, list[Entity]]) -> list[Entity]:
    """Return the entries that a pointer without a file or prefix may mean."""
    value = pointer.value
    if prefix_of(value) or value.partition("#")[0].endswith(".xml"):
        return []
    found = twice.get(wanted_id(value), [])
    if any(entity.location.path == pointer.location.path for entity in found):
        return []
    return [entity for entity in found if pointer.kind in (None, entity.kind)]


def _finding(group: list[Pointer], entities: list[Entity]) -> Diagnostic:
    places = [p.location for p in group]
    called = [f"the {SINGULAR[e.kind]} {quoted(e.name)}" for e in entities]
    return RULE.at(
        places[0],
        f"{quoted(group[0].value)} can mean {listed(called, 'or')}{extent(places)}",
        f'write the file too, such as "{_exact(group[0], entities[0])}", or use a prefix',
        related=(
            *(
                Related(e.location, f"here is {text}")
                for e, text in zip(entities, called, strict=True)
            ),
            *also(places[1:]),
        ),
    )


def _exact(pointer: Pointer, entity: Entity) -> str:
    folder = posixpath.dirname(pointer.location.path)
    return f"{posixpath.relpath(entity.location.path, folder or '.')}#{entity.xml_id}"


RULE = documented("REF204", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
