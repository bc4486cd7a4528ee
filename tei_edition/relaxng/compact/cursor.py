"""A place in the tokens, and the tree that is being built."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from tei_edition.relaxng.compact.lexer import Token
from tei_edition.relaxng.compact.prefixes import Prefixes
from tei_edition.relaxng.datatypes import XSD
from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.names import clark
from tei_edition.relaxng.syntax import RNG

T = TypeVar("T")


class Cursor:
    def __init__(self, tokens: list[Token], uri: str, path: str) -> None:
        self.tokens = tokens
        self.at = 0
        self.uri = uri
        self.path = path
        self.prefixes = Prefixes()
        self.root: etree._Element

    # Tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self, count: int) -> Token:
        return self.tokens[min(self.at + count, len(self.tokens) - 1)]

    def next(self) -> Token:
        token = self.token
        self.at += token.kind != "end"
        return token

    def is_symbol(self, text: str) -> bool:
        return self.token.kind == "symbol" and self.token.text == text

    def is_keyword(self, *texts: str) -> bool:
        return self.token.kind == "keyword" and self.token.text in texts

    def expect(self, text: str) -> None:
        if self.token.kind not in {"symbol", "keyword"} or self.token.text != text:
            raise self.error(f'"{text}" is expected before "{self.token.text}"')
        self.next()

    def identifier(self) -> str:
        if self.token.kind != "name":
            raise self.unexpected()
        return self.next().text

    def identifier_or_keyword(self) -> str:
        if self.token.kind not in {"name", "keyword"}:
            raise self.unexpected()
        return self.next().text

    def literal(self) -> str:
        """A literal, or several joined by `~`."""
        if self.token.kind != "literal":
            raise self.unexpected()
        text = self.next().text
        while self.is_symbol("~"):
            self.next()
            if self.token.kind != "literal":
                raise self.unexpected()
            text += self.next().text
        return text

    def error(self, message: str) -> SchemaError:
        return SchemaError(message, self.path, self.token.line, "see the compact syntax")

    def unexpected(self) -> SchemaError:
        what = f'"{self.token.text}"' if self.token.kind != "end" else "the end of the schema"
        return self.error(f"{what} is not expected here")

    def refusing(self, action: Callable[[], T]) -> T:
        """The result of an action whose ValueErrors are mistakes in the schema."""
        try:
            return action()
        except ValueError as error:
            raise self.error(str(error)) from None

    # The tree

    def start_tree(self) -> None:
        """Begins a document in which the declared prefixes can be used."""
        nsmap: dict[str | None, str] = {None: RNG}
        nsmap.update(self.prefixes.nsmap().items())
        self.root = etree.fromstring(b"<tree/>", base_url=self.uri)
        holder = etree.SubElement(self.root, clark(RNG, "grammar"), nsmap=nsmap)
        holder.set("datatypeLibrary", XSD)
        if self.prefixes.default is not None:
            holder.set("ns", self.prefixes.default)
        self.root = holder

    def new(self, tag: str) -> etree._Element:
        element = etree.Element(tag)
        # The token that makes an element is read before the element is made.
        element.sourceline = self.tokens[max(self.at - 1, 0)].line  # type: ignore[misc]
        return element

    def wrapped(self, parent: etree._Element, start: int, kind: str) -> etree._Element:
        """Puts the children from `start` on into a new one."""
        wrapper = self.new(clark(RNG, kind))
        wrapper.extend(parent[start:])
        parent.append(wrapper)
        return wrapper
