"""Patterns for text that has a form: data, value and list (RELAX NG sections 6.2.7 to 6.2.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    WHITESPACE,
    OneOrMore,
    Pattern,
    Scope,
    Several,
)

if TYPE_CHECKING:
    from tei_edition.relaxng.datatypes import Datatype
    from tei_edition.relaxng.pool import Pool
    from tei_edition.relaxng.syntax import Node


class Data(Pattern):
    __slots__ = ("datatype", "excluded", "node")

    def __init__(self, datatype: Datatype, excluded: Pattern | None, node: Node | None) -> None:
        super().__init__(has_strings=True)
        self.datatype = datatype
        self.excluded = excluded
        self.node = node

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        if not self.datatype.allows(text, scope):
            return NOT_ALLOWED
        if self.excluded is not None and accepts(self.excluded, pool, text, scope):
            return NOT_ALLOWED
        return EMPTY


class Value(Pattern):
    __slots__ = ("datatype", "literal", "node", "value")

    def __init__(self, datatype: Datatype, literal: str, value: object, node: Node | None) -> None:
        super().__init__(has_strings=True)
        self.datatype = datatype
        self.literal = literal
        self.value = value
        self.node = node

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return EMPTY if self.datatype.equals(self.value, text, scope) else NOT_ALLOWED


class List(Pattern):
    __slots__ = ("item",)

    def __init__(self, item: Pattern) -> None:
        super().__init__(has_strings=True)
        self.item = item

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        state = self.item
        known: dict[tuple[Pattern, str], Pattern] = {}
        for token in text.split():
            after = known.get((state, token))
            if after is None:
                after = known[state, token] = state.text(pool, token, scope)
            state = after
        return EMPTY if state.nullable else NOT_ALLOWED


def accepts(pattern: Pattern, pool: Pool, text: str, scope: Scope | None) -> bool:
    """Whether `text`, the whole of a value or of an element without children, matches."""
    if pattern.nullable and not text.strip(WHITESPACE):
        return True
    return pattern.text(pool, text, scope).nullable


def needs_scope(pattern: Pattern) -> bool:
    """Whether a value can only be judged where it stands, because prefixes matter in it."""
    if isinstance(pattern, Data | Value):
        return pattern.datatype.needs_scope
    if isinstance(pattern, List | OneOrMore):
        return needs_scope(pattern.item)
    return isinstance(pattern, Several) and any(map(needs_scope, pattern.members))
