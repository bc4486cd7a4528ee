"""Somebody or something that a file refers to is not declared in it.

Attributes such as `resp`, `hand`, `source`, `wit` and `rendition` say by whose opinion, in which
hand or from which source something is. Their values point at an element that says more: an
`editor` or `respStmt`, a `handNote`, a `bibl`, a `witness`, a `rendition`. Here there is no such
element, so that readers see a bare abbreviation, or nothing.

Add the element with that xml:id to the header, or mend the value. Where an attribute has more
than ten such values, they make one finding.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.pointers import grouped, wanted_id
from tei_edition.checks.references import Fate, References, references_of
from tei_edition.checks.wording import also, counted, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index, Pointer

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc><titleStmt><editor xml:id="ed">The editors</editor></titleStmt></fileDesc>
  </teiHeader>
  <text><body><p>On <date when="1949-02-04" resp="#edd">Friday</date>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("#edd", "#ed")

_MANY = 10


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every such value, or one for an attribute with many."""
    references = references_of(index)
    attributes: dict[str, list[list[Pointer]]] = defaultdict(list)
    for group in grouped(references.with_fate(Fate.UNDECLARED)):
        attributes[group[0].attribute].append(group)
    for attribute, groups in attributes.items():
        if len(groups) > _MANY:
            yield _together(attribute, groups)
        else:
            yield from (_finding(group, references) for group in groups)


def _finding(group: list[Pointer], references: References) -> Diagnostic:
    places = [pointer.location for pointer in group]
    pointer, wanted = group[0], wanted_id(group[0].value)
    near = references.near_anchor(pointer.location.path, wanted)
    return RULE.at(
        places[0],
        f"@{pointer.attribute} names {quoted(pointer.value)}, "
        f"but nothing has the xml:id {quoted(wanted)}{extent(places)}",
        f'did you mean "{pointer.value.removesuffix(wanted)}{near}"?'
        if near
        else f'declare it in the header by an element with xml:id="{wanted}", or mend the value',
        related=also(places[1:]),
    )


def _together(attribute: str, groups: list[list[Pointer]]) -> Diagnostic:
    places = sorted(pointer.location for group in groups for pointer in group)
    some = listed([quoted(group[0].value) for group in groups[:3]], most=3)
    return RULE.at(
        places[0],
        f"{counted(len(groups), 'value')} of @{attribute}, such as {some}, "
        f"name nothing that is declared{extent(places)}",
        "declare them in the header by elements with these xml:ids, or mend the values",
        related=also(places[1:]),
    )


RULE = documented("REF206", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
