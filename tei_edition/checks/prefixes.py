"""The prefix of a pointer is not declared.

A pointer such as `person:stalin` is short for a place in another file; a `prefixDef` in the
header of the same file says which. Without it no program can tell what is meant, and the name
stays without its link.

Add the `prefixDef` to `encodingDesc/listPrefixDef` of the file, as your other documents have it,
or mend the prefix. All pointers with the same undeclared prefix make one finding.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import prefix_of
from tei_edition.checks.references import Fate, References, references_of
from tei_edition.checks.spelling import Speller
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index, Pointer

FAILS = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson><person xml:id="mao"><persName>Mao Zedong</persName></person></listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <encodingDesc>
      <listPrefixDef>
        <prefixDef ident="person" matchPattern="(.+)" replacementPattern="persons.xml#$1"/>
      </listPrefixDef>
    </encodingDesc>
  </teiHeader>
  <text><body><p>From <persName ref="persons:mao">Mao</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("persons:mao", "person:mao")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every prefix that is used and not declared."""
    references = references_of(index)
    groups: dict[str, list[Pointer]] = defaultdict(list)
    for pointer in references.with_fate(Fate.NO_PREFIX):
        groups[prefix_of(pointer.value)].append(pointer)
    for prefix, found in groups.items():
        found.sort(key=lambda p: p.location)
        places = [p.location for p in found]
        yield RULE.at(
            places[0],
            f'the prefix "{prefix}:" of {quoted(found[0].value)} is not declared in this file'
            + extent(places),
            _advice(prefix, references, places[0].path),
            related=also(places[1:]),
        )


def _advice(prefix: str, references: References, path: str) -> str:
    near = Speller(sorted(references.prefixes(path))).near(prefix)
    if near and near != prefix:
        return f'did you mean "{near}:"?'
    elsewhere = references.prefixes("").get(prefix)
    if elsewhere:
        return (
            "copy this prefixDef from another document of the edition: "
            f'ident="{prefix}", replacementPattern="{elsewhere[0].replacement}"'
        )
    return f'add a prefixDef with ident="{prefix}" to encodingDesc/listPrefixDef'


RULE = documented("REF203", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
