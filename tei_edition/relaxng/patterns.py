"""Patterns and how they move on (RELAX NG section 6.2).

A pattern is a set of things an element may still contain. Each kind of pattern answers four
questions, and the answer is made of patterns again:

* `opens`: which element patterns may a start tag belong to, and what remains for its parent?
* `attribute`: which value pattern does an attribute have, and what remains?
* `text`: what remains after some text?
* `closed`: what remains for the content once there are no more attributes?

An element is validated against its own pattern independently of its parent, so the states
of a content model do not depend on where in a document it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from tei_edition.relaxng.names import NameClass

if TYPE_CHECKING:
    from tei_edition.relaxng.pool import Pool
    from tei_edition.relaxng.syntax import Node

WHITESPACE = " \t\r\n"


class Scope(Protocol):
    """Where a value stands: something that knows the namespace prefixes, as lxml elements do."""

    @property
    def nsmap(self) -> Mapping[str | None, str]: ...


class Pattern:
    __slots__ = ("has_attributes", "has_strings", "nullable")
    nullable: bool
    """Whether nothing at all matches it."""
    has_attributes: bool
    has_strings: bool
    """Whether text is compared with data types or values, and not just allowed."""

    def __init__(
        self, nullable: bool = False, has_attributes: bool = False, has_strings: bool = False
    ) -> None:
        self.nullable = nullable
        self.has_attributes = has_attributes
        self.has_strings = has_strings

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        return []

    def attribute(self, pool: Pool, name: str) -> list[tuple[Pattern, Pattern]]:
        return []

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return NOT_ALLOWED

    def closed(self, pool: Pool, forgiving: bool = False) -> Pattern:
        """The content that remains after the attributes.

        When `forgiving`, attributes that are required and absent are taken as given.
        """
        return self


class Empty(Pattern):
    __slots__ = ()


class NotAllowed(Pattern):
    __slots__ = ()


class Text(Pattern):
    __slots__ = ()

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return self


EMPTY = Empty(nullable=True)
NOT_ALLOWED = NotAllowed()
TEXT = Text(nullable=True)


class Attribute(Pattern):
    __slots__ = ("name", "node", "value")

    def __init__(self, name: NameClass, value: Pattern, node: Node | None) -> None:
        super().__init__(has_attributes=True)
        self.name = name
        self.value = value
        self.node = node

    def attribute(self, pool: Pool, name: str) -> list[tuple[Pattern, Pattern]]:
        return [(self.value, EMPTY)] if name in self.name else []

    def closed(self, pool: Pool, forgiving: bool = False) -> Pattern:
        return EMPTY if forgiving else NOT_ALLOWED


class Element(Pattern):
    """An element pattern; its content is built when a document first needs it."""

    __slots__ = ("_build", "_content", "name", "node")

    def __init__(self, name: NameClass, build: Callable[[], Pattern], node: Node | None) -> None:
        super().__init__()
        self.name = name
        self.node = node
        self._build = build
        self._content: Pattern | None = None

    @property
    def content(self) -> Pattern:
        if self._content is None:
            self._content = self._build()
        return self._content

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        return [(self, EMPTY)] if tag in self.name else []


class OneOrMore(Pattern):
    __slots__ = ("item",)

    def __init__(self, item: Pattern) -> None:
        super().__init__(item.nullable, item.has_attributes, item.has_strings)
        self.item = item

    def _then_more(self, pool: Pool, rest: Pattern) -> Pattern:
        return pool.group((rest, pool.choice((self, EMPTY))))

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        return [(el, self._then_more(pool, rest)) for el, rest in self.item.opens(pool, tag)]

    def attribute(self, pool: Pool, name: str) -> list[tuple[Pattern, Pattern]]:
        return [
            (value, self._then_more(pool, rest)) for value, rest in self.item.attribute(pool, name)
        ]

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return self._then_more(pool, self.item.text(pool, text, scope))

    def closed(self, pool: Pool, forgiving: bool = False) -> Pattern:
        if not self.has_attributes:
            return self
        return pool.one_or_more(self.item.closed(pool, forgiving))


class Several(Pattern):
    """What choice, group and interleave have in common: members."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...], nullable: bool) -> None:
        super().__init__(
            nullable,
            any(member.has_attributes for member in members),
            any(member.has_strings for member in members),
        )
        self.members = members

    def joined(self, pool: Pool, members: Iterable[Pattern]) -> Pattern:
        raise NotImplementedError

    def _replaced(self, pool: Pool, index: int, rest: Pattern) -> Pattern:
        return self.joined(pool, (*self.members[:index], rest, *self.members[index + 1 :]))

    def attribute(self, pool: Pool, name: str) -> list[tuple[Pattern, Pattern]]:
        return [
            (value, self._replaced(pool, index, rest))
            for index, member in enumerate(self.members)
            if member.has_attributes
            for value, rest in member.attribute(pool, name)
        ]

    def closed(self, pool: Pool, forgiving: bool = False) -> Pattern:
        if not self.has_attributes:
            return self
        return self.joined(pool, [member.closed(pool, forgiving) for member in self.members])


class Choice(Several):
    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, any(member.nullable for member in members))

    def joined(self, pool: Pool, members: Iterable[Pattern]) -> Pattern:
        return pool.choice(members)

    def _replaced(self, pool: Pool, index: int, rest: Pattern) -> Pattern:
        return rest

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        return [opened for member in self.members for opened in member.opens(pool, tag)]

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return pool.choice([member.text(pool, text, scope) for member in self.members])


class Group(Several):
    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, all(member.nullable for member in members))

    def joined(self, pool: Pool, members: Iterable[Pattern]) -> Pattern:
        return pool.group(members)

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        opened: list[tuple[Element, Pattern]] = []
        for index, member in enumerate(self.members):
            after = self.members[index + 1 :]
            for element, rest in member.opens(pool, tag):
                opened.append((element, pool.group((rest, *after))))
            if not member.nullable:
                break
        return opened

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        rests: list[Pattern] = []
        for index, member in enumerate(self.members):
            rest = member.text(pool, text, scope)
            rests.append(pool.group((rest, *self.members[index + 1 :])))
            if not member.nullable:
                break
        return pool.choice(rests)


class Interleave(Several):
    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, all(member.nullable for member in members))

    def joined(self, pool: Pool, members: Iterable[Pattern]) -> Pattern:
        return pool.interleave(members)

    def opens(self, pool: Pool, tag: str) -> list[tuple[Element, Pattern]]:
        return [
            (element, self._replaced(pool, index, rest))
            for index, member in enumerate(self.members)
            for element, rest in member.opens(pool, tag)
        ]

    def text(self, pool: Pool, text: str, scope: Scope | None) -> Pattern:
        return pool.choice(
            [
                self._replaced(pool, index, member.text(pool, text, scope))
                for index, member in enumerate(self.members)
            ]
        )
