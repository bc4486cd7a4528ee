"""The edition has no register of a kind that its letters use.

The texts point at persons (places, organisations …), but no file of the edition lists them. The
published register is made from the pointers themselves: each person has the name that the letters
use first, and no dates, variants or authority numbers. Nothing is wrong; this is said once, so
that nobody looks for a register that was forgotten.

If there is a register, add its file to `sources.registers` in `edition.toml`. If not, one
`listPerson` with a `person` for each id is enough.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.references import Fate, references_of
from tei_edition.checks.wording import ELEMENT, SINGULAR, counted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import EntityKind, Index, Pointer

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>Received by <persName ref="persons.xml#mao">Mao</persName>.</p></body></text>
</TEI>
"""
PASSES = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson><person xml:id="mao"><persName>Mao Zedong</persName></person></listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>Received by <persName ref="persons.xml#mao">Mao</persName>.</p></body></text>
</TEI>
"""


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for every kind that is pointed at and listed nowhere."""
    references = references_of(index)
    groups: dict[EntityKind, list[Pointer]] = defaultdict(list)
    for pointer in references.with_fate(Fate.NO_REGISTER):
        kind = references.expected_kind(pointer)
        if kind is not None:
            groups[kind].append(pointer)
    for kind, found in groups.items():
        first = min(found, key=lambda pointer: pointer.location)
        values = len({pointer.value for pointer in found})
        yield RULE.at(
            first.location,
            f"the edition has no register of {kind.value}: {counted(values, SINGULAR[kind])} "
            f"named in {counted(len(found), 'place')} of the texts, the first here",
            f"nothing need be done; a file with {ELEMENT[kind]} elements that have these ids "
            "would give them dates, variants and authority numbers",
        )


RULE = documented("ENT310", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
