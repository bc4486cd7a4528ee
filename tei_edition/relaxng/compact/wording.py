"""How names, literals and lists are spelt in the compact syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_edition.relaxng.annotations import ANNOTATIONS
from tei_edition.relaxng.compact.lexer import KEYWORDS
from tei_edition.relaxng.datatypes import XSD
from tei_edition.relaxng.names import local_part, namespace_of
from tei_edition.relaxng.syntax import RNG, Node
from tei_edition.relaxng.wording import XML

_WIDTH = 90


class Names:
    """The prefixes a schema needs, as its XML form has them or made up."""

    def __init__(self, root: etree._Element, node: Node) -> None:
        self._default = root.get("ns")
        self._prefixes: dict[str, str] = {XML: "xml"}
        self._libraries: dict[str, str] = {XSD: "xsd"}
        for each in root.iter("*"):
            for prefix, uri in each.nsmap.items() if each.nsmap is not None else ():
                if prefix and uri != RNG and prefix not in self._prefixes.values():
                    self._prefixes.setdefault(uri, prefix)

    def declarations(self) -> Iterator[str]:
        """The lines at the head of the schema; so this is to be asked last."""
        declared = sorted((prefix, uri) for uri, prefix in self._prefixes.items() if uri != XML)
        for prefix, uri in declared:
            yield f"namespace {identifier(prefix, False)} = {literal(uri)}"
        if self._default is not None:
            yield f"default namespace = {literal(self._default)}"
        for uri, prefix in self._libraries.items():
            if uri != XSD:
                yield f"datatypes {prefix} = {literal(uri)}"

    def prefix(self, namespace: str) -> str:
        if namespace not in self._prefixes:
            taken = set(self._prefixes.values())
            wanted = "local" if not namespace else "a" if namespace == ANNOTATIONS else "ns1"
            while wanted in taken:
                wanted = f"ns{len(taken)}" if wanted.startswith("ns") else f"{wanted}_"
            self._prefixes[namespace] = wanted
        return self._prefixes[namespace]

    def called(self, name: str, is_attribute: bool) -> str:
        """An element's or attribute's name; unprefixed names mean different things for both."""
        home = "" if is_attribute else self._default or ""
        if namespace_of(name) == home:
            return local_part(name)
        return f"{self.prefix(namespace_of(name))}:{local_part(name)}"

    def datatype(self, node: Node) -> str:
        if not node.name:
            return ""
        if not node.library:
            return node.name
        prefix = self._libraries.setdefault(node.library, f"d{len(self._libraries)}")
        return f"{prefix}:{node.name}"


def identifier(name: str, is_reference: bool = True) -> str:
    """A name; one that is a keyword must be marked where a keyword could stand."""
    return f"\\{name}" if is_reference and name in KEYWORDS else name


def literal(text: str) -> str:
    escaped = re.sub(r"\\(?=x+\{)", r"\\x{5c}", text)
    escaped = re.sub(r"[\n\r]", lambda found: f"\\x{{{ord(found[0]):x}}}", escaped)
    if '"' not in escaped:
        return f'"{escaped}"'
    if "'" not in escaped:
        return f"'{escaped}'"
    return " ~ ".join(f"'{part}'" if part == '"' else f'"{part}"' for part in _halves(escaped))


def _halves(text: str) -> list[str]:
    return [part for part in re.split('(")', text) if part]


def joined(parts: Iterable[str], operator: str) -> str:
    """Parts on one line if they fit, else each on its own."""
    parts = list(parts)
    between = f"{operator} " if operator == "," else f" {operator} "
    line = between.join(parts)
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    separator = ",\n" if operator == "," else f"\n{operator} "
    return separator.join(parts)


def braced(text: str) -> str:
    if "\n" not in text and len(text) <= _WIDTH - 20:
        return f"{{ {text} }}" if text else "{ }"
    return "{\n" + "\n".join(f"  {line}" if line else "" for line in text.split("\n")) + "\n}"
