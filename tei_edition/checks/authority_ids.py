"""An authority identifier is malformed.

The number in `idno` cannot be one of the authority that it names: it has the wrong number of
digits, a blank, a piece of an address, or its check digit shows that a digit is wrong. The link
that the edition publishes leads nowhere or to somebody else, and correspSearch does not recognise
the person.

Copy the number again from the authority's record. Both forms are understood: the number alone
(with `type="GND"`) and the full link (`https://d-nb.info/gnd/118577425`).
"""

from collections.abc import Iterator

from tei_edition.checks.authorities import complaint, recognise
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import SINGULAR, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao">
        <persName>Mao Zedong</persName>
        <idno type="GND">118577452</idno>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""
PASSES = FAILS.replace("118577452", "118577425")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every identifier of a register entry that cannot be right."""
    for entity in index.entities.values():
        if entity.implied:
            continue
        for identifier in entity.identifiers:
            found = recognise(identifier)
            wrong = complaint(*found) if found else ""
            if found and wrong:
                yield RULE.at(
                    entity.location,
                    f"the {found[0].name} number {quoted(found[1])} of the "
                    f"{SINGULAR[entity.kind]} {quoted(entity.name)} cannot be right: {wrong}",
                    f"copy the number again from {found[0].name}",
                )


RULE = documented("ENT306", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
