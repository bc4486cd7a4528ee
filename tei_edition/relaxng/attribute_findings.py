"""Mistakes in the attributes of an element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree

from tei_edition.relaxng import mistakes, value_mistakes
from tei_edition.relaxng.alternatives import rival_values
from tei_edition.relaxng.annotations import summary
from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.descriptions import is_cut, near_value
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.mistakes import Allowed
from tei_edition.relaxng.names import local_part
from tei_edition.relaxng.outlook import attributes, missing_attributes, names_of
from tei_edition.relaxng.patterns import Attribute, Element, Pattern
from tei_edition.relaxng.spelling import nearest
from tei_edition.relaxng.values import accepts
from tei_edition.relaxng.verdict import content_of
from tei_edition.relaxng.wording import shown


class Attributes:
    """Reads the attributes of one element and goes on as if they were right."""

    def __init__(
        self,
        automaton: Automaton,
        usage: Counter[str],
        node: etree._Element,
        element: Element,
        rivals: Sequence[Element] = (),
    ) -> None:
        """`rivals` are the patterns of the same name from which `element` was chosen."""
        self._automaton = automaton
        self._usage = usage
        self._node = node
        self._element = element
        self._rivals = rivals
        self._pattern = element.content
        self.findings: list[Finding] = []

    def content(self) -> State:
        """The state of the content; what was wrong is then in `findings`."""
        right = content_of(self._automaton.start(self._element), self._node)
        if right is not None and not right.is_dead:
            return right
        for name, value in self._node.attrib.items():
            self._read(str(name), str(value))
        content = self._automaton.content(self._pattern)
        if not content.is_dead:
            return content
        self._report_missing()
        return self._automaton.content(self._pattern, forgiving=True)

    def _read(self, name: str, value: str) -> None:
        found = self._automaton.attribute(self._pattern, name)
        if not found:
            self._report_unknown(name)
            return
        pool = self._automaton.pool
        rests = [rest for each, rest in found if accepts(each, pool, value, self._node)]
        if not rests:
            rivals = [each for each in self._rivals if each is not self._element]
            values = rival_values(self._automaton, self._node, name, rivals)
            near = self._report_value(name, value, [each for each, _ in found] + values)
            rests = [rest for each, rest in found if near and accepts(each, pool, near, self._node)]
            rests = rests or [rest for _, rest in found]
        self._pattern = pool.choice(rests)

    def _report_unknown(self, name: str) -> None:
        names = _names(self._element.content)
        present = {str(each) for each in self._node.attrib}
        rival = self._rival(name, present) if name in names else None
        free = [each for each in names if each not in present]
        near = next((n for n in free if local_part(n) == local_part(name)), None)
        near = near or nearest(name, free)
        self.findings.append(
            mistakes.wrong_attribute(self._node, name, Allowed(free, self._usage), near, rival)
        )
        if near is not None:  # it is counted as given, so that it is not also missing
            rests = [rest for _, rest in self._automaton.attribute(self._pattern, near)]
            self._pattern = self._automaton.pool.choice(rests) if rests else self._pattern

    def _rival(self, name: str, present: set[str]) -> str | None:
        """The attribute beside which `name` cannot stand."""
        for other in present - {name}:
            for _, rest in self._automaton.attribute(self._element.content, other):
                if not self._automaton.attribute(rest, name):
                    return other
        return None

    def _report_value(self, name: str, value: str, patterns: Sequence[Pattern]) -> str | None:
        """Answers the value that was probably meant."""
        pool = self._automaton.pool
        pattern = pool.choice(patterns)
        near = near_value(pattern, value, lambda text: accepts(pattern, pool, text, self._node))
        note = ""
        if is_cut(pattern):
            same = (a for a in attributes(self._element.content) if name in a.name)
            note = _note(next(same, None))
        self.findings.append(
            value_mistakes.wrong_value(self._node, name, value, pattern, near, note)
        )
        return near

    def _report_missing(self) -> None:
        for choice in missing_attributes(self._automaton.pool, self._pattern):
            names = names_of(iter(choice))
            only = choice[0] if len(choice) == 1 else None
            self.findings.append(
                mistakes.lacking_attribute(
                    self._node, names, only.value if only else None, _note(only)
                )
            )


@lru_cache(5_000)
def _names(pattern: Pattern) -> tuple[str, ...]:
    """The names of all attributes in the pattern of an element."""
    return tuple(names_of(attributes(pattern)))


def _note(attribute: Attribute | None) -> str:
    text = summary(attribute.node) if attribute is not None else ""
    return f"{shown(names_of(iter([attribute]))[0])}: {text}" if attribute and text else ""
