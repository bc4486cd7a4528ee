"""Pointers into files that the edition has not, and where they were probably meant to lead."""

import posixpath

from tei_edition.checks.pointers import prefix_of, wanted_id
from tei_edition.checks.references import References
from tei_edition.model import Pointer


def missing_file(pointer: Pointer, references: References) -> str:
    """Return the path of the XML file that a pointer names and that is not there, or nothing."""
    if prefix_of(pointer.value) or not pointer.value.partition("#")[0].endswith(".xml"):
        return ""
    target = references.target_file(pointer)
    return "" if references.has_file(target) else target


def meant_instead(pointer: Pointer, references: References) -> str:
    """Return the pointer with a file that is there, in place of the one that is not, or nothing.

    A register that has the entry is meant, whatever its name, else the file of the nearest name.
    """
    missing, fragment = missing_file(pointer, references), pointer.value.partition("#")[2]
    if not missing:
        return ""
    kind = references.expected_kind(pointer)
    entry = references.entry(kind, wanted_id(pointer.value)) if kind and fragment else None
    file = entry.location.path if entry else references.near_file(missing)
    if not file:
        return ""
    path = posixpath.relpath(file, posixpath.dirname(pointer.location.path) or ".")
    return f"{path}#{fragment}" if fragment else path
