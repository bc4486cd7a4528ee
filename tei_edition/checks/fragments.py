"""A pointer leads to a place that its document does not have.

The pointer names a document of the edition and, after `#`, an element in it. The document is
there, but none of its elements has that xml:id, so that readers land at the head of the document
instead of the passage that is meant.

Open the document and look for the passage: its xml:id was changed or never given. Mend the
pointer, or give the element that xml:id. To point at the document as a whole, leave `#` and what
follows out.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import grouped
from tei_edition.checks.references import Fate, references_of
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<!-- first.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p xml:id="p1">We shall send the technicians in May.</p></body></text>
</TEI>

<!-- second.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>The <ref target="first.xml#p2">technicians</ref> have come.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("#p2", "#p1")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every place of another document that is missing."""
    references = references_of(index)
    for group in grouped(references.with_fate(Fate.NO_FRAGMENT)):
        pointer = group[0]
        places = [p.location for p in group]
        resolved = index.resolve(pointer.location.path, pointer.value)
        if resolved is None:
            continue
        path = references.path_of(resolved.target)
        wanted = resolved.fragment
        near = references.near_anchor(path, wanted)
        yield RULE.at(
            places[0],
            f"{quoted(pointer.value)} leads to no place in {path}: "
            f"nothing there has the xml:id {quoted(wanted)}{extent(places)}",
            f'did you mean "{pointer.value.removesuffix(wanted)}{near}"?'
            if near
            else "mend the id, or leave out # and what follows to point at the whole document",
            related=also(places[1:]),
        )


RULE = documented("REF202", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
