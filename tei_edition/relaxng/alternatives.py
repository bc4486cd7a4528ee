"""Which of several patterns of one name is an element meant to match?

Schemas tell such patterns apart by the values of attributes or by content. A mistake inside the
element must not make it pass for another kind of element, so the start tag decides first: the
values that are listed one by one, then the attributes as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lxml import etree

from tei_edition.relaxng.automaton import Automaton
from tei_edition.relaxng.outlook import texts
from tei_edition.relaxng.patterns import NOT_ALLOWED, Element, Pattern
from tei_edition.relaxng.spelling import nearest
from tei_edition.relaxng.values import Value, accepts

_NEAR, _WRONG, _UNKNOWN = 1, 2, 3
"""What it costs if a value is probably misspelt, resembles none, or has no place at all."""


def best_by_start_tag(
    automaton: Automaton, node: etree._Element, candidates: Sequence[Element]
) -> list[Element]:
    """The candidates that the start tag of `node` fits best; several when it does not tell."""
    telling = _telling(automaton, node, candidates)
    scores = {
        each: (
            sum(_misfit(automaton, node, each, name) for name in telling),
            _mistakes(automaton, node, each),
        )
        for each in candidates
    }
    best = min(scores.values())
    return [each for each, score in scores.items() if score == best]


def told_by_values(
    automaton: Automaton, node: etree._Element, candidates: Sequence[Element]
) -> list[Element]:
    """The candidates in which all those values of `node` are right that some of them lists."""
    telling = _telling(automaton, node, candidates)
    return [e for e in candidates if not any(_misfit(automaton, node, e, n) for n in telling)]


def rival_values(
    automaton: Automaton, node: etree._Element, name: str, rivals: Sequence[Element]
) -> list[Pattern]:
    """What the attribute `name` may be in the rivals that the other listed values fit."""
    others = [each for each in _telling(automaton, node, rivals) if each != name]
    pool = automaton.pool
    values: list[Pattern] = []
    for rival in rivals:
        pattern = rival.content
        for other in others:
            found = automaton.attribute(pattern, other)
            text = str(node.get(other))
            pattern = pool.choice([rest for v, rest in found if accepts(v, pool, text, node)])
        values += [value for value, _ in automaton.attribute(pattern, name)]
    return values


def _telling(
    automaton: Automaton, node: etree._Element, candidates: Iterable[Element]
) -> list[str]:
    """The attributes of `node` whose values some candidate lists one by one."""
    elements = list(candidates)
    return [
        name
        for name in map(str, node.attrib)
        if any(_is_listed(v) for each in elements for v in _values(automaton, each, name))
    ]


def _misfit(automaton: Automaton, node: etree._Element, element: Element, name: str) -> int:
    values = _values(automaton, element, name)
    if not values:
        return _UNKNOWN
    text = str(node.get(name))
    if any(accepts(value, automaton.pool, text, node) for value in values):
        return 0
    literals = [each.literal for v in values for each in texts(v) if isinstance(each, Value)]
    return _NEAR if nearest(text, literals) else _WRONG


def _mistakes(automaton: Automaton, node: etree._Element, element: Element) -> int:
    """How many attributes of `node` are wrong; all that are missing count as one."""
    pool, pattern, wrong = automaton.pool, element.content, 0
    for name, text in node.attrib.items():
        found = automaton.attribute(pattern, str(name))
        rests = [rest for value, rest in found if accepts(value, pool, str(text), node)]
        wrong += not rests
        if found:
            pattern = pool.choice(rests or [rest for _, rest in found])
    return wrong + (pattern.closed(pool) is NOT_ALLOWED)


def _values(automaton: Automaton, element: Element, name: str) -> list[Pattern]:
    return [value for value, _ in automaton.attribute(element.content, name)]


@lru_cache(10_000)
def _is_listed(pattern: Pattern) -> bool:
    found = list(texts(pattern))
    return bool(found) and all(isinstance(each, Value) for each in found)
