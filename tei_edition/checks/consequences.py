"""Findings that say nothing new: what follows from files that cannot be read.

A letter that is not well-formed is missing from the index, so that every pointer to it seems to
lead nowhere; the mistake is in the letter, and has been told there.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from tei_edition.diagnostics import Diagnostic

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
