"""What may come at a place of a document, even of an unfinished one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tei_edition.relaxng.annotations import default_value, documentation
from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.descriptions import allowed
from tei_edition.relaxng.outlook import (
    all_elements,
    attributes,
    missing_attributes,
    next_elements,
    required_elements,
    texts,
)
from tei_edition.relaxng.patterns import Attribute, Element, Pattern
from tei_edition.relaxng.recovery import gap_before
from tei_edition.relaxng.values import Value
from tei_edition.relaxng.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ExpectedElement:
    """An element that may come next. `name` is a Clark name, here and below."""

    name: str
    documentation: str
    required: bool
    """Whether the parent is incomplete without it."""


@dataclass(frozen=True, slots=True)
class ExpectedValue:
    value: str
    documentation: str


@dataclass(frozen=True, slots=True)
class ExpectedAttribute:
    """An attribute that may be added. `form` says in words what its value may be."""

    name: str
    documentation: str
    required: bool
    values: tuple[ExpectedValue, ...]
    form: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What may come at a place: the text may be one of `values`, of some `form`, or free."""

    elements: tuple[ExpectedElement, ...]
    attributes: tuple[ExpectedAttribute, ...]
    text: bool
    values: tuple[ExpectedValue, ...]
    form: str
    may_end: bool
    """Whether the element may end here."""


class Outlook:
    """Answers what is expected, with the states of one schema."""

    def __init__(self, automaton: Automaton, vocabulary: Vocabulary, start: State) -> None:
        self._automaton = automaton
        self._vocabulary = vocabulary
        self._start = start

    def expected(
        self, place: Sequence[str], preceding: Sequence[str], present: Sequence[str]
    ) -> Expected:
        if not place:
            return self._described(self._after(self._start, preceding), ())
        element = self._element(place)
        if element is None:
            return Expected((), (), False, (), "", True)
        content = self._automaton.content(element.content, forgiving=True)
        state = self._after(content, preceding)
        return self._described(state, self._attributes(element.content, present))

    def _element(self, place: Sequence[str]) -> Element | None:
        """The element pattern of the last name in a path; what is unknown is looked up by name."""
        pattern: Pattern = self._start.pattern
        element: Element | None = None
        for name in place:
            inside = (each for each in all_elements(pattern) if name in each.name)
            element = next(inside, None) or self._vocabulary.any_of(name)
            if element is None:
                return None
            pattern = element.content
        return element

    def _after(self, state: State, preceding: Sequence[str]) -> State:
        """The state after some siblings; missing ones are passed over, and superfluous ones."""
        for name in preceding:
            if state.moves[name] is None:
                gap = gap_before(state, lambda each, name=name: each.moves[name] is not None)  # type: ignore[misc]
                state = gap.state if gap else state
            opened = state.opens(name)
            if opened:
                state = self._automaton.union([after.pattern for after in opened.values()])
        return state

    def _described(self, state: State, attributes: tuple[ExpectedAttribute, ...]) -> Expected:
        required = required_elements(state.pattern)
        elements = tuple(
            ExpectedElement(name, documentation(element.node), element in required)
            for element in dict.fromkeys(next_elements(state.pattern))
            for name in element.name.names()
        )
        text = state.strings or not state.after_text.is_dead
        form = allowed(state.pattern, "")
        return Expected(elements, attributes, text, _values(state.pattern), form, state.nullable)

    def _attributes(
        self, pattern: Pattern, present: Sequence[str]
    ) -> tuple[ExpectedAttribute, ...]:
        for name in present:
            rests = [rest for _, rest in self._automaton.attribute(pattern, name)]
            pattern = self._automaton.pool.choice(rests) if rests else pattern
        needed = missing_attributes(self._automaton.pool, pattern)
        required = {choice[0] for choice in needed if len(choice) == 1}
        return tuple(
            _attribute(name, each, each in required)
            for each in dict.fromkeys(attributes(pattern))
            for name in each.name.names()
        )


def _attribute(name: str, attribute: Attribute, required: bool) -> ExpectedAttribute:
    return ExpectedAttribute(
        name,
        documentation(attribute.node),
        required,
        _values(attribute.value),
        allowed(attribute.value, "") or "any text",
        default_value(attribute.node),
    )


def _values(pattern: Pattern) -> tuple[ExpectedValue, ...]:
    return tuple(
        ExpectedValue(each.literal, documentation(each.node))
        for each in texts(pattern)
        if isinstance(each, Value)
    )
