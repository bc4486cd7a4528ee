"""The states of content models, each built when a document first gets there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from tei_edition.relaxng.patterns import (
    NOT_ALLOWED,
    TEXT,
    Element,
    Pattern,
    Scope,
)
from tei_edition.relaxng.pool import Pool
from tei_edition.relaxng.values import accepts, needs_scope

Move: TypeAlias = "tuple[Start | None, State] | None"
Entry: TypeAlias = "tuple[tuple[ValueCheck | None, ...] | None, State] | None"

_MOST_VALUES = 20_000


class State:
    """What an element may still contain, and where each child leads.

    `moves[tag]` is `(start, state)` for a child that belongs to one element pattern, `None` for
    a child that is not allowed. There is no start for comments and processing instructions, nor
    for a child that may belong to several element patterns and so needs a closer look.
    """

    __slots__ = (
        "_after_text",
        "_opened",
        "automaton",
        "mixed",
        "moves",
        "nullable",
        "pattern",
        "strings",
    )

    def __init__(self, automaton: Automaton, pattern: Pattern) -> None:
        self.automaton = automaton
        self.pattern = pattern
        self.nullable = pattern.nullable
        self.strings = pattern.has_strings
        self.moves = Moves(self)
        self._after_text: State | None = None
        self._opened: dict[str, dict[Element, State]] = {}
        self.mixed = not self.strings and pattern.text(automaton.pool, "", None) is pattern
        """Whether text is allowed here and changes nothing."""

    @property
    def after_text(self) -> State:
        """The state after text, in content where the text itself does not matter."""
        if self._after_text is None:
            after = self.pattern.text(self.automaton.pool, "", None)
            self._after_text = self if after is self.pattern else self.automaton.state(after)
        return self._after_text

    @property
    def is_dead(self) -> bool:
        return self.pattern is NOT_ALLOWED

    def opens(self, tag: str) -> dict[Element, State]:
        """The element patterns a child may belong to, each with the state it leads to."""
        opened = self._opened.get(tag)
        if opened is None:
            opened = self._opened[tag] = self.work_out(tag)
        return opened

    def work_out(self, tag: str) -> dict[Element, State]:
        """What `opens` answers, without remembering it."""
        rests: dict[Element, list[Pattern]] = {}
        for element, rest in self.pattern.opens(self.automaton.pool, tag):
            rests.setdefault(element, []).append(rest)
        return {el: self.automaton.union(each) for el, each in rests.items()}

    def accepts(self, text: str, scope: Scope | None) -> bool:
        """Whether an element may end here whose only content is `text`."""
        return accepts(self.pattern, self.automaton.pool, text, scope)

    def read(self, text: str, scope: Scope | None) -> State:
        """The state after some text that is more than white space."""
        if not self.strings:
            return self.after_text
        return self.automaton.state(self.pattern.text(self.automaton.pool, text, scope))


class Moves(dict[object, "Move"]):
    """Where the children of one state lead. Missing entries are worked out once."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def __missing__(self, tag: object) -> Move:
        state = self._state
        move: Move = (None, state)
        if isinstance(tag, str):
            opened = state.work_out(tag)
            if len(opened) > 1:
                move = (None, state)
            else:
                move = next(((state.automaton.start(e), s) for e, s in opened.items()), None)
        elif tag is etree.Entity and state.after_text.is_dead:
            move = None
        self[tag] = move
        return move


class Start(dict[tuple[str, ...], "Entry"]):
    """The start tags of one element pattern, by the names of their attributes.

    An entry holds the check of each value, in order, and the state of the content; `None` when
    these attributes are not allowed together. Where a value decides how to go on, as with
    `(@a = "x", @b) | (@a = "y", @c)`, there are no checks and `content` must be asked.
    """

    def __init__(self, automaton: Automaton, element: Element) -> None:
        super().__init__()
        self.automaton = automaton
        self.element = element

    def __missing__(self, names: tuple[str, ...]) -> Entry:
        entry = self[names] = self._entry(self.element.content, names)
        return entry

    def _entry(self, pattern: Pattern, names: tuple[str, ...]) -> Entry:
        checks: list[ValueCheck | None] = []
        for name in names:
            found = self.automaton.attribute(pattern, name)
            if not found:
                return None
            if len(found) > 1 or any(needs_scope(value) for value, _ in found):
                return None, self.automaton.dead
            [(value, pattern)] = found
            checks.append(self.automaton.value_check(value))
        content = self.automaton.content(pattern)
        return None if content.is_dead else (tuple(checks), content)

    def content(self, names: Iterable[str], values: Iterable[str], scope: Scope | None) -> State:
        """The state of the content after a start tag; dead when the tag is not allowed."""
        automaton, pattern = self.automaton, self.element.content
        for name, text in zip(names, values, strict=True):
            rests = [
                rest
                for value, rest in automaton.attribute(pattern, name)
                if accepts(value, automaton.pool, text, scope)
            ]
            pattern = automaton.pool.choice(rests)
        return automaton.content(pattern)


class ValueCheck(dict[str, bool]):
    """Whether texts match a value pattern, remembered unless prefixes matter."""

    def __init__(self, pool: Pool, pattern: Pattern) -> None:
        super().__init__()
        self.pool = pool
        self.pattern = pattern

    def __missing__(self, text: str) -> bool:
        if len(self) > _MOST_VALUES:
            self.clear()
        allowed = self[text] = accepts(self.pattern, self.pool, text, None)
        return allowed


class Automaton:
    """All states of one schema."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._states: dict[Pattern, State] = {}
        self._starts: dict[Element, Start] = {}
        self._attributes: dict[tuple[Pattern, str], list[tuple[Pattern, Pattern]]] = {}
        self._checks: dict[Pattern, ValueCheck] = {}
        self._contents: dict[tuple[Pattern, bool], State] = {}

    @property
    def dead(self) -> State:
        return self.state(NOT_ALLOWED)

    def state(self, pattern: Pattern) -> State:
        state = self._states.get(pattern)
        if state is None:
            state = State(self, pattern)
            state = self._states.setdefault(pattern, state)
        return state

    def union(self, patterns: Iterable[Pattern]) -> State:
        return self.state(self.pool.choice(patterns))

    def content(self, pattern: Pattern, forgiving: bool = False) -> State:
        """The state of the content, once the attributes are read."""
        found = self._contents.get((pattern, forgiving))
        if found is None:
            found = self.state(self.pool.mixed(pattern.closed(self.pool, forgiving)))
            self._contents[pattern, forgiving] = found
        return found

    def start(self, element: Element) -> Start:
        start = self._starts.get(element)
        if start is None:
            start = self._starts[element] = Start(self, element)
        return start

    def attribute(self, pattern: Pattern, name: str) -> list[tuple[Pattern, Pattern]]:
        """The value patterns of an attribute, each with what remains; equal remains joined."""
        found = self._attributes.get((pattern, name))
        if found is None:
            values: dict[Pattern, list[Pattern]] = {}
            for value, rest in pattern.attribute(self.pool, name):
                values.setdefault(rest, []).append(value)
            found = [(self.pool.choice(each), rest) for rest, each in values.items()]
            self._attributes[pattern, name] = found
        return found

    def value_check(self, pattern: Pattern) -> ValueCheck | None:
        """The check of an attribute's value; None when any text will do."""
        if pattern is TEXT:
            return None
        check = self._checks.get(pattern)
        if check is None:
            check = self._checks[pattern] = ValueCheck(self.pool, pattern)
        return check
