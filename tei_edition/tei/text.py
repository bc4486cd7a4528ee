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
    "rt rp spanGrp linkGrp link join timeline binaryObject"
)
_BLOCKS = _words(
    "p ab head div div1 div2 div3 div4 div5 div6 div7 lg list table opener closer dateline "
    "salute signed postscript trailer byline argument epigraph docTitle titlePart "
    "titlePage docAuthor docDate docImprint floatingText sp speaker stage address figure "
    "group text body front back listBibl listPerson listPlace listOrg listEvent person "
    "place org event msDesc castList castItem epilogue prologue performance set abstract surface "
    "surfaceGrp zone"
)
_LINES = _words("l line item row addrLine headLabel headItem biblStruct")
_LINES_IN_LISTS = _words("label bibl")
_MILESTONES = _words("lb pb cb gb milestone")
_PREFERRED = ("expan", "corr", "reg", "supplied", "unclear", "seg")
_STANDS_FOR = {"gap": "[…]", "space": " "}
_HYPHENS = "-‐¬⸗\u00ad"

_JOINED = re.compile(rf"[{_HYPHENS}=]?[\s{_LINE_END}]*{_JOIN}[\s{_LINE_END}{_JOIN}]*")
_BROKEN = re.compile(rf"(?<=[^\W\d_])[{_HYPHENS}]\s*{_LINE_END}[\s{_LINE_END}]*(?=([^\W\d_]))")


def inline(element: etree._Element) -> str:
    """Return the reading text of an element on one line."""
    return " ".join(_mended(_content(element)).translate(_TO_BLANKS).split())


def blocks(element: etree._Element) -> str:
    """Return the reading text of an element, a blank line between its blocks."""
    paragraphs = []
    for paragraph in _mended(_content(element)).split(_PARAGRAPH):
        lines = [_cells(line) for line in paragraph.split(_LINE)]
        kept = [line for line in lines if line]
        if kept:
            paragraphs.append("\n".join(kept))
    return "\n\n".join(paragraphs)


def notes(element: etree._Element) -> tuple[str, ...]:
    """Return the text of the notes in an element, each without those in it, in document order."""
    found = (inline(note) for note in element.iter(f"{{{TEI}}}note"))
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
    remarks = [note for text in (*texts, *further, *_standing_off(element)) for note in notes(text)]
    if remarks:
        parts += ["* * *", *remarks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _standing_off(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the notes of a document's ``standOff`` that belong to no register."""
    for apart in element.iterchildren(f"{{{TEI}}}standOff"):
        for note in apart.iter(f"{{{TEI}}}note"):
            around = {local_name(ancestor) for ancestor in note.iterancestors()}
            if not around & {"note", "person", "place", "org", "event", "bibl", "relation"}:
                yield note


def own_text(element: etree._Element) -> str:
    """Return all characters of an element on one line, alternatives, notes and all."""
    return " ".join("".join(element.itertext(etree.Element)).split())


def _texts(element: etree._Element) -> list[etree._Element]:
    """Return the texts of a document: those of a ``TEI`` element, or the element itself.

    Where nothing but the writing on the pages is transcribed, that is the text (``sourceDoc``).
    """
    name = local_name(element)
    if name not in ("TEI", "teiCorpus"):
        return [element]
    texts = [child for child in element if local_name(child) == "text"]
    return texts or [child for child in element if local_name(child) == "sourceDoc"]


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_apart(app: etree._Element | None) -> bool:
    """Say whether an entry of the apparatus stands apart from its text, whose words it repeats.

    TEI Guidelines, 13.2: in a ``listApp``, or with a pointer to its place.
    """
    if app is None or local_name(app) != "app":
        return False
    parent = app.getparent()
    listed = parent is not None and local_name(parent) == "listApp"
    return listed or any(app.get(name) for name in ("from", "to", "loc"))


def _content(element: etree._Element) -> str:
    """Return an element's text, with marks where something breaks."""
    if not len(element):
        return element.text or ""
    pieces = [element.text or ""]
    for child in element:
        pieces += (_child(child), child.tail or "")
    return "".join(pieces)


def _child(element: etree._Element) -> str:
    name = local_name(element)
    if name in _MILESTONES:
        return _JOIN if _joins(element) else _LINE_END
    if name in _STANDS_FOR:
        return _STANDS_FOR[name]
    if name in ("choice", "app"):
        chosen = None if is_apart(element) else _chosen(element)
        return "" if chosen is None else _content(chosen)
    return _framed(element, name) if name and name not in _SILENT else ""


def _joins(milestone: etree._Element) -> bool:
    """Say whether a milestone stands in the middle of a word."""
    parent = milestone.getparent()
    in_word = parent is not None and local_name(parent) == "w" and milestone.get("break") is None
    return in_word or milestone.get("break") == "no"


def _is_listed(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is None or local_name(parent) in ("list", "listBibl", "postscript")


def _framed(element: etree._Element, name: str) -> str:
    """Return an element's text between the marks of a block, a line or a cell."""
    if name in _BLOCKS:
        mark = _PARAGRAPH
    elif name in _LINES or (name in _LINES_IN_LISTS and _is_listed(element)):
        mark = _LINE
    else:
        mark = _CELL if name == "cell" else ""
    return mark + _content(element) + mark


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
    if _JOIN in text:
        text = _JOINED.sub("", text)
    if _LINE_END in text:
        # Before a capital the hyphen belongs to the word: Schleswig-Holstein.
        text = _BROKEN.sub(lambda match: "" if match[1].islower() else "-", text)
    if _UNSPACED_LETTER.search(text):
        text = _UNSPACED.sub("", text)
    return text.replace(_LINE_END, " ").replace("\u00ad", "")


def _cells(line: str) -> str:
    cells = [" ".join(cell.split()) for cell in line.split(_CELL)]
    return "\t".join(cell for cell in cells if cell)


_SCRIPTS = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\U00020000-\U0003ffff"
)
"""Scripts without blanks between words: Chinese, Japanese, Thai, Lao, Tibetan, Burmese, Khmer."""

_UNSPACED_LETTER = re.compile(f"[{_SCRIPTS}]")
_UNSPACED = re.compile(rf"(?<=[{_SCRIPTS}])[ \t]*[\n{_LINE_END}][\s{_LINE_END}]*(?=[{_SCRIPTS}])")
"""A line's end between two of their letters, which is none of the text."""

_TO_BLANKS = {ord(mark): " " for mark in (_PARAGRAPH, _LINE, _CELL)}
