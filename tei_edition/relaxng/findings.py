"""Every mistake in a tree, each reported once.

After a mistake the search goes on as if it had been mended: a misspelt element is taken for the
one that was probably meant, a missing one for present, a misplaced one for absent, and what is
in it is validated as what it is called.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tei_edition.relaxng import mistakes
from tei_edition.relaxng.alternatives import best_by_start_tag
from tei_edition.relaxng.attribute_findings import Attributes
from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.child_findings import Children
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.mistakes import Allowed
from tei_edition.relaxng.outlook import names_of, next_elements
from tei_edition.relaxng.patterns import Element
from tei_edition.relaxng.spelling import nearest
from tei_edition.relaxng.verdict import is_valid
from tei_edition.relaxng.visit import Choose, Visit
from tei_edition.relaxng.vocabulary import Vocabulary

_MOST_TRIED = 100
"""How many elements are looked at to choose between patterns that the start tag fits equally."""


@dataclass(slots=True)
class Search:
    """Looks for mistakes with the states of one schema."""

    automaton: Automaton
    vocabulary: Vocabulary
    usage: Counter[str] = field(default_factory=Counter)
    """How often the names of elements and attributes occur in the tree."""

    def findings(self, root: etree._Element, start: State) -> list[Finding]:
        """The findings in an invalid tree, in document order; there is at least one."""
        self.usage = _usage(root)
        found: list[Finding] = []
        visits = [self._root(root, start, found)]
        while visits:
            visit = visits.pop()
            # Most of an invalid tree is valid, and that is told many times as fast.
            if visit.node is root or not self._is_valid(visit):
                findings, following = self._read(visit, self._choose)
                found += findings
                visits += reversed(following)
        return _in_document_order(root, found) or [mistakes.unexplained(root)]

    def _is_valid(self, visit: Visit) -> bool:
        if visit.element is None or visit.alias is not None:
            return False
        return is_valid(self.automaton, visit.node, self.automaton.state(visit.element))

    def _root(self, root: etree._Element, start: State, found: list[Finding]) -> Visit:
        tag = str(root.tag)
        opened = start.opens(tag)
        if opened:
            return Visit(root, self._likeliest(root, [*opened]), rivals=tuple(opened))
        names = names_of(next_elements(start.pattern))
        twin = self.vocabulary.twin(tag) if tag not in self.vocabulary else None
        if twin is not None:
            found.append(mistakes.wrong_namespace(root, twin))
            return Visit(root, self._any_of(root, twin), (tag, twin))
        near = None if tag in self.vocabulary else nearest(tag, names)
        found.append(mistakes.wrong_root(root, Allowed(names, self.usage), near))
        return Visit(root, self._any_of(root, near or tag))

    def _any_of(self, node: etree._Element, name: str) -> Element | None:
        named = self.vocabulary.elements.get(name)
        return self._likeliest(node, named) if named else None

    def _read(self, visit: Visit, choose: Choose) -> tuple[list[Finding], list[Visit]]:
        """What is wrong with an element itself, and its children that are to be looked into."""
        content, found = None, []
        if visit.element is not None:
            attributes = Attributes(
                self.automaton, self.usage, visit.node, visit.element, visit.rivals
            )
            content = attributes.content()
            found = attributes.findings
        children = Children(self.automaton, self.vocabulary, self.usage, visit, content, choose)
        children.read()
        return found + children.findings, children.visits

    # Several patterns of one name

    def _choose(
        self, node: etree._Element, opened: Mapping[Element, State]
    ) -> tuple[Element | None, State]:
        fitting = [
            after.pattern
            for element, after in opened.items()
            if is_valid(self.automaton, node, self.automaton.state(element))
        ]
        if fitting:
            return None, self.automaton.union(fitting)
        element = self._likeliest(node, [*opened])
        return element, opened[element]

    def _likeliest(self, node: etree._Element, candidates: Sequence[Element]) -> Element:
        best = best_by_start_tag(self.automaton, node, candidates)
        if len(best) == 1:
            return best[0]
        return min(best, key=lambda element: self._count(node, element))

    def _count(self, node: etree._Element, element: Element) -> int:
        """How many mistakes there are at the top of `node` if it is to match `element`."""
        visits = deque([Visit(node, element)])
        count = 0
        for _ in range(_MOST_TRIED):
            if not visits:
                break
            findings, following = self._read(visits.popleft(), self._choose_in_trial)
            count += len(findings)
            visits += following
        return count

    def _choose_in_trial(
        self, node: etree._Element, opened: Mapping[Element, State]
    ) -> tuple[Element | None, State]:
        """A trial tries nothing itself: where the start tag does not tell, nothing is wrong."""
        best = best_by_start_tag(self.automaton, node, [*opened])
        after = self.automaton.union([opened[element].pattern for element in best])
        return (best[0] if len(best) == 1 else None), after


def _usage(root: etree._Element) -> Counter[str]:
    """How often the names of elements and attributes occur."""
    usage: Counter[str] = Counter()
    for node in root.iter("*"):
        usage[str(node.tag)] += 1
        usage.update(map(str, node.attrib))
    return usage


def _in_document_order(root: etree._Element, found: list[Finding]) -> list[Finding]:
    places = {finding.element for finding in found}
    order = {node: number for number, node in enumerate(root.iter()) if node in places}
    return sorted(found, key=lambda finding: order[finding.element])
