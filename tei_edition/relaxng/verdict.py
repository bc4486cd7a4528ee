"""Is this tree valid? The fast answer, without reasons."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_edition.relaxng.automaton import Automaton, Start, State
from tei_edition.relaxng.events import Events
from tei_edition.relaxng.patterns import WHITESPACE


def is_valid(automaton: Automaton, root: etree._Element, state: State) -> bool:
    """Whether `root`, with all within it, is what `state` still wants."""
    after = _after(automaton, root, state)
    return after is not None and after.nullable


def _after(automaton: Automaton, root: etree._Element, state: State) -> State | None:  # noqa: C901, PLR0912
    """The state after `root`; None when something in it is wrong.

    This is where the time goes, so it is one loop with few calls. Open elements wait in a list
    and not on Python's stack, so depth is no matter.
    """
    waiting: list[tuple[Iterator[etree._Element], State, etree._Element]] = []
    siblings: Iterator[etree._Element] = iter((root,))
    while True:
        for node in siblings:
            move = state.moves[node.tag]
            if move is None:
                return None
            start, after = move
            content = None if start is None else content_of(start, node)
            if start is None or (content is not None and content.strings):
                state = _slowly(automaton, node, state)
            elif content is None:
                return None
            elif len(node):
                waiting.append((siblings, after, node))
                siblings, state = iter(node), _after_text(content, node.text)
                break
            elif not _after_text(content, node.text).nullable:
                return None
            else:
                state = after
            if not state.mixed and node is not root:
                state = _after_text(state, node.tail)
        else:
            if not waiting:
                return state
            if not state.nullable:
                return None
            siblings, state, node = waiting.pop()
            if not state.mixed and node is not root:
                state = _after_text(state, node.tail)


def content_of(start: Start, node: etree._Element) -> State | None:
    """The content after the start tag of `node`; dead or None when the tag is wrong."""
    entry = start[tuple(node.keys())]
    if entry is None:
        return None
    checks, content = entry
    if checks is None:
        return start.content(node.keys(), node.values(), node)
    for check, value in zip(checks, node.values(), strict=True):
        if check is not None and not check[value]:
            return None
    return content


def _after_text(state: State, text: str | None) -> State:
    if text and not state.mixed and text.strip(WHITESPACE):
        return state.after_text
    return state


def _slowly(automaton: Automaton, node: etree._Element, state: State) -> State:
    """The state after a child that needs more care: an ambiguous one, or one with data in it."""
    if not isinstance(node.tag, str):
        return state
    events = Events(automaton, state)
    events.tree(node)
    return events.state if events.is_balanced else automaton.dead
