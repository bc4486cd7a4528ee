"""Exact places in an XML text: where each start tag, attribute and piece of text begins.

lxml knows only the line on which a start tag *ends*, and no column. A second pass with expat
gives both; it is made only for files that have something to report.
"""

import re
from array import array
from xml.parsers import expat

_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')""")


class Positions:
    """The places of a well-formed document's elements, by their number in document order.

    Lines and columns are 1-based and count characters. `text` is the decoded source,
    `encoding` that of the data where it is not what they declare.
    """

    def __init__(self, data: bytes, text: str, encoding: str | None = None) -> None:
        self._data, self._encoding = data, encoding
        self._lines = text.split("\n")
        self._starts = _starts(data, encoding)
        self._texts: dict[tuple[int, int], tuple[int, int]] | None = None

    def of_element(self, number: int) -> tuple[int, int]:
        """Return line and column of the ``<`` of the element's start tag."""
        if 2 * number + 1 >= len(self._starts):
            return (1, 1)
        return (self._starts[2 * number], self._starts[2 * number + 1] + 1)

    def of_attribute(self, number: int, name: str) -> tuple[int, int]:
        """Return where an attribute begins, by its name as written; else the element's place."""
        line, column = self.of_element(number)
        tag = self._tag_at(line, column)
        for match in _ATTRIBUTE.finditer(tag):
            if match[1] == name:
                before = tag[: match.start()]
                newlines = before.count("\n")
                if not newlines:
                    return (line, column + len(before))
                return (line + newlines, len(before) - before.rfind("\n"))
        return (line, column)

    def of_text(self, number: int, children: int) -> tuple[int, int]:
        """Return where the first visible character directly in an element stands.

        `children` says how many child elements come before that text. Without such text, the
        element's own place.
        """
        if self._texts is None:
            self._texts = _texts(self._data, self._encoding)
        return self._texts.get((number, children), self.of_element(number))

    def _tag_at(self, line: int, column: int) -> str:
        """Return the start tag that begins at a place, as written."""
        lines = [self._lines[line - 1][column - 1 :]]
        while not _closed(lines) and line < len(self._lines):
            lines.append(self._lines[line])
            line += 1
        return "\n".join(lines)


def _closed(lines: list[str]) -> bool:
    """Say whether the tag ends in these lines: a ``>`` outside quotation marks."""
    return ">" in re.sub(r""""[^"]*"|'[^']*'""", "", "\n".join(lines))


def _starts(data: bytes, encoding: str | None) -> "array[int]":
    """Return line and column (0-based) of every start tag, one after the other."""
    places = array("l")
    parser = expat.ParserCreate(encoding)

    def start(_name: str, _attributes: object) -> None:
        places.append(parser.CurrentLineNumber)
        places.append(parser.CurrentColumnNumber)

    parser.StartElementHandler = start
    _run(parser, data)
    return places


def _texts(data: bytes, encoding: str | None) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the place of the first visible character of each text, by parent and child count."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    stack: list[list[int]] = []
    count = 0
    parser = expat.ParserCreate(encoding)

    def start(_name: str, _attributes: object) -> None:
        nonlocal count
        if stack:
            stack[-1][1] += 1
        stack.append([count, 0])
        count += 1

    def end(_name: str) -> None:
        stack.pop()

    def characters(text: str) -> None:
        if text.strip() and stack:
            blanks = len(text) - len(text.lstrip())
            place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1 + blanks)
            found.setdefault((stack[-1][0], stack[-1][1]), place)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    _run(parser, data)
    return found


def _run(parser: expat.XMLParserType, data: bytes) -> None:
    """Parse as far as expat can: it knows fewer encodings than lxml, which has read the file."""
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return
