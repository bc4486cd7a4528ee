"""Which letter of a file each ``correspDesc`` of its header describes.

A description points at its letter, or the letter at its description; else their order tells.
"""

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from tei_edition.model import Letter
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei.names import split_pointers

_OF_PART = ("decls", "corresp", "ana", "source")
_OF_DESCRIPTION = ("corresp", "ref", "target", "sameAs")


def linked(root: etree._Element, parts: Sequence[etree._Element]) -> list[list[int]]:
    """Return for each part the ordinals, from 0, of the descriptions that are linked with it."""
    numbers: dict[str, int] = {}
    pointing: dict[str, list[int]] = defaultdict(list)
    for number, description in enumerate(root.iter(tei("correspDesc"))):
        numbers.setdefault(pointer_to(description), number)
        for value in pointers(description, _OF_DESCRIPTION):
            pointing[value].append(number)
    return [
        sorted(
            {numbers[value] for value in pointers(part, _OF_PART) if value in numbers}
            | set(pointing.get(pointer_to(part), ()))
        )
        for part in parts
    ]


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


def pointers(element: etree._Element, names: Sequence[str]) -> list[str]:
    """Return what some attributes of an element point at in its own file."""
    values = (value for name in names for value in split_pointers(element.get(name, "")))
    return [value for value in values if value.startswith("#") and value != "#"]


def pointer_to(element: etree._Element) -> str:
    """Return how an element is pointed at in its own file; of one without an id a bare ``#``."""
    return f"#{element.get(XML_ID, '').strip()}"
