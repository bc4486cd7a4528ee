"""Tokens of the compact syntax (section 2 of its specification)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.xsd import is_ncname

KEYWORDS = frozenset(
    {
        *("attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar"),
        *("include", "inherit", "list", "mixed", "namespace", "notAllowed", "parent", "start"),
        *("string", "text", "token"),
    }
)
# An escaped line break is no line break to the lexer, so it is hidden until the text is known.
_HIDDEN = {"\n": "\x1d", "\r": "\x1e"}
_SHOWN = {hidden: char for char, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(r"\\x+\{([^}]*)\}")
_NAME = r"[^\W\d][\w.\-\u00b7]*"
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+)
  | (?P<documentation>\#\#[^\n]*)
  | (?P<comment>\#[^\n]*)
  | (?P<literal>'''(?:[^']|'(?!''))*'''|\"\"\"(?:[^"]|"(?!""))*\"\"\"|'[^'\n]*'|"[^"\n]*")
  | (?P<wildcard>{_NAME}:\*)
  | (?P<qname>{_NAME}:{_NAME})
  | (?P<quoted>\\{_NAME})
  | (?P<name>{_NAME})
  | (?P<symbol>\|=|&=|>>|[=\{{\}}()\[\],&|?*+\-~])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "literal", "name" (an identifier), "keyword", "qname", "wildcard", "symbol",
    "documentation" or "end"."""

    kind: str
    text: str
    line: int


def tokens(data: bytes, path: str) -> Iterator[Token]:
    source = _unescaped(_decoded(data, path), path)
    at, line = 0, 1
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise SchemaError(
                f'"{source[at]}" is not expected here', path, line, "see the compact syntax"
            )
        at = found.end()
        kind, text = str(found.lastgroup), found[0]
        if kind not in {"space", "comment"}:
            yield _token(kind, text, line, path)
        line += text.count("\n")
    yield Token("end", "", line)


def _token(kind: str, text: str, line: int, path: str) -> Token:
    if kind == "literal":
        text = _shown(text[3:-3] if text[:3] in {"'''", '"""'} else text[1:-1])
    elif kind == "documentation":
        text = _shown(text.lstrip("#").removeprefix(" "))
    elif kind == "quoted":
        kind, text = "name", text[1:]
    elif kind == "name" and text in KEYWORDS:
        kind = "keyword"
    if kind in {"name", "qname", "wildcard"}:
        parts = text.removesuffix(":*").split(":")
        if not all(map(is_ncname, parts)):
            raise SchemaError(f'"{text}" cannot be a name', path, line)
    return Token(kind, text, line)


def _decoded(data: bytes, path: str) -> str:
    has_mark = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if has_mark else "utf-8-sig")
    except UnicodeDecodeError:
        raise SchemaError("the schema is not in UTF-8", path, 1, "save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unescaped(text: str, path: str) -> str:
    def character(found: re.Match[str]) -> str:
        is_code = re.fullmatch("0*[0-9a-fA-F]{1,6}", found[1])
        code = int(found[1], 16) if is_code else 0
        char = chr(code) if code <= 0x10FFFF else ""
        if not re.fullmatch(r"[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", char):
            line = text.count("\n", 0, found.start()) + 1
            raise SchemaError(f"{found[0]} is no character of XML", path, line)
        return _HIDDEN.get(char, char)

    return _ESCAPE.sub(character, text)


def _shown(text: str) -> str:
    return "".join(_SHOWN.get(char, char) for char in text)
