"""A pointer does not fit the declaration of its prefix.

The prefix is declared by a `prefixDef`, but what follows it is not of the form that its
`matchPattern` allows, so that the pointer cannot be resolved: a blank, a `#` or a capital that
the pattern does not foresee, or an id of another register.

Compare the value with the pattern, and mend the one that is wrong. All such pointers with one
prefix make one finding.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import prefix_of
from tei_edition.checks.references import Fate, references_of
from tei_edition.checks.wording import also, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index, Pointer

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <encodingDesc>
      <listPrefixDef>
        <prefixDef ident="gnd" matchPattern="([0-9X-]+)"
          replacementPattern="https://d-nb.info/gnd/$1"/>
      </listPrefixDef>
    </encodingDesc>
  </teiHeader>
  <text><body><p>From <persName ref="gnd:mao">Mao</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("gnd:mao", "gnd:118577425")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every prefix with values that its declaration does not allow."""
    references = references_of(index)
    groups: dict[str, list[Pointer]] = defaultdict(list)
    for pointer in references.with_fate(Fate.NO_MATCH):
        groups[prefix_of(pointer.value)].append(pointer)
    for prefix, found in groups.items():
        found.sort(key=lambda pointer: pointer.location)
        places = [pointer.location for pointer in found]
        values = listed([quoted(v) for v in dict.fromkeys(p.value for p in found)], most=3)
        declared = references.prefixes(places[0].path)[prefix]
        patterns = listed([quoted(each.pattern) for each in declared], "or")
        yield RULE.at(
            places[0],
            f'the declaration of the prefix "{prefix}:" does not allow {values}{extent(places)}',
            f"its matchPattern is {patterns}: mend the value or the pattern",
            related=also(places[1:]),
        )


RULE = documented("REF208", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
