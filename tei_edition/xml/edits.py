"""Text edits: making them from places in a document, and carrying them out on a file's bytes.

What an edit does not touch stays as it is, to the byte: encoding, byte order mark, line ends.
"""

import codecs
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

from tei_edition.diagnostics import Edit, Fix, Location
from tei_edition.xml.document import Document
from tei_edition.xml.encodings import DECLARED, misdeclared
from tei_edition.xml.lines import Lines

_ATTRIBUTE = re.compile(r"""[^\s=<>/"']+\s*=\s*("[^"<]*"|'[^'<]*')""")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKUP = re.compile(
    r"""<!--.*?--> | <\?.*?\?> | <!\[CDATA\[.*?\]\]>
    | <!DOCTYPE (?:"[^"]*"|'[^']*'|[^\[>"'])*+
      (?:\[ (?:(?><!--.*?-->)|(?><\?.*?\?>)|"[^"]*"|'[^']*'|[^\]"'])*+ \]\s*)? >
    | <(?:"[^"]*"|'[^']*'|[^"'>])*+>""",
    re.DOTALL | re.VERBOSE,
)


def between(text: str, start: int, end: int, new: str) -> Edit:
    """Return the edit that puts `new` in place of ``text[start:end]`` of a document's text."""
    place = _lines(text).place
    return Edit(*place(start), *place(end), new)


def offset(text: str, line: int, column: int) -> int:
    """Return the number of the character of a document's text that stands at a place."""
    return _lines(text).offset(line, column)


def value_edit(document: Document, place: Location, value: str, new: str) -> Edit | None:
    """Return the edit that changes an attribute's value, by the place of the attribute.

    ``None`` where that value is not what stands there, for example because it comes from a DTD.
    """
    text = document.source_text
    written = _ATTRIBUTE.match(text, offset(text, place.line, place.column))
    if written is None:
        return None
    quote, raw = written[1][0], written[1][1:-1]
    if unescape(re.sub(r"[\n\t]", " ", raw)) != value:
        return None
    escaped = new.replace("&", "&amp;").replace("<", "&lt;").replace(quote, f"&#{ord(quote)};")
    return between(text, written.start(1) + 1, written.end(1) - 1, escaped)


def in_text(document: Document, changes: Sequence[tuple[int, int, str]]) -> tuple[Edit, ...]:
    """Return the edits for those changes that lie in the text of elements, mark-up apart.

    A change is where it begins and ends in the document's characters, and the new text.
    """
    text = document.source_text
    markup = iter(MARKUP.finditer(text))
    tag = next(markup, None)
    edits = []
    for start, end, new in sorted(changes):
        while tag and tag.end() <= start:
            tag = next(markup, None)
        if not tag or end <= tag.start():
            edits.append(between(text, start, end, new))
    return tuple(edits)


def compatible(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the repairs of one file that can be made together; the first of two wins."""
    taken: list[Edit] = []
    kept: list[Fix] = []
    for fix in fixes:
        if not any(_overlap(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
            kept.append(fix)
    return tuple(kept)


def carry_out(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with edits that do not overlap.

    Raises `ValueError` where the bytes are not in the encoding that they declare.
    """
    mark, encoding = _encoding(data)
    text = characters(data)
    if mark + text.encode(encoding) != data:
        raise ValueError(f"the file cannot be written in {encoding} as it was")
    ends = [*_LINE_END.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    newline = ends[0][0] if ends else "\n"
    for edit in sorted(edits, reverse=True):
        start = starts[edit.line - 1] + edit.column - 1
        end = starts[edit.end_line - 1] + edit.end_column - 1
        text = text[:start] + edit.text.replace("\n", newline) + text[end:]
    return mark + text.encode(encoding, "xmlcharrefreplace")


def characters(data: bytes) -> str:
    """Return a file's text with its line ends as they are.

    Raises `ValueError` where the bytes are not in the encoding that they declare.
    """
    mark, encoding = _encoding(data)
    try:
        return data[len(mark) :].decode(encoding)
    except LookupError as error:
        raise ValueError(f'the encoding "{encoding}" is not known') from error


_lines = lru_cache(maxsize=1)(Lines)


def _overlap(one: Edit, other: Edit) -> bool:
    """Say whether two edits change the same characters, or insert at the same place."""
    start, end = (one.line, one.column), (one.end_line, one.end_column)
    begin, finish = (other.line, other.column), (other.end_line, other.end_column)
    return start == begin or (start < finish and begin < end)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return a file's byte order mark and the name of its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    if data.startswith((b"<\0?", b"\0<\0?")):
        return b"", "utf-16-le" if data[0] else "utf-16-be"
    declared = None if misdeclared(data) else DECLARED.match(data)
    return b"", declared["name"].decode() if declared else "utf-8"
