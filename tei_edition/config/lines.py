"""Where each key of a TOML file stands, which the standard library's parser does not tell.

The text has been parsed before, so it is known to be TOML; nothing is validated here.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

Path = tuple[str | int, ...]
Place = tuple[int, int]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(
    r'[ \t]*(?:"(?P<basic>(?:[^"\\]|\\.)*)"|\'(?P<literal>[^\']*)\'|(?P<bare>[\w-]+))'
)
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}\n#]*")


def key_places(text: str) -> Mapping[Path, Place]:
    """Return line and column, 1-based, of every key, table and array item, by its path.

    The path of ``orcid`` in ``[edition] editors = [{ orcid = "" }]`` is
    ``("edition", "editors", 0, "orcid")``.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.places


class _Scanner:
    """A cursor over the text that notes the place of each key it passes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Path, Place] = {}
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._tables: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._skip():
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self) -> bool:
        """Pass white space and comments; say whether anything is left."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _note(self, path: Path, at: int) -> None:
        line = bisect_right(self._starts, at)
        self.places.setdefault(path, (line, at - self._starts[line - 1] + 1))

    def _header(self) -> Path:
        start = self.at
        repeated = self.text.startswith("[[", start)
        self.at += 2 if repeated else 1
        path = self._resolve(self._keys())
        self._note(path, start)
        if repeated:
            count = self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, count)
            self._note(path, start)
        self.at = self.text.index("]", self.at) + (2 if repeated else 1)
        return path

    def _resolve(self, keys: Path) -> Path:
        """Enter the latest item of every array of tables that a header's path leads through."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._tables:
                path = (*path, self._tables[path])
        return (*path, *keys[-1:])

    def _keys(self) -> Path:
        """Read a dotted key and stop after its last part."""
        keys: list[str] = []
        while match := _KEY.match(self.text, self.at):
            found = match["basic"], match["literal"], match["bare"]
            keys.append(next(part for part in found if part is not None))
            self.at = match.end()
            dot = re.compile(r"[ \t]*\.").match(self.text, self.at)
            if not dot:
                break
            self.at = dot.end()
        return tuple(keys)

    def _pair(self, table: Path) -> None:
        start = self.at
        keys = self._keys()
        for length in range(1, len(keys) + 1):
            self._note(table + keys[:length], start)
        self.at = self.text.index("=", self.at) + 1
        self._value(table + keys)

    def _value(self, path: Path) -> None:
        self._skip()
        opening = self.text[self.at]
        if opening in "[{":
            self._nested(path, "]" if opening == "[" else "}")
            return
        match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
        if match:
            self.at = match.end()

    def _nested(self, path: Path, closing: str) -> None:
        """Pass an array or an inline table."""
        self.at += 1
        item = 0
        while self._skip() and self.text[self.at] != closing:
            if closing == "}":
                self._pair(path)
            else:
                self._note((*path, item), self.at)
                self._value((*path, item))
            item += 1
            self._skip()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
