"""From where to where a node reaches in the source: what must be known to change it as text.

Works on the characters of a document without entities of its own, by its mark-up alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tei_edition.xml.document import Document
from tei_edition.xml.edits import MARKUP, offset

Span = tuple[int, int]

_ATTRIBUTE = re.compile(r"""\s+([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass
class Element:
    """An element in the characters of a document: its start tag, and where its content ends.

    `end` is behind the end tag; of an element without one (``<lb/>``) it is `content[0]`, and
    `is_empty` is true. `texts` are the text nodes that lie directly in it.
    """

    start: int
    content: Span
    end: int
    is_empty: bool = False
    texts: list[Span] = field(default_factory=list)


def of_element(document: Document, element: etree._Element) -> Element | None:
    """Return where an element is; ``None`` where the source cannot tell."""
    text = document.source_text
    place = document.location(element)
    start = offset(text, place.line, place.column)
    if document.member or "<!ENTITY" in text or not text.startswith("<", start):
        return None
    tags = MARKUP.finditer(text, start)
    opening = next(tags)
    if opening[0].endswith("/>"):
        return Element(start, (opening.end(), opening.end()), opening.end(), is_empty=True)
    found = Element(start, (opening.end(), opening.end()), opening.end())
    for tag in _within(tags, found):
        found.content = (opening.end(), tag.start())
        found.end = tag.end()
    return found


def _within(tags: Iterator[re.Match[str]], element: Element) -> Iterator[re.Match[str]]:
    """Read up to the element's end tag, and yield it; note the text nodes on the way."""
    depth, begin = 1, element.content[0]
    for tag in tags:
        if tag[0].startswith("<![CDATA["):
            continue
        if depth == 1 and begin < tag.start():
            element.texts.append((begin, tag.start()))
        depth += _step(tag[0])
        begin = tag.end()
        if not depth:
            yield tag
            return


def _step(tag: str) -> int:
    if tag.startswith(("<!", "<?")) or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def of_attribute(document: Document, element: Element, name: str) -> Span | None:
    """Return where an attribute is in a start tag, with the blanks before it.

    `name` is the name as it is written, ``xml:id``.
    """
    for found in _ATTRIBUTE.finditer(document.source_text, element.start, element.content[0]):
        if found[1] == name:
            return found.span()
    return None
