"""Files that hold several documents: where each begins.

A ``teiCorpus`` holds one in each ``TEI``, a ``group`` one in each ``text``, and an edition in one
file one in each ``div`` that calls itself a letter. A text with its translation is one document.
"""

from dataclasses import dataclass

from lxml import etree

from tei_edition.config import LettersSection
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei import configured, descriptions
from tei_edition.tei.classify import DIVISIONS, holds_others, is_letter_division
from tei_edition.tei.configured import NO_RULES
from tei_edition.tei.text import local_name

_SAME_LETTER = frozenset(["source", "original", "translation", "transcription", "normalized"])


@dataclass(frozen=True)
class Part:
    """One document in a file.

    `tei` is the ``TEI`` element with the header that applies, `element` what holds the document.
    `position` is the XPath of `element`, empty where the file is the document. `part` is what the
    document adds to the file's id: an ``xml:id``, ``@n`` or ordinal.
    """

    tei: etree._Element
    element: etree._Element
    position: str = ""
    part: str = ""

    @property
    def whole(self) -> bool:
        """Say whether the document is a whole ``TEI`` element."""
        return self.element is self.tei


def parts(root: etree._Element, rules: LettersSection = NO_RULES) -> tuple[Part, ...]:
    """Return the documents in a ``TEI`` element, in order: itself, where it is one.

    The edition's own rule of what a letter is goes before what the element's content says.
    """
    found = _within_text(configured.letters_in(root, rules)) if rules.letter else _by_content(root)
    if len(found) < 2:
        return (Part(root, root),)
    tree = root.getroottree()
    names = part_names(_labels(found))
    return tuple(
        Part(root, element, tree.getpath(element), name)
        for element, name in zip(found, names, strict=True)
    )


def members(corpus: etree._Element) -> tuple[Part, ...]:
    """Return the ``TEI`` elements of a corpus, nested corpora included, each as one part.

    A ``TEI`` element that holds others is a corpus itself.
    """
    found = [e for e in corpus.iter(tei("TEI")) if not holds_others(e)]
    tree = corpus.getroottree()
    names = part_names(_labels(found))
    return tuple(
        Part(element, element, tree.getpath(element), name)
        for element, name in zip(found, names, strict=True)
    )


def element_at(root: etree._Element, position: str) -> etree._Element:
    """Return the element that a document's `position` leads to; the root where it is empty."""
    if not position:
        return root
    found = root.getroottree().xpath(position)
    assert isinstance(found, list)
    return next((e for e in found if isinstance(e, etree._Element)), root)


def _by_content(root: etree._Element) -> list[etree._Element]:
    """Return the texts or divisions that are letters, unless the header describes others."""
    found = _texts(root) or _divisions(root)
    number = sum(1 for _ in root.iter(tei("correspDesc")))
    if number in (0, len(found)) or sum(map(bool, descriptions.linked(root, found))) > 1:
        return found
    return []


def _within_text(found: list[etree._Element]) -> list[etree._Element]:
    """Return the outermost elements that are a text or stand in one."""
    chosen = set(found)
    return [
        element
        for element in found
        if next(element.iterancestors(tei("TEI")), None) is not None
        and next(element.iterancestors(tei("teiHeader")), None) is None
        and not any(ancestor in chosen for ancestor in element.iterancestors())
    ]


def _texts(root: etree._Element) -> list[etree._Element]:
    """Return the letters of a ``group``, or of a text made of texts that are not versions."""
    found = [
        text
        for text in root.iter(tei("text"))
        if local_name(_parent(text)) in ("group", "text") and text.find(tei("group")) is None
    ]
    inner = [text for text in found if not any(o in found for o in text.iterancestors(tei("text")))]
    if any(text.get("type", "").lower() in _SAME_LETTER for text in inner):
        return []
    ids = {descriptions.pointer_to(text) for text in inner}
    versions = any(v in ids for text in inner for v in descriptions.pointers(text, ["corresp"]))
    return [] if versions else inner


def _divisions(root: etree._Element) -> list[etree._Element]:
    """Return the outermost divisions that call themselves letters."""
    found = [div for div in root.iter(*DIVISIONS) if is_letter_division(div)]
    chosen = set(found)
    return [div for div in found if not any(a in chosen for a in div.iterancestors(*DIVISIONS))]


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _labels(elements: list[etree._Element]) -> list[str]:
    return [(e.get(XML_ID) or e.get("n") or "").strip() for e in elements]


def part_names(wanted: list[str]) -> list[str]:
    """Name each part by its label (``xml:id``, else ``@n``), else its number; all different."""
    own = {name for name in wanted if name and wanted.count(name) == 1}
    taken = set(own)
    names = []
    for number, name in enumerate(wanted, 1):
        names.append(name if name in own else _free(str(number), taken))
        taken.add(names[-1])
    return names


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"{name}_"
    return name
