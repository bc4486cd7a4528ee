"""Judging a document that comes as a stream of events, or that fits several patterns at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.patterns import WHITESPACE, Element, Pattern, Scope


@dataclass(slots=True)
class _Open:
    """An element that has started: one state for each pattern that it may belong to.

    `leads[i]` says where the i-th pattern would lead in the states of the parent.
    """

    states: list[State]
    leads: list[list[tuple[int, State]]]
    scope: Scope | None = None
    text: list[str] = field(default_factory=list)
    has_children: bool = False


class Events:
    """Takes start tags, text and end tags, and knows at any time whether all is well so far.

    All patterns that an element may belong to are followed side by side, so an ambiguous schema
    costs no more than the number of its patterns, however deep the document.
    """

    def __init__(self, automaton: Automaton, state: State) -> None:
        self._automaton = automaton
        self._open = [_Open([state], [])]

    @property
    def is_alive(self) -> bool:
        """Whether the document can still become valid."""
        return any(not state.is_dead for state in self._open[-1].states)

    @property
    def is_complete(self) -> bool:
        """Whether the document is valid if it ends here."""
        return self.is_balanced and self.state.nullable

    @property
    def is_balanced(self) -> bool:
        """Whether every element that started has ended."""
        return len(self._open) == 1

    @property
    def state(self) -> State:
        """The state of the outermost level."""
        return self._open[0].states[0]

    def start(self, tag: str, attributes: Mapping[str, str], scope: Scope | None = None) -> bool:
        """A start tag. `scope` gives the namespace prefixes. True while all is well."""
        parent = self._open[-1]
        self._settle_text(parent)
        parent.has_children = True
        leads: dict[Element, list[tuple[int, State]]] = {}
        for index, state in enumerate(parent.states):
            for element, rest in state.opens(tag).items():
                leads.setdefault(element, []).append((index, rest))
        opened = _Open([], [], scope)
        for element, lead in leads.items():
            start = self._automaton.start(element)
            content = start.content(attributes.keys(), attributes.values(), scope)
            if not content.is_dead:
                opened.states.append(content)
                opened.leads.append(lead)
        self._open.append(opened)
        return self.is_alive

    def text(self, text: str) -> None:
        """Text, in one or several pieces."""
        self._open[-1].text.append(text)

    def end(self) -> bool:
        """An end tag. True while all is well."""
        closed = self._open.pop()
        parent = self._open[-1]
        rests: list[list[Pattern]] = [[] for _ in parent.states]
        for state, leads in zip(closed.states, closed.leads, strict=True):
            if self._may_end(closed, state):
                for index, rest in leads:
                    rests[index].append(rest.pattern)
        parent.states = [self._automaton.union(each) for each in rests]
        return self.is_alive

    def tree(self, root: etree._Element) -> bool:
        """All events of a tree. True when all is well."""
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                if not self.start(str(node.tag), _strings(node), node):
                    return False
                self.text(node.text or "")
            else:
                if event == "end" and not self.end():
                    return False
                if node is not root:
                    self.text(node.tail or "")
        return True

    def _settle_text(self, element: _Open) -> None:
        """Reads the text before a child; white space between elements is no text."""
        text = "".join(element.text)
        element.text = []
        if text.strip(WHITESPACE):
            element.states = [state.read(text, element.scope) for state in element.states]

    def _may_end(self, element: _Open, state: State) -> bool:
        text = "".join(element.text)
        if not element.has_children:
            return state.accepts(text, element.scope)
        if text.strip(WHITESPACE):
            state = state.read(text, element.scope)
        return state.nullable


def _strings(node: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in node.attrib.items()}
