"""Reading the XML syntax of RELAX NG into nodes (sections 3 and 4.1 to 4.4, 4.8 to 4.10, 4.16).

What a schema inherits from its surroundings (`ns`, `datatypeLibrary`, prefixes) is written into
the nodes, annotations are left out, and what section 3 forbids is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tei_edition.relaxng.datatypes import XSD
from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.names import clark
from tei_edition.relaxng.patterns import WHITESPACE
from tei_edition.relaxng.xsd import any_uri, is_ncname

RNG = "http://relaxng.org/ns/structure/1.0"
_PREFIX = f"{{{RNG}}}"
_NAME_CLASSES = {"name", "anyName", "nsName", "choice"}
_GROUPS = {"group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "mixed", "list"}
_LEAVES = {"empty", "text", "notAllowed", "ref", "parentRef", "externalRef", "value"}
PATTERNS = _GROUPS | _LEAVES | {"element", "attribute", "data", "grammar"}
_OWN_ATTRIBUTES: dict[str, set[str]] = {
    "element": {"name"}, "attribute": {"name"}, "ref": {"name"}, "parentRef": {"name"},
    "data": {"type"}, "value": {"type"}, "param": {"name"}, "externalRef": {"href"},
    "include": {"href"}, "define": {"name", "combine"}, "start": {"combine"},
}  # fmt: skip
_REQUIRED = {
    "ref": "name", "parentRef": "name", "data": "type", "param": "name",
    "externalRef": "href", "include": "href", "define": "name",
}  # fmt: skip
_NCNAMES = {"ref", "parentRef", "param", "define"}
_EVERYWHERE = {"ns", "datatypeLibrary"}
_ADVICE = "see the specification of RELAX NG, section 3, for what may stand where"


@dataclass(slots=True, eq=False)
class Node:
    """An element of a schema, with all it inherits.

    `name` is the name of a definition, a parameter or a data type, or the Clark name in a `name`
    node. `source` is the element as it stands in the schema, with its annotations.
    """

    kind: str
    source: etree._Element
    path: str
    namespace: str
    library: str
    name: str = ""
    text: str = ""
    combine: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.source.sourceline or 0

    def error(self, message: str, advice: str = "") -> SchemaError:
        return SchemaError(message, self.path, self.line, advice)


def read(root: etree._Element, path: str, namespace: str = "") -> Node:
    """The nodes of a schema document whose `ns`, if it has none, is `namespace`."""
    tag = root.tag if isinstance(root.tag, str) else ""
    if not tag.startswith(_PREFIX) or tag[len(_PREFIX) :] not in PATTERNS:
        raise SchemaError(
            f'the root element "{tag}" is no pattern of RELAX NG',
            path,
            root.sourceline or 0,
            f'a schema begins with <grammar xmlns="{RNG}">',
        )
    return _Reader(path).node(root, namespace, "")


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.readers: dict[str, Callable[[Node], None]] = {
            "element": self.named, "attribute": self.named, "data": self.data,
            "value": self.text_only, "name": self.name, "param": self.text_only,
            "anyName": self.wildcard, "nsName": self.wildcard, "grammar": self.grammar,
            "div": self.grammar, "include": self.grammar, "start": self.one,
            "define": self.some, **dict.fromkeys(_GROUPS, self.some),
        }  # fmt: skip

    def node(self, element: etree._Element, namespace: str, library: str) -> Node:
        kind = _kind(element)
        node = Node(kind, element, self.path, namespace, library)
        if element.attrib:
            self.attributes(node)
        required = _REQUIRED.get(kind)
        if required and required not in element.attrib:
            raise node.error(f'<{kind}> needs the attribute "{required}"', _ADVICE)
        self.readers.get(kind, self.nothing)(node)
        return node

    # Attributes (4.2 to 4.4)

    def attributes(self, node: Node) -> None:
        own = _OWN_ATTRIBUTES.get(node.kind, set())
        for key, value in node.source.attrib.items():
            if key in own:
                self.own_attribute(node, str(key), str(value).strip(WHITESPACE))
            elif key == "ns":
                node.namespace = str(value)
            elif key == "datatypeLibrary":
                node.library = _library(node, str(value))
            elif not str(key).startswith("{") or str(key).startswith(_PREFIX):
                raise node.error(f'<{node.kind}> has no attribute "{key}"', _ADVICE)

    def own_attribute(self, node: Node, key: str, value: str) -> None:
        if key == "combine":
            if value not in {"choice", "interleave"}:
                raise node.error(f'combine is "choice" or "interleave", not "{value}"')
            node.combine = value
            return
        if (key == "type" or node.kind in _NCNAMES) and not is_ncname(value):
            raise node.error(f'"{value}" cannot be a name in {key}="{value}"')
        if key == "href" and "#" in value:
            raise node.error(
                f'href="{value}" has a fragment identifier', "leave out what follows #"
            )
        node.name = value

    # Content (3)

    def children(self, node: Node) -> Iterator[etree._Element]:
        """The children that belong to RELAX NG; text and foreign elements are no part of it."""
        source = node.source
        stray = source.text
        for child in source:
            stray = f"{stray or ''}{child.tail or ''}"
            if isinstance(child.tag, str) and child.tag.startswith(_PREFIX):
                yield child
        if stray and stray.strip(WHITESPACE):
            raise node.error(
                f'text "{stray.strip()[:40]}" is not allowed in <{node.kind}>', _ADVICE
            )

    def add(self, node: Node, child: etree._Element, allowed: set[str]) -> None:
        kind = _kind(child)
        if kind not in allowed:
            raise SchemaError(
                f"<{kind}> is not allowed in <{node.kind}>",
                self.path,
                child.sourceline or 0,
                _ADVICE,
            )
        node.children.append(self.node(child, node.namespace, node.library))

    def nothing(self, node: Node) -> None:
        for child in self.children(node):
            self.add(node, child, set())

    def some(self, node: Node) -> None:
        for child in self.children(node):
            self.add(node, child, PATTERNS)
        if not node.children:
            raise node.error(f"<{node.kind}> is empty", "use <empty/> if nothing is allowed there")

    def one(self, node: Node) -> None:
        self.some(node)
        if len(node.children) > 1:
            raise node.error("<start> has more than one pattern", "put them into a <choice>")

    def grammar(self, node: Node) -> None:
        allowed = {"start", "define", "div"}
        if node.kind != "include" and not _inside_include(node.source):
            allowed.add("include")
        for child in self.children(node):
            self.add(node, child, allowed)

    def named(self, node: Node) -> None:
        """An element or attribute: its name class and its patterns (4.8)."""
        children = list(self.children(node))
        if "name" in node.source.attrib:
            # The name of an attribute has no namespace unless it says so itself.
            unqualified = node.kind == "attribute" and "ns" not in node.source.attrib
            name = Node("name", node.source, self.path, node.namespace, node.library)
            name.name = self.qualified(node, node.name, "" if unqualified else node.namespace)
            node.children.append(name)
        elif children:
            self.name_class(node, children.pop(0))
        else:
            raise node.error(f"<{node.kind}> has no name", 'give it an attribute "name"')
        for child in children:
            self.add(node, child, PATTERNS)
        if node.kind == "element" and not children:
            raise node.error("<element> has no content", "write <empty/> if it must be empty")
        if node.kind == "attribute" and len(children) > 1:
            raise node.error("<attribute> has more than one pattern")

    def name_class(self, node: Node, child: etree._Element) -> None:
        kind = _kind(child)
        if kind != "choice":
            self.add(node, child, _NAME_CLASSES)
            return
        choice = Node(kind, child, self.path, node.namespace, node.library)
        self.attributes(choice)
        for member in self.children(choice):
            self.name_class(choice, member)
        if not choice.children:
            raise choice.error("<choice> is empty", _ADVICE)
        node.children.append(choice)

    def name(self, node: Node) -> None:
        self.text_only(node)
        node.name = self.qualified(node, node.text.strip(WHITESPACE), node.namespace)

    def qualified(self, node: Node, name: str, namespace: str) -> str:
        """The Clark name of a QName (4.10)."""
        prefix, colon, local = name.rpartition(":")
        if not is_ncname(local) or (colon and not is_ncname(prefix)):
            raise node.error(f'"{name}" cannot be a name')
        if not colon:
            return clark(namespace, local)
        uri = (
            "http://www.w3.org/XML/1998/namespace"
            if prefix == "xml"
            else node.source.nsmap.get(prefix)
        )
        if not uri:
            raise node.error(f'the prefix "{prefix}" is not declared', f'add xmlns:{prefix}="..."')
        return clark(uri, local)

    def wildcard(self, node: Node) -> None:
        children = list(self.children(node))
        if len(children) > 1:
            raise node.error(f"<{node.kind}> has more than one <except>")
        for child in children:
            if child.tag != f"{_PREFIX}except":
                self.add(node, child, set())
            excluded = Node("except", child, self.path, node.namespace, node.library)
            self.attributes(excluded)
            for member in self.children(excluded):
                self.name_class(excluded, member)
            if not excluded.children:
                raise excluded.error("<except> is empty", _ADVICE)
            node.children.append(excluded)

    def data(self, node: Node) -> None:
        for child in self.children(node):
            before = node.children[-1].kind if node.children else "param"
            if before == "except":
                raise node.error("nothing may follow <except> in <data>", _ADVICE)
            if child.tag == f"{_PREFIX}except":
                excluded = Node("except", child, self.path, node.namespace, node.library)
                self.attributes(excluded)
                self.some(excluded)
                node.children.append(excluded)
            else:
                self.add(node, child, {"param"})

    def text_only(self, node: Node) -> None:
        if any(isinstance(child.tag, str) for child in node.source):
            raise node.error(f"<{node.kind}> may hold nothing but text")
        node.text = (node.source.text or "") + "".join(c.tail or "" for c in node.source)


def _kind(element: etree._Element) -> str:
    return str(element.tag)[len(_PREFIX) :]


def _inside_include(element: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent.tag == f"{_PREFIX}div":
        parent = parent.getparent()
    return parent is not None and parent.tag == f"{_PREFIX}include"


def _library(node: Node, value: str) -> str:
    """A `datatypeLibrary`, which is empty or an absolute URI without fragment."""
    if value in {"", XSD}:
        return value
    try:
        scheme, colon, rest = any_uri(value).partition(":")
    except ValueError:
        colon = ""
    if not colon or not rest or "#" in value or set(scheme) & {"/", "?"}:
        raise node.error(f'datatypeLibrary="{value}" is no absolute URI', f'usual is "{XSD}"')
    return value
