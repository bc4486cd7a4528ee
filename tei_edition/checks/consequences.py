"""One mistake, one finding: what only follows from another finding is not told again.

A letter that is not well-formed is missing from the index, so that every pointer to it seems to
lead nowhere; a value that the grammar refuses is mostly refused by a rule of ours as well.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from tei_edition.diagnostics import Diagnostic, Location

_OF_VALUES = frozenset(["RNG107", "RNG109", "RNG110"])
_OF_NAMESPACES = frozenset(["RNG101", "RNG111"])
_OF_TYPES = "COR510"
_FOLLOWING = {
    _OF_TYPES: frozenset(["COR501", "COR502", "COR503", "COR509", "COR511"]),
    **dict.fromkeys(_OF_NAMESPACES, frozenset(["ENT390"])),
}
"""By the code of a finding: what follows from it in the same file."""
_SCHEMAS = frozenset(["RNG", "SCH", "XML"])
_SAYS_NO_MORE = frozenset(["DAT402", "COR510"])
_MEANT = "did you mean"
_ABOUT_TARGETS = ("REF201", "REF202", "COR504", "COR506")
_ABOUT_ENTRIES = ("REF201", "REF205")


def without_consequences(
    diagnostics: Iterable[Diagnostic], unreadable: Sequence[str], *, registers: bool
) -> list[Diagnostic]:
    """Drop the findings that only say that an unreadable file is missing.

    `unreadable` are paths; `registers` says whether a register is among them, so that nothing can
    be said of missing entries. A pointer that names one of the files, by its name without
    ``.xml``, is not complained of.
    """
    if not unreadable:
        return list(diagnostics)
    stems = "|".join(re.escape(PurePosixPath(path).stem) for path in unreadable)
    named = re.compile(rf"(?<![\w.-])({stems})(?![\w-])")
    silent = {"ENT310", *(_ABOUT_ENTRIES if registers else ())}
    return [
        found
        for found in diagnostics
        if found.code not in silent
        and not (found.code in _ABOUT_TARGETS and named.search(found.message))
    ]


def told_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Join what is said of one value, and drop what follows from another finding of the file.

    Of the grammar's finding and a rule's at the same place the first is kept, with what the other
    knows: its reason, what was meant, the repair.
    """
    told = list(diagnostics)
    refused = {found.location: found for found in told if found.code in _OF_VALUES}
    by_place: dict[Location, list[Diagnostic]] = {}
    for found in told:
        places = {found.location, *(r.location for r in found.related if r.is_further)}
        if found.code[:3] not in _SCHEMAS and places <= refused.keys():
            for place in places:
                by_place.setdefault(place, []).append(found)
    known = [found for others in by_place.values() for found in others]
    following = {
        (found.location.path, code) for found in told for code in _FOLLOWING.get(found.code, ())
    }
    return [
        _enriched(found, by_place.get(found.location, ())) if found.code in _OF_VALUES else found
        for found in told
        if found not in known and (found.location.path, found.code) not in following
    ]


def _enriched(found: Diagnostic, others: Sequence[Diagnostic]) -> Diagnostic:
    lines = found.hint.splitlines()
    for other in others:
        if other.code not in _SAYS_NO_MORE:
            lines.append(other.message)
        if _MEANT not in found.hint:
            lines += [line for line in other.hint.splitlines() if line.startswith(_MEANT)]
    lines.sort(key=lambda line: line.startswith(_MEANT))
    fixes = found.fixes or tuple(fix for other in others for fix in other.fixes)
    return replace(found, hint="\n".join(dict.fromkeys(lines)), fixes=fixes)
