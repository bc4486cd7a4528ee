"""Reading the compact syntax (sections 3 to 5 of its specification)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tei_edition.relaxng.compact.annotating import Annotating
from tei_edition.relaxng.compact.lexer import tokens
from tei_edition.relaxng.datatypes import XSD
from tei_edition.relaxng.names import clark
from tei_edition.relaxng.syntax import RNG

_REPEATS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_JOINS = {",": "group", "|": "choice", "&": "interleave"}
_COMBINES = {"=": "", "|=": "choice", "&=": "interleave"}
_GROUPING = {
    clark(RNG, kind)
    for kind in ("element", "define", "zeroOrMore", "oneOrMore", "optional", "list", "mixed")
}
_WORDS = {"empty", "text", "notAllowed"}


def parse(data: bytes, uri: str, path: str) -> etree._Element:
    """The root element of the same schema in XML syntax, each element with its line."""
    return _Parser(list(tokens(data, path)), uri, path).whole()


class _Parser(Annotating):
    """Recursive descent; each method reads what it is named for and appends it to a parent."""

    _bare_except = -1
    """Where the last `-` after a data type stands that is not in parentheses of its own."""

    def whole(self) -> etree._Element:
        self.declarations()
        self.start_tree()
        first = self.annotations()
        is_grammar = self.is_grammar()
        if is_grammar:
            self.grammar_content(self.root, first)
        else:
            self.pattern(self.root, first)
        if self.token.kind != "end":
            raise self.unexpected()
        _unwrap(self.root)
        return self.root if is_grammar else self.only_pattern()

    def only_pattern(self) -> etree._Element:
        """The root of a schema that is one pattern; what it inherits is written into it."""
        if len(self.root) > 1:
            raise self.error("an annotation cannot stand beside the only pattern of a schema")
        pattern = self.root[0]
        for name in ("datatypeLibrary", "ns"):
            if name in self.root.attrib and name not in pattern.attrib:
                pattern.set(name, str(self.root.get(name)))
        return pattern

    # Declarations

    def declarations(self) -> None:
        while self.is_keyword("namespace", "default", "datatypes"):
            keyword = self.next()
            self.refusing(getattr(self, f"declare_{keyword.text}"))

    def declare_namespace(self) -> None:
        prefix = self.identifier_or_keyword()
        self.expect("=")
        self.prefixes.declare(prefix, self.namespace_uri())

    def declare_default(self) -> None:
        self.expect("namespace")
        prefix = None if self.token.text == "=" else self.identifier_or_keyword()
        self.expect("=")
        self.prefixes.declare_default(self.namespace_uri(), prefix)

    def declare_datatypes(self) -> None:
        prefix = self.identifier_or_keyword()
        self.expect("=")
        self.prefixes.declare_library(prefix, self.literal())

    def namespace_uri(self) -> str | None:
        if self.is_keyword("inherit"):
            self.next()
            return None
        return self.literal()

    # Grammars

    def is_grammar(self) -> bool:
        token, after = self.token, self.ahead(1)
        if self.is_keyword("start", "div", "include"):
            return True
        is_definition = token.kind in {"name", "keyword"} and after.text in _COMBINES
        is_annotation = token.kind in {"name", "qname", "keyword"} and after.text == "["
        return token.kind == "end" or (after.kind == "symbol" and (is_definition or is_annotation))

    def grammar_content(self, parent: etree._Element, first: list[etree._Element]) -> None:
        annotations = first
        while self.token.kind != "end" and self.token.text != "}":
            self.component(parent, annotations)
            annotations = self.annotations()
        if annotations:
            raise self.unexpected()

    def component(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        token = self.token
        if token.kind in {"name", "qname", "keyword"} and self.ahead(1).text == "[":
            self.annotate(parent, annotations)
            self.annotation_element(parent)
        elif self.is_keyword("div"):
            self.next()
            self.braced(self.add(parent, "div", annotations), self.grammar_content)
        elif self.is_keyword("include"):
            self.include(parent, annotations)
        elif token.kind == "name" or (self.is_keyword("start")):
            self.definition(parent, annotations)
        else:
            raise self.unexpected()

    def include(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        self.next()
        include = self.add(parent, "include", annotations, href=self.literal())
        self.inherit(include)
        if self.is_symbol("{"):
            self.braced(include, self.grammar_content)

    def inherit(self, element: etree._Element) -> None:
        if self.is_keyword("inherit"):
            self.next()
            self.expect("=")
            prefix = self.identifier_or_keyword()
            namespace = self.refusing(lambda: self.prefixes.namespace(prefix))
            if namespace is not None:
                element.set("ns", namespace)

    def definition(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        name = self.next()
        kind = "start" if name.kind == "keyword" else "define"
        definition = self.add(parent, kind, annotations)
        if kind == "define":
            definition.set("name", name.text)
        if self.token.kind != "symbol" or self.token.text not in _COMBINES:
            raise self.unexpected()
        combine = _COMBINES[self.next().text]
        if combine:
            definition.set("combine", combine)
        self.pattern(definition, self.annotations())

    def braced(
        self,
        parent: etree._Element,
        read: Callable[[etree._Element, list[etree._Element]], None],
    ) -> None:
        self.expect("{")
        read(parent, self.annotations())
        self.expect("}")

    # Patterns

    def pattern(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        """Particles joined by one operator; operators may not be mixed without parentheses."""
        start = len(parent)
        self.particle(parent, annotations)
        operator = self.token.text if self.token.kind == "symbol" else ""
        if operator not in _JOINS:
            return
        joined = self.wrapped(parent, start, _JOINS[operator])
        while self.token.kind == "symbol" and self.token.text == operator:
            self.next()
            self.particle(joined, self.annotations())
        if self.token.kind == "symbol" and self.token.text in _JOINS:
            raise self.error(f'"{operator}" and "{self.token.text}" need parentheses')

    def particle(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        start = len(parent)
        first = self.at
        self.primary(parent, annotations)
        if self._bare_except >= first and self.token.text in _REPEATS:
            raise self.error('"-" after a data type needs parentheses around the two')
        if self.token.kind == "symbol" and self.token.text in _REPEATS:
            self.wrapped(parent, start, _REPEATS[self.next().text])
        self.following_annotations(parent)

    def primary(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        token = self.token
        if token.kind == "symbol" and token.text == "(":
            self.next()
            start = len(parent)
            self.pattern(parent, self.annotations())
            self.expect(")")
            self._bare_except = -1
            if annotations:
                inner = parent[start:]
                whole = inner[0] if len(inner) == 1 else self.wrapped(parent, start, "group")
                self.annotate(whole, annotations)
        elif token.kind == "literal" or self.is_datatype():
            self.data_or_value(parent, annotations)
        elif token.kind == "name":
            self.add(parent, "ref", annotations, name=self.next().text)
        elif token.kind == "keyword":
            self.keyword_pattern(parent, annotations)
        else:
            raise self.unexpected()

    def keyword_pattern(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        keyword = self.next().text
        if keyword in _WORDS:
            self.add(parent, keyword, annotations)
        elif keyword in {"element", "attribute"}:
            named = self.add(parent, keyword, annotations)
            self.name_class(named)
            self.braced(named, self.pattern)
        elif keyword in {"list", "mixed"}:
            self.braced(self.add(parent, keyword, annotations), self.pattern)
        elif keyword == "grammar":
            self.braced(self.add(parent, keyword, annotations), self.grammar_content)
        elif keyword == "parent":
            self.add(parent, "parentRef", annotations, name=self.identifier())
        elif keyword == "external":
            self.inherit(self.add(parent, "externalRef", annotations, href=self.literal()))
        else:
            self.at -= 1
            raise self.unexpected()

    # Data

    def is_datatype(self) -> bool:
        return self.token.kind == "qname" or self.is_keyword("string", "token")

    def data_or_value(self, parent: etree._Element, annotations: list[etree._Element]) -> None:
        library, name = "", ""
        if self.token.kind != "literal":
            prefix, _, name = self.next().text.rpartition(":")
            library = self.refusing(lambda: self.prefixes.library(prefix)) if prefix else ""
        if self.token.kind == "literal":
            value = self.add(parent, "value", [])
            self.annotate(value, annotations, around=parent)
            _set_type(value, name, library)
            value.text = self.literal()
            return
        data = self.add(parent, "data", annotations)
        _set_type(data, name, library)
        if self.is_symbol("{"):
            self.params(data)
        if self.is_symbol("-"):
            operator = self.at
            self.next()
            self.primary(self.add(data, "except", []), self.annotations())
            if self._bare_except >= operator:
                raise self.error('"-" can be used only once')
            self._bare_except = operator

    def params(self, data: etree._Element) -> None:
        self.expect("{")
        annotations = self.annotations()
        while not self.is_symbol("}"):
            param = self.add(data, "param", [], name=self.identifier_or_keyword())
            self.expect("=")
            param.text = self.literal()
            self.annotate(param, annotations, around=data)
            annotations = self.annotations()
        self.expect("}")


def _set_type(element: etree._Element, name: str, library: str) -> None:
    if name:
        element.set("type", name)
        if library != XSD:
            element.set("datatypeLibrary", library)


def _unwrap(root: etree._Element) -> None:
    """Removes a `group` that is all there is in an element whose children are a group anyway."""
    for group in list(root.iter(clark(RNG, "group"))):
        parent = group.getparent()
        assert parent is not None
        patterns = list(parent.iterchildren(f"{{{RNG}}}*"))
        if parent.tag == clark(RNG, "element") and "name" not in parent.attrib:
            del patterns[0]  # the name class
        if patterns == [group] and not group.attrib and parent.tag in _GROUPING:
            at = parent.index(group)
            parent[at : at + 1] = list(group)
