"""Grammars: what refers to what (RELAX NG sections 4.5 to 4.7 and 4.17 to 4.19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tei_edition.relaxng import loading, terms
from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.patterns import Pattern
from tei_edition.relaxng.syntax import Node, read

START = ""
"""The name under which a grammar keeps its start; no definition can have it."""


@dataclass(slots=True, eq=False)
class Definition:
    """All `define` (or `start`) elements of one name in a grammar, to be combined."""

    name: str
    grammar: Grammar
    nodes: list[Node]
    combine: str = ""
    pattern: Pattern | None = None
    elements: list[Node] = field(default_factory=list)
    """The element patterns written in it."""
    direct: list[tuple[Node, Definition]] = field(default_factory=list)
    """References that are not inside an element pattern of this definition."""
    nested: list[Definition] = field(default_factory=list)
    """References that are."""


@dataclass(slots=True, eq=False)
class Grammar:
    parent: Grammar | None
    definitions: dict[str, Definition] = field(default_factory=dict)

    def defined(self, ref: Node) -> Definition:
        """What a `ref` or `parentRef` in this grammar refers to."""
        grammar = self.parent if ref.kind == "parentRef" else self
        if grammar is None:
            raise ref.error(f'<parentRef name="{ref.name}"> is in no inner grammar', "use <ref>")
        if ref.name not in grammar.definitions:
            raise ref.error(
                f'"{ref.name}" is referred to, but there is no <define name="{ref.name}">',
                "add the definition or correct the name",
            )
        return grammar.definitions[ref.name]


@dataclass(slots=True)
class Scopes:
    """The grammars of a schema, with every included and referenced document in its place."""

    grammars: dict[Node, Grammar] = field(default_factory=dict)

    def outermost(self, root: Node, uri: str) -> Definition:
        """The start of the schema. A schema that is not a grammar gets one (4.18)."""
        if root.kind == "grammar":
            return self._grammar(root, None, (uri,)).definitions[START]
        grammar = Grammar(None)
        start = grammar.definitions[START] = Definition(START, grammar, [root])
        self._walk(root, start, False, (uri,))
        return start

    def _grammar(self, node: Node, parent: Grammar | None, uris: tuple[str, ...]) -> Grammar:
        grammar = self.grammars[node] = Grammar(parent)
        for each in self._definitions(node, uris):
            _join(grammar, each)
        if START not in grammar.definitions:
            raise node.error("the grammar has no <start>", "add one that names the root elements")
        for definition in grammar.definitions.values():
            for body in definition.nodes:
                self._walk_all(body, definition, False, uris)
        return grammar

    def _definitions(self, node: Node, uris: tuple[str, ...]) -> Iterator[Node]:
        """The `start` and `define` elements of a grammar, with those it includes (4.7)."""
        for child in node.children:
            if child.kind == "div":
                yield from self._definitions(child, uris)
            elif child.kind == "include":
                yield from self._included(child, uris)
            else:
                yield child

    def _included(self, include: Node, uris: tuple[str, ...]) -> list[Node]:
        root, uri = _document(include, uris)
        if root.kind != "grammar":
            raise include.error(f'"{include.name}" is no grammar', "use <externalRef> for it")
        included = list(self._definitions(root, (*uris, uri)))
        overriding = list(self._definitions(include, uris))
        names = {each.name for each in included}
        for each in overriding:
            if each.name not in names:
                what = f'definition of "{each.name}"' if each.name else "start"
                raise each.error(f'"{include.name}" has no {what} to replace')
        replaced = {each.name for each in overriding}
        return [each for each in included if each.name not in replaced] + overriding

    def _walk_all(self, node: Node, owner: Definition, inside: bool, uris: tuple[str, ...]) -> None:
        for child in node.children:
            self._walk(child, owner, inside, uris)

    def _walk(self, node: Node, owner: Definition, inside: bool, uris: tuple[str, ...]) -> None:
        """Finds what `node` refers to. `inside` tells whether an element pattern is around it."""
        terms.check(node)
        if node.kind in {"ref", "parentRef"}:
            _refer(node, owner.grammar.defined(node), owner, inside)
        elif node.kind == "grammar":
            start = self._grammar(node, owner.grammar, uris).definitions[START]
            _refer(node, start, owner, inside)
        elif node.kind == "externalRef":
            root, uri = _document(node, uris)
            node.children = [root]
            self._walk(root, owner, inside, (*uris, uri))
        elif node.kind == "element":
            owner.elements.append(node)
            self._walk_all(node, owner, True, uris)
        else:
            self._walk_all(node, owner, inside, uris)


def reachable(start: Definition) -> list[Definition]:
    """The definitions a schema uses; a loop without an element in it is an error (4.19)."""
    found: dict[Definition, None] = {}
    waiting = [start]
    while waiting:
        definition = waiting.pop()
        if definition not in found:
            _follow(definition, found, waiting, [])
    return list(found)


def _follow(
    definition: Definition,
    found: dict[Definition, None],
    waiting: list[Definition],
    around: list[Definition],
) -> None:
    found[definition] = None
    waiting.extend(definition.nested)
    around.append(definition)
    for ref, target in definition.direct:
        if target in around:
            raise ref.error(
                f'the definition of "{target.name}" contains itself',
                "a definition may refer to itself only inside an <element>",
            )
        if target not in found:
            _follow(target, found, waiting, around)
    around.pop()


def _refer(ref: Node, target: Definition, owner: Definition, inside: bool) -> None:
    if inside:
        owner.nested.append(target)
    else:
        owner.direct.append((ref, target))


def _join(grammar: Grammar, node: Node) -> None:
    """Adds a `start` or `define` to those of its name (4.17)."""
    definition = grammar.definitions.setdefault(node.name, Definition(node.name, grammar, []))
    what = f'<define name="{node.name}">' if node.name else "<start>"
    if any(not each.combine for each in definition.nodes) and not node.combine:
        raise node.error(f"there are two {what} without combine", 'add combine="choice" to one')
    if definition.combine and node.combine and definition.combine != node.combine:
        raise node.error(f'{what} is combined both as "choice" and as "interleave"')
    definition.combine = definition.combine or node.combine
    definition.nodes.append(node)


def _document(ref: Node, uris: tuple[str, ...]) -> tuple[Node, str]:
    """The document that an `include` or `externalRef` points at (4.5 to 4.7)."""
    uri = loading.resolve(ref.name, ref.source.base)
    if uri in uris:
        raise SchemaError(
            f'"{ref.name}" includes itself', ref.path, ref.line, "remove one of the references"
        )
    root, path = loading.load(uri, (ref.path, ref.line))
    return read(root, path, ref.namespace), uri
