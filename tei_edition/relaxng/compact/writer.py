"""Writing the compact syntax: the same schema, in other words."""

from __future__ import annotations

from lxml import etree

from tei_edition.relaxng.compact.notes import Notes
from tei_edition.relaxng.compact.wording import Names, braced, identifier, joined, literal
from tei_edition.relaxng.names import Name
from tei_edition.relaxng.syntax import Node, read
from tei_edition.relaxng.terms import name_class

_JOINS = {"group": ",", "choice": "|", "interleave": "&"}
_REPEATS = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_WORDS = {"empty", "text", "notAllowed"}
_COMBINES = {"": "=", "choice": "|=", "interleave": "&="}


def write(root: etree._Element) -> str:
    """The compact form of the schema whose XML form has this root element."""
    node = read(root, "")
    names = Names(root, node)
    writer = _Writer(names)
    if node.kind == "grammar":
        parts = [writer.head(node), writer.grammar(node)]
    else:
        parts = [writer.body([node])]
    # The declarations come first in the text, but what they must declare is known only now.
    return "\n\n".join(filter(None, ["\n".join(names.declarations()), *parts])) + "\n"


class _Writer:
    def __init__(self, names: Names) -> None:
        self._names = names
        self._notes = Notes(names)

    # Grammars

    def grammar(self, node: Node) -> str:
        return "\n\n".join(self._component(child) for child in node.children)

    def head(self, node: Node) -> str:
        """Annotations of the whole schema."""
        return self._notes.inside(node)

    def _component(self, node: Node) -> str:
        notes = self._notes.before(node)
        if node.kind == "div":
            return f"{notes}div {braced(self.grammar(node))}"
        if node.kind == "include":
            inner = f" {braced(self.grammar(node))}" if node.children else ""
            return f"{notes}include {literal(node.name)}{self._inherit(node)}{inner}"
        name = "start" if node.kind == "start" else identifier(node.name)
        return f"{notes}{name} {_COMBINES[node.combine]} {self.body(node.children)}"

    def _inherit(self, node: Node) -> str:
        if "ns" not in node.source.attrib:
            return ""
        return f" inherit = {self._names.prefix(node.namespace)}"

    # Patterns

    def body(self, nodes: list[Node]) -> str:
        """Patterns side by side, where nothing is around them."""
        if len(nodes) != 1:
            return joined([self._particle(node) for node in nodes], ",")
        [node] = nodes
        if node.kind in _JOINS and not self._notes.before(node):
            return joined([self._particle(child) for child in node.children], _JOINS[node.kind])
        return self._pattern(node)

    def _particle(self, node: Node) -> str:
        """A pattern that can be an operand of an operator."""
        while node.kind in _JOINS and len(node.children) == 1 and not self._notes.before(node):
            [node] = node.children
        text = self._pattern(node)
        return f"({text})" if _is_excepting(node) else text

    def _pattern(self, node: Node) -> str:
        notes = self._notes.before(node)
        if node.kind in _JOINS and len(node.children) == 1 and not notes:
            return self._pattern(node.children[0])
        if node.kind in _JOINS:
            return f"{notes}({joined(map(self._particle, node.children), _JOINS[node.kind])})"
        if node.kind in _REPEATS:
            repeated = self._operand(node.children) + _REPEATS[node.kind]
            return f"{notes}({repeated})" if notes else repeated
        return notes + self._single(node)

    def _operand(self, nodes: list[Node]) -> str:
        """What stands before `?`, `*` or `+`."""
        if len(nodes) == 1 and nodes[0].kind in _JOINS and len(nodes[0].children) == 1:
            return self._operand(nodes[0].children)
        needs_none = {"element", "attribute", "ref", "parentRef", "list", "mixed", *_WORDS, *_JOINS}
        if len(nodes) == 1 and nodes[0].kind in needs_none:
            return self._pattern(nodes[0])
        return f"({self.body(nodes)})"

    def _single(self, node: Node) -> str:
        if node.kind in _WORDS:
            return node.kind
        if node.kind in {"element", "attribute"}:
            return self._named(node)
        if node.kind in {"list", "mixed", "grammar"}:
            inner = self.grammar(node) if node.kind == "grammar" else self.body(node.children)
            return f"{node.kind} {braced(inner)}"
        if node.kind == "externalRef":
            return f"external {literal(node.name)}{self._inherit(node)}"
        if node.kind in {"ref", "parentRef"}:
            parent = "parent " if node.kind == "parentRef" else ""
            return parent + identifier(node.name)
        return self._data(node)

    def _named(self, node: Node) -> str:
        is_attribute = node.kind == "attribute"
        name = self._name_class(node.children[0], is_attribute)
        content = node.children[1:]
        if is_attribute and not content:
            return f"attribute {name} {{ text }}"
        return f"{node.kind} {name} {braced(self.body(content))}"

    def _name_class(self, node: Node, is_attribute: bool) -> str:
        if node.kind == "name":
            [name] = name_class(node).names() if isinstance(name_class(node), Name) else [""]
            return self._names.called(name, is_attribute)
        if node.kind in {"choice", "except"}:
            members = [self._name_class(child, is_attribute) for child in node.children]
            return members[0] if len(members) == 1 else f"({' | '.join(members)})"
        wild = "*" if node.kind == "anyName" else f"{self._names.prefix(node.namespace)}:*"
        if not node.children:
            return wild
        excluded = self._name_class(node.children[0], is_attribute)
        return f"{wild} - {excluded if excluded.startswith('(') else f'({excluded})'}"

    def _data(self, node: Node) -> str:
        kind = self._names.datatype(node)
        if node.kind == "value":
            return f"{kind} {literal(node.text)}".strip()
        params = [
            f"{self._notes.before(child)}{identifier(child.name, False)} = {literal(child.text)}"
            for child in node.children
            if child.kind == "param"
        ]
        text = f"{kind} {braced(chr(10).join(params))}" if params else kind
        if _is_excepting(node):
            inner = [self._particle(child) for child in node.children[-1].children]
            text += f" - ({joined(inner, '|')})"
        return text


def _is_excepting(node: Node) -> bool:
    return node.kind == "data" and any(child.kind == "except" for child in node.children)
