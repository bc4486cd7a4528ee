"""Writing annotations in compact syntax."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_edition.relaxng.annotations import ANNOTATIONS
from tei_edition.relaxng.compact.wording import Names, braced, literal
from tei_edition.relaxng.names import local_part, namespace_of
from tei_edition.relaxng.syntax import RNG, Node

_DOCUMENTATION = f"{{{ANNOTATIONS}}}documentation"


class Notes:
    def __init__(self, names: Names) -> None:
        self._names = names

    def before(self, node: Node) -> str:
        """The annotations of a node, as they stand in front of it; each line ends with a break."""
        own = list(_own(node))
        lines = []
        plain = [each for each in own if _is_plain(each)]
        for each in plain:
            lines += [f"## {line.strip()}" for line in (each.text or "").split("\n")]
        brackets = self._attributes(node.source)
        brackets += [self._element(each) for each in own if each not in plain]
        if brackets:
            lines += ["[", *(f"  {each}" for each in brackets), "]"]
        return "".join(f"{line}\n" for line in lines)

    def inside(self, node: Node) -> str:
        """The annotations of a grammar, as components of it."""
        return "\n".join(self._element(each) for each in _own(node))

    def _attributes(self, element: etree._Element) -> list[str]:
        return [
            f"{self._called(str(key))} = {literal(str(value))}"
            for key, value in element.attrib.items()
            if namespace_of(str(key)) not in {"", RNG}
        ]

    def _element(self, element: etree._Element) -> str:
        parts = [
            f"{self._called(str(key))} = {literal(str(value))}"
            for key, value in element.attrib.items()
        ]
        if element.text:
            parts.append(literal(element.text))
        for child in element:
            if isinstance(child.tag, str):
                parts.append(self._element(child))
            if child.tail:
                parts.append(literal(child.tail))
        inner = braced("\n".join(parts))[1:-1] if parts else " "
        return f"{self._called(str(element.tag))} [{inner}]"

    def _called(self, name: str) -> str:
        namespace = namespace_of(name)
        return f"{self._names.prefix(namespace)}:{local_part(name)}" if namespace else name


def _is_plain(element: etree._Element) -> bool:
    """Whether it can be written as a comment with `##`."""
    return element.tag == _DOCUMENTATION and not len(element) and not element.attrib


def _own(node: Node) -> Iterator[etree._Element]:
    """The foreign elements that belong to a node; those of a value or parameter follow it."""
    if node.kind in {"value", "param"}:
        for sibling in node.source.itersiblings():
            if _is_rng(sibling):
                return
            if isinstance(sibling.tag, str):
                yield sibling
        return
    after_value = False
    for child in node.source:
        if _is_rng(child):
            after_value = local_part(str(child.tag)) in {"value", "param"}
        elif isinstance(child.tag, str) and not after_value:
            yield child


def _is_rng(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and namespace_of(element.tag) == RNG
