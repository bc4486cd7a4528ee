"""Exact places in an XML text: where each start tag, attribute and piece of text begins.

lxml knows only the line on which a start tag *ends*, and no column. A second pass with expat
gives both; it is made only for files that have something to report.
"""

import re
from array import array
from xml.parsers import expat

from tei_edition.xml.lines import Lines

_TAG = re.compile(r"""<(?:[^"'>]++|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')""")


class Positions:
    """The places of a well-formed document's elements, by their number in document order.

    Lines and columns are 1-based and count characters. `text` is the decoded source,
    `encoding` that of the data where it is not what they declare.
    """

    def __init__(self, data: bytes, text: str, encoding: str | None = None) -> None:
        self._data, self._text, self._encoding = data, text, encoding
        self._lines = Lines(text)
        self._starts = _starts(data, encoding)
        self._texts: dict[tuple[int, int], tuple[int, int]] | None = None

    def of_element(self, number: int) -> tuple[int, int]:
        """Return line and column of the ``<`` of the element's start tag."""
        if 2 * number + 1 >= len(self._starts):
            return (1, 1)
        return (self._starts[2 * number], self._starts[2 * number + 1] + 1)

    def of_attribute(self, number: int, name: str) -> tuple[int, int]:
        """Return where an attribute begins, by its name as written; else the element's place."""
        place = self.of_element(number)
        start = self._lines.offset(*place)
        tag = _TAG.match(self._text, start)
        for match in _ATTRIBUTE.finditer(self._text, start, tag.end()) if tag else ():
            if match[1] == name:
                return self._lines.place(match.start())
        return place

    def of_text(self, number: int, children: int) -> tuple[int, int]:
        """Return where the first visible character directly in an element stands.

        `children` says how many child elements come before that text. Without such text, the
        element's own place.
        """
        if self._texts is None:
            self._texts = _texts(self._data, self._encoding)
        return self._texts.get((number, children), self.of_element(number))


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
