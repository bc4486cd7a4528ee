"""Making patterns, each of them once (RELAX NG sections 4.20 and 4.21)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Choice,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
)
from tei_edition.relaxng.values import List


class Pool:
    """The patterns of one schema. Equal patterns are one object, so states can be compared."""

    def __init__(self) -> None:
        self._made: dict[object, Pattern] = {}

    def __len__(self) -> int:
        return len(self._made)

    def _once(self, key: object, make: Callable[[], Pattern]) -> Pattern:
        pattern = self._made.get(key)
        if pattern is None:
            pattern = self._made[key] = make()
        return pattern

    def choice(self, patterns: Iterable[Pattern]) -> Pattern:
        found = dict.fromkeys(_flat(Choice, patterns))
        found.pop(NOT_ALLOWED, None)
        if EMPTY in found and any(each.nullable for each in found if each is not EMPTY):
            del found[EMPTY]
        if len(found) < 2:
            return next(iter(found), NOT_ALLOWED)
        members = tuple(found)
        return self._once((Choice, frozenset(members)), lambda: Choice(members))

    def group(self, patterns: Iterable[Pattern]) -> Pattern:
        members = tuple(each for each in _flat(Group, patterns) if each is not EMPTY)
        if NOT_ALLOWED in members:
            return NOT_ALLOWED
        if len(members) < 2:
            return members[0] if members else EMPTY
        return self._once((Group, members), lambda: Group(members))

    def interleave(self, patterns: Iterable[Pattern]) -> Pattern:
        members = tuple(each for each in _flat(Interleave, patterns) if each is not EMPTY)
        if NOT_ALLOWED in members:
            return NOT_ALLOWED
        if len(members) < 2:
            return members[0] if members else EMPTY
        key = (Interleave, tuple(sorted(members, key=id)))
        return self._once(key, lambda: Interleave(members))

    def one_or_more(self, pattern: Pattern) -> Pattern:
        if pattern is EMPTY or pattern is NOT_ALLOWED or isinstance(pattern, OneOrMore):
            return pattern
        if isinstance(pattern, Choice) and EMPTY in pattern.members:
            return self.optional(self.one_or_more(self.choice(_without(pattern, EMPTY))))
        return self._once((OneOrMore, pattern), lambda: OneOrMore(pattern))

    def optional(self, pattern: Pattern) -> Pattern:
        return self.choice((pattern, EMPTY))

    def zero_or_more(self, pattern: Pattern) -> Pattern:
        return self.optional(self.one_or_more(pattern))

    def list(self, pattern: Pattern) -> Pattern:
        if pattern is NOT_ALLOWED:
            return NOT_ALLOWED
        return self._once((List, pattern), lambda: List(pattern))

    def mixed(self, pattern: Pattern) -> Pattern:
        """The same content, in the form in which text leaves it as it is.

        `(text | a | b)*` and `text & (a | b)*` allow the same, but in the second form text and
        elements do not concern each other, so one state serves all of a paragraph.
        """
        repeated = next((m for m in _members(pattern) if isinstance(m, OneOrMore)), None)
        if repeated is None or not {*_members(pattern)} <= {repeated, EMPTY}:
            return pattern
        if TEXT not in _members(repeated.item):
            return pattern
        elements = self.choice(_without(repeated.item, TEXT))
        return self.interleave((TEXT, self.zero_or_more(elements)))


def _members(pattern: Pattern) -> tuple[Pattern, ...]:
    return pattern.members if isinstance(pattern, Choice) else (pattern,)


def _without(pattern: Pattern, left_out: Pattern) -> list[Pattern]:
    return [member for member in _members(pattern) if member is not left_out]


def _flat(kind: type[Choice | Group | Interleave], patterns: Iterable[Pattern]) -> list[Pattern]:
    flat: list[Pattern] = []
    for pattern in patterns:
        if isinstance(pattern, kind):
            flat.extend(pattern.members)
        else:
            flat.append(pattern)
    return flat
