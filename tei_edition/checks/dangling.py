"""A pointer leads to nothing.

An attribute such as `ref` names a person, a place, a document or another part of the file, but
nothing in the edition has that id. Readers get a name without a link, the person's page lacks
this letter, and the correspondence index lists the letter under nobody.

Most often it is a slip of the pen: compare the id with the one in the register, and mend it where
it stands. Where the entry is really missing, add it to the register. A person who cannot be
identified needs no pointer at all: leave the attribute out.

All places that have the same pointer make one finding; where more than fifty entries of one kind
are missing, they make one together. In an edition that has no register of
persons (places, organisations …) at all, the pointers themselves make the register, and nothing
is missing (see ENT310).
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.missing_files import meant_instead, missing_file
from tei_edition.checks.pointers import grouped, prefix_of, wanted_id
from tei_edition.checks.references import Fate, References, references_of
from tei_edition.checks.wording import SINGULAR, also, counted, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import EntityKind, Index, Pointer

FAILS = """
<!-- persons.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="stalin"><persName>Joseph Stalin</persName></person>
    </listPerson>
  </standOff>
</TEI>

<!-- letter.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text>
    <body><p>Received by <persName ref="persons.xml#stalim">Stalin</persName>.</p></body>
  </text>
</TEI>
"""
PASSES = FAILS.replace("#stalim", "#stalin")

_MANY = 50


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every target that is missing."""
    references = references_of(index)
    targets: dict[EntityKind | None, list[list[Pointer]]] = defaultdict(list)
    for group in grouped(references.with_fate(Fate.MISSING)):
        targets[references.expected_kind(group[0])].append(group)
    for kind, groups in targets.items():
        if len(groups) > _MANY:
            yield _together(groups, kind, references)
        else:
            yield from (_finding(group, references) for group in groups)


def _finding(group: list[Pointer], references: References) -> Diagnostic:
    places = [pointer.location for pointer in group]
    message = f"{quoted(group[0].value)} leads to nothing: {_searched(group[0], references)}"
    hint = _advice(group[0], references)
    return RULE.at(places[0], message + extent(places), hint, related=also(places[1:]))


def _together(
    groups: list[list[Pointer]], kind: EntityKind | None, references: References
) -> Diagnostic:
    """Return one finding for very many targets: it is the register or the files that lack."""
    places = sorted(pointer.location for group in groups for pointer in group)
    some = listed([quoted(wanted_id(group[0].value)) for group in groups[:3]], most=3)
    if kind is None:
        message = f"{len(groups):,} pointers such as {some} lead to nothing in the edition"
        hint = "add the files that they lead to, or switch the rule off if they lie elsewhere"
    else:
        noun = counted(len(groups), SINGULAR[kind])
        message = f"{noun} that the edition names, such as {some}, are not in "
        message += _register(kind, references)
        hint = "add them to the register, or the rest of the register to the edition"
    return RULE.at(places[0], message + extent(places), hint, related=also(places[1:]))


def _searched(pointer: Pointer, references: References) -> str:
    """Return where the target was looked for."""
    wanted = quoted(wanted_id(pointer.value))
    if missing := missing_file(pointer, references):
        return f"the edition has no file {missing}"
    kind = references.expected_kind(pointer)
    if kind is not None:
        number = counted(len(references.registers[kind]), SINGULAR[kind])
        return f"no entry has the id {wanted} among the {number} in {_register(kind, references)}"
    if pointer.value.startswith("#"):
        return f"no element in this file has the xml:id {wanted}"
    target = references.target_file(pointer)
    if target and references.has_file(target):
        return f"no element in {target} has the xml:id {wanted}"
    return f"no document, page or register entry of the edition has the id {wanted}"


def _register(kind: EntityKind, references: References) -> str:
    return listed(references.files(kind), most=2)


def _advice(pointer: Pointer, references: References) -> str:
    """Return the near miss, and what to do where it is none."""
    if other := meant_instead(pointer, references):
        return f'did you mean "{other}"?'
    wanted = wanted_id(pointer.value)
    kind = references.expected_kind(pointer)
    near = _near(pointer, references, kind, wanted)
    lines = [f'did you mean "{pointer.value.removesuffix(wanted)}{near}"?'] if near else []
    if kind is None:
        return "\n".join(lines) or _unregistered(pointer, references)
    for other in references.kinds_with(wanted):
        lines.append(f"there is a {SINGULAR[other]} with this id in {_register(other, references)}")
    if not lines:
        files = listed(references.files(kind), "or", most=2)
        lines.append(
            f"mend the id, or add the {SINGULAR[kind]} to {files}; "
            f"leave the attribute out where the {SINGULAR[kind]} is not known"
        )
    return "\n".join(lines)


def _unregistered(pointer: Pointer, references: References) -> str:
    """Return what to do about a pointer that belongs to no register."""
    document = references.path_of(wanted_id(pointer.value))
    if document:
        return f"the document with this id is in {document}: mend the path or the prefix"
    if pointer.value.startswith("#") or references.has_file(references.target_file(pointer)):
        return "mend the pointer, or give its target that xml:id"
    return "mend the pointer, or add what it means to the edition"


def _near(pointer: Pointer, references: References, kind: EntityKind | None, wanted: str) -> str:
    if kind is not None:
        return references.near_entry(kind, wanted)
    if pointer.value.startswith("#"):
        return references.near_anchor(pointer.location.path, wanted)
    if "#" in pointer.value and not prefix_of(pointer.value):
        target = references.target_file(pointer)
        return references.near_anchor(target, wanted)
    return references.near_document(wanted)


RULE = documented("REF201", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
