"""A pseudonym stands for two persons in one document.

A name that is marked as a pseudonym leads to one person here and to another there, in the same
document. In one letter a cover name almost always means one person; that both are right is rare,
that one pointer was copied without looking is common.

Decide for each place whom it means. If the writer really uses one name for two persons, say so in
a `note`, and switch the rule off for this document with `<?tei-edition ignore COR508?>`.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import listed, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import DocumentRecord, Entity, EntityKind, Index, Name

FAILS = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="stalin"><persName>Joseph Stalin</persName></person>
      <person xml:id="kuznetsov"><persName>Fyodor Kuznetsov</persName></person>
    </listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName type="pseudonym" ref="persons.xml#stalin">Kuznetsov</persName>
        </correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text>
    <body>
      <p>Signed <persName type="pseudonym" ref="persons.xml#kuznetsov">Kuznetsov</persName>.</p>
    </body>
  </text>
</TEI>
"""
PASSES = FAILS.replace("persons.xml#kuznetsov", "persons.xml#stalin")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every pseudonym of a document that leads to several persons."""
    for record in index.documents.values():
        for form, uses in _pseudonyms(record).items():
            persons: dict[str, Name] = {}
            for name in uses:
                resolved = index.resolve(record.location.path, name.ref)
                if resolved and resolved.kind == "entity":
                    persons.setdefault(resolved.target, name)
            if len(persons) > 1:
                yield _finding(form, persons, index)


def _pseudonyms(record: DocumentRecord) -> dict[str, list[Name]]:
    """Return the uses of every name of a document that is somewhere in it called a pseudonym."""
    names = [n for letter in record.letters for a in letter.actions for n in a.names]
    names += [mention.name for mention in record.mentions]
    uses: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.kind is EntityKind.PERSON and name.ref:
            uses[name.form].append(name)
    return {
        form: sorted(found, key=lambda name: name.location)
        for form, found in uses.items()
        if any(name.type == "pseudonym" for name in found)
    }


def _finding(form: str, persons: dict[str, Name], index: Index) -> Diagnostic:
    entities: list[Entity | None] = [index.entities.get(key) for key in persons]
    called = [e.name if e else key for e, key in zip(entities, persons, strict=True)]
    first, *others = persons.values()
    second = others[0]
    return RULE.at(
        second.location,
        f"the pseudonym {quoted(form)} stands for {listed(called)} in one document",
        "decide whom each place means and mend the pointer; if both are right, "
        "put <?tei-edition ignore COR508?> into the document",
        related=(
            Related(first.location, f"here it stands for {called[0]}"),
            *(
                Related(name.location, f"here it stands for {person}")
                for name, person in list(zip(persons.values(), called, strict=True))[2:]
            ),
        ),
    )


RULE = documented("COR508", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
