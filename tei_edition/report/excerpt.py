"""The line of a source file that a finding is about, cut to size, and what in it to underline."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WIDTH = 100
"""The longest excerpt, in characters; a paragraph of TEI often is one line of thousands."""
_BEFORE = 40

_BREAK = re.compile(r"\r\n|\r|\n")
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TOKEN = re.compile(r"""<[/?!]?[\w:.-]*|&[#\w]*;?|[\w:.-]+\s*=\s*("[^"]*"|'[^']*')|[\w:.-]+""")


@dataclass(frozen=True)
class Excerpt:
    """A line, and the part of it to underline: both as they are shown, without line breaks."""

    text: str
    before: str
    marked: str

    @property
    def underline(self) -> str:
        """Return spaces and carets that stand below the marked part in a terminal's columns."""
        return " " * width(self.before) + "^" * max(1, width(self.marked))


def excerpt(path: Path, line: int, column: int) -> Excerpt | None:
    """Return the excerpt for a place, ``None`` where the file has no such place or no text."""
    lines = _lines(path)
    if not 1 <= line <= len(lines):
        return None
    text = lines[line - 1]
    if not text.strip() or column > len(text) + 1:
        return None
    start = column - 1
    token = _TOKEN.match(text, start)
    end = max(token.end() if token else 0, min(start + 1, len(text)))
    left = max(len(text) - len(text.lstrip()), 0)
    left, lead = (start - _BEFORE, "…") if start - left > WIDTH - 20 else (min(left, start), "")
    right = min(left + WIDTH, len(text))
    shown = text[left:right].rstrip() + ("…" if right < len(text.rstrip()) else "")
    return Excerpt(
        lead + visible(shown),
        lead + visible(text[left:start]),
        visible(text[start : max(start, min(end, right))]),
    )


def visible(text: str) -> str:
    """Return text that cannot move a terminal's cursor or change its colours."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\t\r\n":
        return " "
    unseen = unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING
    return "\N{REPLACEMENT CHARACTER}" if unseen else character


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing, and would show a line in another order."""


def width(text: str) -> int:
    """Return the columns that text takes in a terminal: two for a wide Chinese character."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@lru_cache(maxsize=4)
def _lines(path: Path) -> list[str]:
    """Return the lines of a file as a parser of XML counts them; none if it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return []
    return _BREAK.split(data.decode(_encoding(data), "replace"))


def _encoding(data: bytes) -> str:
    """Return the encoding by byte order mark, else UTF-8 where it fits, else as declared.

    A file in UTF-8 that declares another encoding is read so by the rules, too (XML105).
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data)
    if declared and not data.isascii() and _is_utf8(data):
        return "utf-8"
    try:
        return codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError:
        return "utf-8"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
