"""An attribute for pointers holds words that lead nowhere.

By the TEI Guidelines the values of this attribute are pointers: `#id` for an element of the same
file, `file.xml#id` for one of another, or a web address. A bare word is read as the name of a
file, and no file, document or entry of the edition is called so. If the words only mean something
to the editors, nothing is wrong with the site: they are kept, and lead nowhere.

If they are meant as ids, write `#` before them. If they are labels, use an attribute for labels
(`type`, `n`, `rend`). All values of one attribute make one finding.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.references import Fate, references_of
from tei_edition.checks.wording import also, counted, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index, Pointer

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc><titleStmt><editor xml:id="ed">The editors</editor></titleStmt></fileDesc>
    <revisionDesc><change when="2026-11-23" who="ek">Encoded.</change></revisionDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace('who="ek"', 'who="#ed"')


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for every attribute with words that lead nowhere."""
    attributes: dict[tuple[str, str], list[Pointer]] = defaultdict(list)
    for pointer in references_of(index).with_fate(Fate.WORD):
        attributes[pointer.element, pointer.attribute].append(pointer)
    for (element, attribute), found in attributes.items():
        places = sorted({pointer.location for pointer in found})
        values = sorted({pointer.value for pointer in found})
        some = listed([quoted(value, 30) for value in values], most=3)
        yield RULE.at(
            places[0],
            f"@{attribute} of {element} holds {counted(len(values), 'word')} that "
            f"{'leads' if len(values) == 1 else 'lead'} nowhere: {some}{extent(places)}",
            "write # before an id of the same file; "
            "labels belong into an attribute such as type or n",
            related=also(places[1:]),
        )


RULE = documented("REF207", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
