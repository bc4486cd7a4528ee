"""A person died before being born.

By the dates of the register, the death of the person lies before the birth. One of the two is
wrong: a slip in a year, or dates of the era before Christ, whose years count backwards and are
written with a minus (`-0043`).

Look the dates up and mend the one that is wrong.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.dating import certainly_before, written
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="orlov">
        <persName>Andrei Orlov</persName>
        <birth when="1994"/>
        <death when="1949"/>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""
PASSES = FAILS.replace("1994", "1904")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every entry whose death certainly precedes its birth."""
    for entity in index.entities.values():
        if entity.birth and entity.death and certainly_before(entity.death, entity.birth):
            yield RULE.at(
                entity.location,
                f"{quoted(entity.name)} died {written(entity.death)}, "
                f"but was born {written(entity.birth)}",
                "look the dates up and mend the one that is wrong",
            )


RULE = documented("DAT407", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
