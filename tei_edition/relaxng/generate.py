"""Random documents that a schema allows, for trying out whatever is to work with all of them."""

from __future__ import annotations

import random
from typing import TypeAlias

from lxml import etree

from tei_edition.relaxng.descriptions import allowed
from tei_edition.relaxng.facets import regex_of
from tei_edition.relaxng.names import NameClass, NsName, clark, namespace_of
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Element,
    Interleave,
    OneOrMore,
    Pattern,
    Several,
)
from tei_edition.relaxng.restrictions import elements_below
from tei_edition.relaxng.schema import Schema
from tei_edition.relaxng.values import Data, List, Value, accepts

_NEVER = 10**6
_DEEPEST = 30
_TRIES = 200
_WORDS = ("letter", "Peking", "8 мая", "毛泽东", "& Co.", "«да»", "No. 58986")

Content: TypeAlias = "list[str | etree._Element]"


def random_document(schema: Schema, rng: random.Random, size: int = 50) -> etree._Element:
    """A valid document of about `size` elements.

    ValueError when no document is valid, or when a value cannot be guessed that a pattern and
    other facets allow together.
    """
    return Generator(schema).document(rng, size)


class Generator:
    """Makes many documents from one schema."""

    def __init__(self, schema: Schema) -> None:
        self._pool = schema.pool
        self._start = schema.start
        self._heights = _heights(elements_below(schema.start))
        self._known: dict[Pattern, int] = {}

    def document(self, rng: random.Random, size: int = 50) -> etree._Element:
        if self.height(self._start) >= _NEVER:
            raise ValueError("no document is valid against this schema")
        content = _Making(self, rng, size).content(self._start, 0, {})
        return next(each for each in content if not isinstance(each, str))

    def height(self, pattern: Pattern) -> int:
        """How many elements deep the smallest content is that fits."""
        if pattern not in self._known:
            self._known[pattern] = _height(pattern, self._heights)
        return self._known[pattern]

    def allows(self, pattern: Pattern, text: str) -> bool:
        return accepts(pattern, self._pool, text, None)


class _Making:
    """The making of one document."""

    def __init__(self, generator: Generator, rng: random.Random, size: int) -> None:
        self._generator = generator
        self._rng = rng
        self._left = size

    def content(self, pattern: Pattern, depth: int, attributes: dict[str, str]) -> Content:
        """Elements and text for a pattern; its attributes go into `attributes`."""
        if isinstance(pattern, Element):
            return [self._element(pattern, depth)]
        if isinstance(pattern, Attribute):
            attributes[self._name(pattern.name, attributes)] = self._text(pattern.value)
            return []
        if isinstance(pattern, Choice):
            return self.content(self._chosen(pattern, depth), depth, attributes)
        if isinstance(pattern, OneOrMore):
            return self._repeated(pattern, depth, attributes)
        if isinstance(pattern, Several):
            parts = [self.content(member, depth, attributes) for member in pattern.members]
            is_free = isinstance(pattern, Interleave)
            return self._shuffled(parts) if is_free else [each for part in parts for each in part]
        return [] if pattern is EMPTY else [self._text(pattern)]

    def _element(self, pattern: Element, depth: int) -> etree._Element:
        self._left -= 1
        attributes: dict[str, str] = {}
        content = self.content(pattern.content, depth + 1, attributes)
        name = self._name(pattern.name, {})
        namespace = namespace_of(name)
        element = etree.Element(name, attributes, nsmap={None: namespace} if namespace else None)
        for each in content:
            if not isinstance(each, str):
                element.append(each)
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + each
            else:
                element.text = (element.text or "") + each
        return element

    def _is_spent(self, depth: int) -> bool:
        return self._left <= 0 or depth > _DEEPEST

    def _chosen(self, choice: Choice, depth: int) -> Pattern:
        heights = {member: self._generator.height(member) for member in choice.members}
        most = min(heights.values()) if self._is_spent(depth) else _NEVER - 1
        return self._rng.choice([member for member, height in heights.items() if height <= most])

    def _repeated(self, pattern: OneOrMore, depth: int, attributes: dict[str, str]) -> Content:
        content = self.content(pattern.item, depth, attributes)
        while not self._is_spent(depth) and self._rng.random() < 0.6:
            content += self.content(pattern.item, depth, attributes)
        return content

    def _shuffled(self, parts: list[Content]) -> Content:
        """The parts mixed, each of them in its own order."""
        turns = [index for index, part in enumerate(parts) for _ in part]
        self._rng.shuffle(turns)
        waiting = [iter(part) for part in parts]
        return [next(waiting[index]) for index in turns]

    def _name(self, names: NameClass, taken: dict[str, str]) -> str:
        listed = [name for name in names.names() if name not in taken]
        if listed:
            return self._rng.choice(listed)
        spaces = ["urn:x", "", names.namespace if isinstance(names, NsName) else "urn:y"]
        for number in range(_TRIES):
            name = clark(spaces[-1 - number % 3], f"any{number}")
            if name in names and name not in taken:
                return name
        raise ValueError("no name was found that a name class allows")

    # Values

    def _text(self, pattern: Pattern) -> str:
        for _ in range(_TRIES):
            text = self._guess(pattern)
            if self._generator.allows(pattern, text):
                return text
        raise ValueError(f"no value was found that fits: {allowed(pattern, '')}")

    def _guess(self, pattern: Pattern) -> str:
        if isinstance(pattern, Value):
            return pattern.literal
        if isinstance(pattern, Data):
            return self._guess_data(pattern)
        if isinstance(pattern, Choice):
            return self._guess(self._chosen(pattern, 0))
        if pattern is TEXT:
            return self._rng.choice(_WORDS)
        parts: tuple[Pattern, ...] = ()
        if isinstance(pattern, List | OneOrMore):
            times = self._rng.randint(1, 3) if isinstance(pattern, OneOrMore) else 1
            parts = (pattern.item,) * times
        elif isinstance(pattern, Several):
            parts = pattern.members
        return " ".join(self._guess(part) for part in parts)

    def _guess_data(self, data: Data) -> str:
        regexes = [regex for facet in data.datatype.facets if (regex := regex_of(facet))]
        if regexes and self._rng.random() < 0.5:
            return self._rng.choice(regexes).sample(self._rng)
        return data.datatype.sample(self._rng)


def _heights(elements: list[Element]) -> dict[Element, int]:
    """How many elements deep the smallest content of each element pattern is."""
    heights: dict[Element, int] = dict.fromkeys(elements, _NEVER)
    while True:
        new = {each: _height(each.content, heights) for each in elements}
        if new == heights:
            return heights
        heights = new


def _height(pattern: Pattern, heights: dict[Element, int]) -> int:
    if isinstance(pattern, Element):
        return min(heights[pattern] + 1, _NEVER)
    if isinstance(pattern, OneOrMore):
        return _height(pattern.item, heights)
    if isinstance(pattern, Several):
        members = [_height(member, heights) for member in pattern.members]
        return min(members) if isinstance(pattern, Choice) else max(members)
    return _NEVER if pattern is NOT_ALLOWED else 0
