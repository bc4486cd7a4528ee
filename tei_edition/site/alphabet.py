"""Lists from A to Z: under their initials, split over pages before they grow too long."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

OTHER = "…"
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "HEBREW", "ARABIC")

LIMIT = 500
"""How many names a page may list before the list is split: they are short."""


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    """What is listed under one initial. `key` is fit for a file name and a fragment."""

    key: str
    label: str
    items: tuple[T, ...]


def sections(items: Iterable[tuple[str, T]]) -> list[Section[T]]:
    """Return items, given as (name to sort by, item) in order, under their initials.

    Names in scripts without an alphabet, and those that begin with a figure, come last, together.
    """
    found: dict[str, list[T]] = {}
    for name, item in items:
        found.setdefault(initial(name), []).append(item)
    last = found.pop(OTHER, None)
    ordered = [(letter, found[letter]) for letter in sorted(found)]
    if last:
        ordered.append((OTHER, last))
    return [Section(_key(letter), letter, tuple(group)) for letter, group in ordered]


def pages(found: Sequence[Section[T]]) -> list[Section[T]]:
    """Return the sections that need a page each, or nothing where all fit on one page."""
    if sum(len(section.items) for section in found) <= LIMIT:
        return []
    split = []
    for section in found:
        for number, start in enumerate(range(0, len(section.items), 2 * LIMIT), 1):
            items = section.items[start : start + 2 * LIMIT]
            numbered = number > 1
            key = f"{section.key}-{number}" if numbered else section.key
            split.append(
                Section(key, f"{section.label} ({number})" if numbered else section.label, items)
            )
    return split


def initial(name: str) -> str:
    """Return the letter under which a name is listed, without accents: ``É`` is under ``E``."""
    for character in unicodedata.normalize("NFD", name):
        if character.isalnum():
            alphabetic = unicodedata.name(character, "").startswith(_ALPHABETS)
            return character.upper()[0] if alphabetic else OTHER
    return OTHER


def _key(letter: str) -> str:
    if letter == OTHER:
        return "other"
    return letter.lower() if letter.isascii() else f"u{ord(letter):04x}"
