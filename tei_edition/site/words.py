"""Nothing is lost: the words of a document's source, counted against those of its page.

Knows TEI and the page's HTML, but no stylesheet: what may be missing is said here a second time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei.apart import notes_of
from tei_edition.tei.split import element_at
from tei_edition.tei.text import is_apart, local_name, own_text
from tei_edition.xml import Document

MOST = 50
"""So many missing words of a page are named."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEFT_OUT: dict[str, frozenset[str]] = {
    "what is said about the text; notes and abstract in it are shown": _names(
        "teiHeader standOff xenoData interp interpGrp spanGrp link linkGrp join joinGrp alt altGrp "
        "relation listRelation certainty precision respons fs fLib fvLib fDecl timeline when "
        "listChange substJoin listTranspose listPrefixDef annotation listAnnotation"
    ),
    "pictures of the pages and their regions": _names("facsimile sourceDoc binaryObject"),
    "terms for an index, and the place for one": _names("index divGen"),
    "entries of a register: they have pages of their own": _names(
        "person personGrp personage place org event nym object"
    ),
    "what an editor says of a gap: shown in brackets, in place of it": _names(
        "gap/desc space/desc"
    ),
    "sigla: witnesses are named as the list of witnesses names them": _names("wit"),
}
"""Elements whose words the text of a page need not have, by what they are."""

_LEFT_OUT = frozenset[str]().union(*LEFT_OUT.values())
_LEFT_OUT_TAGS = tuple(tei(name) for name in sorted(_LEFT_OUT) if "/" not in name)
_NOTE = tei("note")
_WORD = re.compile(r"\w+")


_SECTIONS = _names("document-abstract document-text document-remarks document-remark prose")
"""Classes of the elements in which a page has words of the source."""

_DOCUMENT = _names("document")
"""The class of the element that holds them, also where there is nothing to read."""

_ADDED = _names(
    "tei-added tei-editorial tei-noteref tei-appref tei-note-label tei-paragraph-link "
    "tei-line-number tei-item-number tei-app-lemma tei-wit tei-text-label tei-views tei-pb tei-cb "
    "tei-gb tei-milestone tei-person tei-personGrp tei-personage tei-place tei-org tei-event "
    "tei-nym tei-object"
)
"""Classes of what the interface adds: marks, numbers, labels, switches, register entries."""

_TITLE = etree.XPath(
    "//main[.//*[contains(concat(' ', @class, ' '), ' prose ')]]//h1//text()", smart_strings=False
)
"""What stands over a page of prose: it may be the head of the text, which is then not repeated."""

_STRINGS = etree.XPath(".//text()", smart_strings=False)
_PIECES = etree.XPath(".//text() | .//img/@alt", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Lost:
    """A word of the source that the page does not have, with the line in the file."""

    word: str
    line: int


def lost(document: Document, position: str, page: str) -> tuple[Lost, ...]:
    """Return the first words of a document that its page does not have, in the source's order.

    `position` is the XPath of the document's element in its file, `page` is HTML.
    """
    texts = list(_texts(document, position))
    pieces = list(_page_pieces(page))
    # The quick way, and the usual one: nothing is missing but what is always left out.
    if not _seem_lost(texts, pieces):
        return ()
    shown = _counted(pieces)
    missing: list[Lost] = []
    for text, element in _source_pieces(texts):
        for word in _WORD.findall(text):
            shown[word] -= 1
            if shown[word] < 0 and len(missing) < MOST:
                missing.append(Lost(word, document.location(element).line))
    return tuple(missing)


def _seem_lost(texts: list[etree._Element], shown: list[str]) -> bool:
    """Say whether words of some texts are not shown, without elements left out by their names.

    Pieces that the page has as the source has them are not taken apart.
    """
    pieces = Counter(chain.from_iterable(map(_STRINGS, texts)))
    pieces.subtract(chain.from_iterable(map(_STRINGS, _left_out(texts))))
    pieces.subtract(shown)
    words = Counter[str]()
    for piece, number in pieces.items():
        for word in _WORD.findall(piece) if number else ():
            words[word] += number
    return any(number > 0 for number in words.values())


def _left_out(texts: list[etree._Element]) -> set[etree._Element]:
    """Return the outermost elements whose words are left out by their names."""
    found: set[etree._Element] = set()
    for text in texts:
        for element in text.iterdescendants(*_LEFT_OUT_TAGS):
            if found.isdisjoint(element.iterancestors()):
                found.add(element)
    return found


def source_words(document: Document, position: str) -> Counter[str]:
    """Return how often each word stands in a document, without what may be left out."""
    return _counted(text for text, _ in _source_pieces(_texts(document, position)))


def page_words(page: str) -> Counter[str]:
    """Return how often each word stands on a page, without what the interface adds."""
    return _counted(_page_pieces(page))


def _counted(pieces: Iterable[str]) -> Counter[str]:
    return Counter(_WORD.findall("\n".join(pieces)))


def _texts(document: Document, position: str) -> Iterator[etree._Element]:
    """Yield the elements that a page must show of a document."""
    element = element_at(document.root, position)
    if local_name(element) not in ("TEI", "teiCorpus"):
        yield element
        yield from notes_of(element)
        return
    header = tei("teiHeader")
    yield from element.iterfind(f"{header}//{tei('abstract')}")
    for parent in ("notesStmt", "correspDesc"):
        yield from element.iterfind(f"{header}//{tei(parent)}/{_NOTE}")
    texts = [e for e in element.iter(tei("text")) if not _is_within(e, "text")]
    yield from texts or element.iter(tei("sourceDoc"))
    for apart in element.iter(tei("standOff")):
        yield from (e for e in apart.iter(_NOTE) if not _is_within(e, "note", "person", "place"))


def _is_within(element: etree._Element, *names: str) -> bool:
    return next(element.iterancestors(*map(tei, names)), None) is not None


def _source_pieces(
    texts: Iterable[etree._Element],
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the pieces of text between tags, each with the element that it stands in or after.

    Comments and what is left out do not part a piece: on the page, it is one.
    """
    for text in texts:
        pieces: list[str] = []
        for piece, element in _walk(text):
            if piece is not None:
                pieces.append(piece)
            else:
                yield "".join(pieces), element
                pieces = []


def _walk(element: etree._Element) -> Iterator[tuple[str | None, etree._Element]]:
    """Yield pieces of text, and ``None`` for each tag."""
    yield element.text or "", element
    for child in element:
        if isinstance(child.tag, str) and not _is_left_out(child):
            yield None, element
            yield from _walk(child)
        yield child.tail or "", child
    yield None, element


def _is_left_out(element: etree._Element) -> bool:
    """Say whether the words of an element need not be on the page of its document."""
    name, parent = local_name(element), element.getparent()
    around = local_name(parent) if parent is not None else ""
    if name in _LEFT_OUT or f"{around}/{name}" in _LEFT_OUT:
        return True
    if name == "hi":
        return _is_number_of_note(element)
    if name == "ref":
        return _is_label_of_note(element)
    if name in ("lem", "rdg"):
        return _is_in_the_text(element)
    if name == "list":
        # The home page shows them as the list of documents does.
        return element.get("type") == "highlights"
    # The words of a span with ends are an editor's, about others.
    return name == "span" and (element.get("from") or element.get("target")) is not None


def _is_number_of_note(element: etree._Element) -> bool:
    """Say whether an element is the number that the source writes before a note's own words."""
    note = next(element.iterancestors(_NOTE), None)
    number = own_text(element)
    if note is None or not (number.isdigit() or number == note.get("n")):
        return False
    return own_text(note).startswith(number) and next(note.iter(tei("hi"))) is element


def _is_label_of_note(reference: etree._Element) -> bool:
    """Say whether a reference is the number of a note in the same file: "1", "(a)"."""
    target, text = (reference.get("target") or "").strip(), own_text(reference)
    if not target.startswith("#") or (len(text) > 3 and any(map(str.isalpha, text))):
        return False
    notes = reference.getroottree().getroot().iter(_NOTE)
    return any(note.get(XML_ID) in target.replace("#", "").split() for note in notes)


def _is_in_the_text(reading: etree._Element) -> bool:
    """Say whether a lemma stands apart from the text that has it, or a reading agrees with one."""
    if local_name(reading) == "lem":
        return is_apart(reading.getparent())
    return _agrees(reading)


def _agrees(reading: etree._Element) -> bool:
    """Say whether a reading has the words of the lemma, beside which its witnesses are named."""
    app = next(reading.iterancestors(tei("app")), None)
    if app is None:
        return False
    lemma = next(app.iter(tei("lem")), next(app.iter(tei("rdg"))))
    return lemma is not reading and own_text(lemma) == own_text(reading)


def _page_pieces(page: str) -> Iterator[str]:
    """Yield the pieces of text between tags that stand for the source's on a page."""
    tree = etree.fromstring(page, etree.HTMLParser())
    yield from _TITLE(tree)
    parts = [e for e in tree.iter("section", "div", "article") if _is_of(e, _SECTIONS)]
    if not parts and not any(_is_of(e, _DOCUMENT) for e in tree.iter("article")):
        parts = [tree]  # A page that a customisation has made in a way of its own.
    for part in parts:
        for added in [e for e in part.iterdescendants("*") if _is_added(e)]:
            _remove(added)
        yield from _PIECES(part)


def _is_of(element: etree._Element, classes: frozenset[str]) -> bool:
    return not classes.isdisjoint(element.get("class", "").split())


def _is_added(element: etree._Element) -> bool:
    """Say whether an element of a page is a heading or other word of the interface."""
    if element.tag == "h1" or _is_of(element, _ADDED):
        return True
    return element.tag == "h2" and element.get("id", "").startswith("document-")


def _remove(element: etree._Element) -> None:
    """Take an element out of its parent, and leave what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = f"\n{element.tail or ''}"
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
