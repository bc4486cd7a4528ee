"""The names and data types that a schema mentions (RELAX NG sections 4.4, 4.12 and 4.16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tei_edition.relaxng import datatypes
from tei_edition.relaxng.datatypes import Datatype
from tei_edition.relaxng.names import AnyName, Name, NameChoice, NameClass, NsName, namespace_of
from tei_edition.relaxng.syntax import Node

_XMLNS = "http://www.w3.org/2000/xmlns"


@dataclass(frozen=True, slots=True)
class SchemaScope:
    """The prefixes of the schema, for values that are qualified names."""

    nsmap: Mapping[str | None, str]


def check(node: Node) -> None:
    """Refuses names, data types and values that no schema may have."""
    if node.kind in {"element", "attribute"}:
        check_names(node)
    elif node.kind == "data":
        datatype(node)
    elif node.kind == "value":
        check_value(node)


def scope_of(node: Node) -> SchemaScope:
    return SchemaScope({**node.source.nsmap, None: node.namespace})


def datatype(node: Node) -> Datatype:
    """The type of a `data` or `value` node; a bare `value` is a token (4.4)."""
    if not node.name:
        return datatypes.TOKEN
    params = [(child.name, child.text) for child in node.children if child.kind == "param"]
    try:
        return datatypes.find(node.library, node.name, params)
    except ValueError as error:
        raise node.error(str(error), "correct the type, its library or its parameters") from None


def check_value(node: Node) -> None:
    """Refuses a `value` that can never match because it is none of its own type."""
    kind = datatype(node)
    try:
        kind.value_of(node.text, scope_of(node))
    except ValueError:
        raise node.error(f'"{node.text}" is no {kind.name}', "correct the value") from None


def name_class(node: Node) -> NameClass:
    """What a name class node stands for (4.12, 4.16)."""
    if node.kind == "name":
        return Name(node.name)
    if node.kind in {"choice", "except"}:
        members = tuple(name_class(child) for child in node.children)
        return members[0] if len(members) == 1 else NameChoice(members)
    excluded = name_class(node.children[0]) if node.children else None
    return AnyName(excluded) if node.kind == "anyName" else NsName(node.namespace, excluded)


def check_names(node: Node) -> None:
    """Refuses what section 4.16 forbids in the name of an element or attribute."""
    _check_excepts(node.children[0], frozenset())
    if node.kind != "attribute":
        return
    for name in _named(node.children[0]):
        if name.kind == "name" and name.name == "xmlns":
            raise name.error('an attribute cannot be named "xmlns"', "leave it out")
        namespace = namespace_of(name.name) if name.kind == "name" else name.namespace
        if name.kind != "anyName" and namespace == _XMLNS:
            raise name.error(f'an attribute cannot be in the namespace "{_XMLNS}"', "leave it out")


def _named(node: Node) -> list[Node]:
    if node.kind in {"choice", "except"}:
        return [name for child in node.children for name in _named(child)]
    return [node, *(name for child in node.children for name in _named(child))]


def _check_excepts(node: Node, forbidden: frozenset[str]) -> None:
    if node.kind in forbidden:
        raise node.error(f"<{node.kind}> is not allowed in this <except>")
    if node.kind in {"anyName", "nsName"} and node.children:
        forbidden |= {"anyName"} if node.kind == "anyName" else {"anyName", "nsName"}
    for child in node.children:
        _check_excepts(child, forbidden)
