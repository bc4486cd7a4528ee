"""From the nodes of a schema to patterns (RELAX NG sections 4.11 to 4.21)."""

from __future__ import annotations

from collections.abc import Callable

from tei_edition.relaxng.grammar import START, Definition, Grammar, Scopes
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Element,
    Pattern,
)
from tei_edition.relaxng.pool import Pool
from tei_edition.relaxng.syntax import Node
from tei_edition.relaxng.terms import datatype, name_class, scope_of
from tei_edition.relaxng.values import Data, Value


class Builder:
    """Builds each definition, and the content of each element pattern, once and when needed."""

    def __init__(self, pool: Pool, scopes: Scopes) -> None:
        self.pool = pool
        self._scopes = scopes
        self._elements: dict[Node, Element] = {}
        pool_of: dict[str, Callable[[list[Pattern]], Pattern]] = {
            "group": pool.group,
            "choice": pool.choice,
            "interleave": pool.interleave,
            "optional": lambda parts: pool.optional(pool.group(parts)),
            "zeroOrMore": lambda parts: pool.zero_or_more(pool.group(parts)),
            "oneOrMore": lambda parts: pool.one_or_more(pool.group(parts)),
            "mixed": lambda parts: pool.interleave((TEXT, pool.group(parts))),
            "list": lambda parts: pool.list(pool.group(parts)),
            "externalRef": pool.group,
        }
        self._joining = pool_of
        self._single: dict[str, Callable[[Node, Grammar], Pattern]] = {
            "empty": lambda node, grammar: EMPTY,
            "text": lambda node, grammar: TEXT,
            "notAllowed": lambda node, grammar: NOT_ALLOWED,
            "ref": lambda node, grammar: self.definition(grammar.defined(node)),
            "parentRef": lambda node, grammar: self.definition(grammar.defined(node)),
            "grammar": self._inner_start,
            "element": self.element,
            "attribute": self._attribute,
            "data": self._data,
            "value": self._value,
        }

    def definition(self, definition: Definition) -> Pattern:
        if definition.pattern is None:
            bodies = [self.group(node.children, definition.grammar) for node in definition.nodes]
            join = self._joining[definition.combine or "group"]
            definition.pattern = join(bodies)
        return definition.pattern

    def start(self, definition: Definition) -> Pattern:
        """The pattern of the outermost start, which may be a pattern that is no grammar."""
        node = definition.nodes[0]
        if node.kind == "start":
            return self.definition(definition)
        return self.pattern(node, definition.grammar)

    def group(self, nodes: list[Node], grammar: Grammar) -> Pattern:
        return self.pool.group([self.pattern(node, grammar) for node in nodes])

    def pattern(self, node: Node, grammar: Grammar) -> Pattern:
        join = self._joining.get(node.kind)
        if join is not None:
            return join([self.pattern(child, grammar) for child in node.children])
        return self._single[node.kind](node, grammar)

    def element(self, node: Node, grammar: Grammar) -> Element:
        element = self._elements.get(node)
        if element is None:
            element = Element(
                name_class(node.children[0]),
                lambda: self.group(node.children[1:], grammar),
                node,
            )
            self._elements[node] = element
        return element

    def _inner_start(self, node: Node, grammar: Grammar) -> Pattern:
        return self.definition(self._scopes.grammars[node].definitions[START])

    def _attribute(self, node: Node, grammar: Grammar) -> Pattern:
        value = self.group(node.children[1:], grammar) if node.children[1:] else TEXT
        if value is NOT_ALLOWED:
            return NOT_ALLOWED
        return Attribute(name_class(node.children[0]), value, node)

    def _data(self, node: Node, grammar: Grammar) -> Pattern:
        excluded = None
        if node.children and node.children[-1].kind == "except":
            members = node.children[-1].children
            excluded = self.pool.choice([self.pattern(member, grammar) for member in members])
        return Data(datatype(node), excluded, node)

    def _value(self, node: Node, grammar: Grammar) -> Pattern:
        kind = datatype(node)
        return Value(kind, node.text, kind.value_of(node.text, scope_of(node)), node)
