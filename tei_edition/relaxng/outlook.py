"""What a pattern still allows and demands, without a document to compare it with."""

from __future__ import annotations

from collections.abc import Iterator

from tei_edition.relaxng.names import Name
from tei_edition.relaxng.patterns import (
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Element,
    Group,
    OneOrMore,
    Pattern,
    Several,
)
from tei_edition.relaxng.pool import Pool
from tei_edition.relaxng.values import Data, List, Value


def next_elements(pattern: Pattern) -> Iterator[Element]:
    """The element patterns that may come first, in the order of the schema."""
    if isinstance(pattern, Element):
        yield pattern
    elif isinstance(pattern, OneOrMore):
        yield from next_elements(pattern.item)
    elif isinstance(pattern, Several):
        for member in pattern.members:
            yield from next_elements(member)
            if isinstance(pattern, Group) and not member.nullable:
                return


def all_elements(pattern: Pattern) -> Iterator[Element]:
    """The element patterns anywhere in a content model, each once, in the order of the schema."""
    # A part that many alternatives share is walked once: there are thousands of ways to it.
    ahead, seen = [pattern], set[Pattern]()
    while ahead:
        pattern = ahead.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, Element):
            yield pattern
        elif isinstance(pattern, OneOrMore):
            ahead.append(pattern.item)
        elif isinstance(pattern, Several):
            ahead += reversed(pattern.members)


def required_elements(pattern: Pattern) -> frozenset[Element]:
    """The element patterns that every possible content includes."""
    if isinstance(pattern, Element):
        return frozenset({pattern})
    if isinstance(pattern, OneOrMore):
        return required_elements(pattern.item)
    if isinstance(pattern, Choice):
        sets = [required_elements(member) for member in pattern.members]
        return frozenset.intersection(*sets) if not pattern.nullable else frozenset()
    if isinstance(pattern, Several):
        return frozenset().union(*map(required_elements, pattern.members))
    return frozenset()


def attributes(pattern: Pattern) -> Iterator[Attribute]:
    """The attribute patterns of an element, in the order of the schema."""
    if isinstance(pattern, Attribute):
        yield pattern
    elif isinstance(pattern, OneOrMore):
        yield from attributes(pattern.item)
    elif isinstance(pattern, Several):
        for member in pattern.members:
            if member.has_attributes:
                yield from attributes(member)


def missing_attributes(pool: Pool, pattern: Pattern) -> Iterator[list[Attribute]]:
    """The attributes an element still needs: of each list, one."""
    if pattern.closed(pool) is not NOT_ALLOWED:
        return
    if isinstance(pattern, Choice):
        yield list(attributes(pattern))
    elif isinstance(pattern, Attribute):
        yield [pattern]
    elif isinstance(pattern, OneOrMore):
        yield from missing_attributes(pool, pattern.item)
    elif isinstance(pattern, Several):
        for member in pattern.members:
            yield from missing_attributes(pool, member)


def allows_text(pattern: Pattern) -> bool:
    """Whether text may stand somewhere in a content model."""
    if isinstance(pattern, OneOrMore):
        return allows_text(pattern.item)
    if isinstance(pattern, Several):
        return any(map(allows_text, pattern.members))
    return pattern is TEXT or isinstance(pattern, Data | Value | List)


def texts(pattern: Pattern) -> Iterator[Data | Value]:
    """The data types and values that text is compared with, in the order of the schema."""
    if isinstance(pattern, Data | Value):
        yield pattern
    elif isinstance(pattern, List | OneOrMore):
        yield from texts(pattern.item)
    elif isinstance(pattern, Several):
        for member in pattern.members:
            yield from texts(member)


def name_of(pattern: Element | Attribute) -> str:
    """The name if it is a single one, else nothing."""
    return pattern.name.name if isinstance(pattern.name, Name) else ""


def names_of(patterns: Iterator[Element] | Iterator[Attribute]) -> list[str]:
    """The names that are listed one by one, without repetition."""
    return list(dict.fromkeys(name for each in patterns for name in each.name.names()))
