"""Which letter of a file each ``correspDesc`` of its header describes.

A description points at its letter, or the letter at its description; else their order tells.
"""

from collections.abc import Sequence

from lxml import etree

from tei_edition.model import Letter
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei.names import split_pointers

_OF_PART = ("decls", "corresp", "ana", "source")
_OF_DESCRIPTION = ("corresp", "ref", "target", "sameAs")


def linked(root: etree._Element, parts: Sequence[etree._Element]) -> list[list[int]]:
    """Return for each part the ordinals, from 0, of the descriptions that are linked with it."""
    found = list(root.iter(tei("correspDesc")))
    return [[n for n, one in enumerate(found) if _are_linked(one, part)] for part in parts]


def of_parts(
    root: etree._Element, letters: Sequence[Letter], parts: Sequence[etree._Element]
) -> list[tuple[Letter, ...]]:
    """Return the letters of each part; none where the descriptions leave it open.

    `letters` are those of the descriptions, in their order.
    """
    links = linked(root, parts)
    if any(links):
        return [tuple(letters[n] for n in own if n < len(letters)) for own in links]
    if len(letters) == len(parts):
        return [(letter,) for letter in letters]
    return [() for _ in parts]


def _are_linked(description: etree._Element, part: etree._Element) -> bool:
    return points_at(part, _OF_PART, description) or points_at(description, _OF_DESCRIPTION, part)


def points_at(element: etree._Element, names: Sequence[str], other: etree._Element) -> bool:
    """Say whether one of the attributes of an element points at another of the same file."""
    id = other.get(XML_ID, "").strip()
    values = (value for name in names for value in split_pointers(element.get(name, "")))
    return bool(id) and any(value == f"#{id}" for value in values)
