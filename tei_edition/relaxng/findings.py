"""Every mistake in a tree, each reported once.

After a mistake the search goes on as if it had been mended: a misspelt element is taken for the
one that was probably meant, a missing one for present, a misplaced one for absent, and what is
in it is validated as what it is called.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from tei_edition.relaxng import mistakes
from tei_edition.relaxng.attribute_findings import Attributes
from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.child_findings import Children, Visit
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.mistakes import Allowed
from tei_edition.relaxng.outlook import names_of, next_elements
from tei_edition.relaxng.spelling import nearest
from tei_edition.relaxng.vocabulary import Vocabulary


@dataclass(slots=True)
class Search:
    """Looks for mistakes with the states of one schema."""

    automaton: Automaton
    vocabulary: Vocabulary

    def findings(self, root: etree._Element, start: State) -> list[Finding]:
        """The findings in an invalid tree, in document order; there is at least one."""
        found: list[Finding] = []
        usage = _usage(root)
        visits = [self._root(root, start, usage, found)]
        while visits:
            visit = visits.pop()
            content = None
            if visit.element is not None:
                attributes = Attributes(self.automaton, usage, visit.node, visit.element)
                content = attributes.content()
                found += attributes.findings
            children = Children(self.automaton, self.vocabulary, usage, visit, content)
            children.read()
            found += children.findings
            visits += reversed(children.visits)
        return _in_document_order(root, found) or [mistakes.unexplained(root)]

    def _root(
        self, root: etree._Element, start: State, usage: Counter[str], found: list[Finding]
    ) -> Visit:
        tag = str(root.tag)
        opened = start.opens(tag)
        if opened:
            return Visit(root, next(iter(opened)))
        names = names_of(next_elements(start.pattern))
        twin = self.vocabulary.twin(tag) if tag not in self.vocabulary else None
        if twin is not None:
            found.append(mistakes.wrong_namespace(root, twin))
            return Visit(root, self.vocabulary.any_of(twin), (tag, twin))
        near = None if tag in self.vocabulary else nearest(tag, names)
        found.append(mistakes.wrong_root(root, Allowed(names, usage), near))
        return Visit(root, self.vocabulary.any_of(near or tag))


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
