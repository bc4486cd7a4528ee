"""The plain reading text of an element or a document, as a reader would copy it out.

Of alternatives one is taken (expanded, corrected, regularised, the lemma), what is struck out is
left away, words broken at a line's end are joined, notes stand apart. Makes no HTML and keeps
nothing that a search should not find.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from tei_edition.namespaces import TEI


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Marks that no XML document can hold stand for breaks until the text is put together.
_JOIN, _LINE_END, _PARAGRAPH, _LINE, _CELL = "\x00", "\x01", "\x02", "\x03", "\x04"

_SILENT = _words(
    "note noteGrp del fw metamark witDetail wit certainty precision respons index interp "
    "interpGrp figDesc graphic media listAnnotation teiHeader standOff facsimile sourceDoc "
    "rt rp spanGrp linkGrp link join timeline"
)
_BLOCKS = _words(
    "p ab head div div1 div2 div3 div4 div5 div6 div7 lg list table opener closer dateline "
    "salute signed postscript trailer byline argument epigraph docTitle titlePart "
    "titlePage docAuthor docDate docImprint floatingText sp speaker stage address figure "
    "group text body front back listBibl listPerson listPlace listOrg listEvent person "
    "place org event msDesc castList castItem epilogue prologue performance set abstract"
)
_LINES = _words("l item row addrLine label bibl")
_MILESTONES = _words("lb pb cb gb milestone")
_PREFERRED = ("expan", "corr", "reg", "supplied", "unclear", "seg")
_STANDS_FOR = {"gap": "[…]", "space": " "}
_HYPHENS = "-‐¬⸗\u00ad"

_JOINED = re.compile(rf"[{_HYPHENS}=]?[\s{_LINE_END}]*{_JOIN}[\s{_LINE_END}{_JOIN}]*")
_BROKEN = re.compile(rf"(?<=[^\W\d_])[{_HYPHENS}]\s*{_LINE_END}[\s{_LINE_END}]*(?=([^\W\d_]))")


def inline(element: etree._Element) -> str:
    """Return the reading text of an element on one line."""
    return " ".join(_mended("".join(_content(element))).translate(_TO_BLANKS).split())


def blocks(element: etree._Element) -> str:
    """Return the reading text of an element, a blank line between its blocks."""
    text = re.sub(r"[ \t\r\n]+", " ", _mended("".join(_content(element))))
    paragraphs = []
    for paragraph in text.split(_PARAGRAPH):
        lines = [_cells(line) for line in paragraph.split(_LINE)]
        kept = [line for line in lines if line]
        if kept:
            paragraphs.append("\n".join(kept))
    return "\n\n".join(paragraphs)


def notes(element: etree._Element) -> tuple[str, ...]:
    """Return the text of the notes in an element, outermost first, in document order."""
    found = (inline(note) for note in element.iter(f"{{{TEI}}}note") if not _inside_note(note))
    return tuple(text for text in found if text)


def copy(
    title: str,
    summary: str,
    element: etree._Element,
    further: Sequence[etree._Element] = (),
) -> str:
    """Return the text file of a document: title, summary, text, and the notes after a rule.

    `element` is the document's element: ``TEI``, ``text`` or a ``div``; `further` are notes to it
    that stand elsewhere.
    """
    texts = _texts(element)
    parts = [title, summary, *(blocks(text) for text in texts)]
    remarks = [note for text in (*texts, *further) for note in notes(text)]
    if remarks:
        parts += ["* * *", *remarks]
    return "\n\n".join(part for part in parts if part) + "\n"


def own_text(element: etree._Element) -> str:
    """Return all characters of an element on one line, alternatives, notes and all."""
    return " ".join("".join(element.itertext(etree.Element)).split())


def _texts(element: etree._Element) -> list[etree._Element]:
    """Return the texts of a document: the outermost ``text`` elements, or the element itself."""
    name = local_name(element)
    if name not in ("TEI", "teiCorpus"):
        return [element]
    return [child for child in element if local_name(child) == "text"]


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _inside_note(note: etree._Element) -> bool:
    return next(note.iterancestors(f"{{{TEI}}}note"), None) is not None


def _content(element: etree._Element) -> Iterator[str]:
    """Yield the pieces of an element's text, with marks where something breaks."""
    if element.text:
        yield element.text
    for child in element:
        yield from _child(child)
        if child.tail:
            yield child.tail


def _child(element: etree._Element) -> Iterator[str]:
    name = local_name(element)
    if not name:
        return
    if name in _MILESTONES:
        yield _JOIN if element.get("break") == "no" else _LINE_END
    elif name in _STANDS_FOR:
        yield _STANDS_FOR[name]
    elif name in ("choice", "app"):
        chosen = _chosen(element)
        if chosen is not None:
            yield from _content(chosen)
    elif name not in _SILENT:
        yield from _framed(element, name)


def _framed(element: etree._Element, name: str) -> Iterator[str]:
    """Yield an element's pieces between the marks of a block, a line or a cell."""
    if name in _BLOCKS:
        mark = _PARAGRAPH
    elif name in _LINES:
        mark = _LINE
    else:
        mark = _CELL if name == "cell" else ""
    if mark:
        yield mark
    yield from _content(element)
    if mark:
        yield mark


def _chosen(element: etree._Element) -> etree._Element | None:
    """Return the alternative that a reader wants, or ``None`` for an empty choice."""
    children = [child for child in element if local_name(child)]
    names = ("lem",) if local_name(element) == "app" else _PREFERRED
    for name in names:
        for child in children:
            if local_name(child) == name:
                return child
    spoken = [child for child in children if local_name(child) not in _SILENT]
    return spoken[0] if spoken else None


def _mended(text: str) -> str:
    """Join broken words and turn the other line ends into blanks."""
    text = _JOINED.sub("", text)
    # Before a capital the hyphen belongs to the word: Schleswig-Holstein.
    text = _BROKEN.sub(lambda match: "" if match[1].islower() else "-", text)
    return text.replace(_LINE_END, " ").replace("\u00ad", "")


def _cells(line: str) -> str:
    cells = [" ".join(cell.split()) for cell in line.split(_CELL)]
    return "\t".join(cell for cell in cells if cell)


_TO_BLANKS = {ord(mark): " " for mark in (_PARAGRAPH, _LINE, _CELL)}
