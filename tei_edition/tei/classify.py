"""What a TEI file is, told by its content: a document, a register, a page, or nothing of use.

Never by its name or folder. Where ``TEI/@type`` says document, register or page, that decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from tei_edition.namespaces import TEI, tei
from tei_edition.tei.text import local_name


class FileKind(StrEnum):
    """What the toolkit makes of a file."""

    CORPUS = "corpus"
    DOCUMENT = "document"
    REGISTER = "register"
    PAGE = "page"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Classification:
    """The kind of a file, and the reason: what decided, or why it cannot be used."""

    kind: FileKind
    reason: str


ENTRY_LISTS = {
    "person": "listPerson",
    "personGrp": "listPerson",
    "persona": "listPerson",
    "place": "listPlace",
    "org": "listOrg",
    "bibl": "listBibl",
    "biblStruct": "listBibl",
    "biblFull": "listBibl",
    "event": "listEvent",
}
"""The elements that are entries of a register, with the list that they stand in."""

LETTER_WORDS = frozenset(
    [
        "letter",
        "letters",
        "brief",
        "lettre",
        "lettera",
        "carta",
        "epistola",
        "historical-document",
    ]
)
"""What ``div/@type`` and ``@subtype`` call a letter or another single document in practice."""

DIVISIONS = (tei("div"), *(tei(f"div{level}") for level in range(1, 8)))
"""Divisions of a text, also those that say how deep they are."""

_SIGNS_OF_A_DOCUMENT = (
    ("correspDesc", "it has a correspDesc"),
    ("msDesc", "its header describes a manuscript"),
    ("witness", "its header lists witnesses"),
    ("particDesc", "its header names participants"),
    ("setting", "its header describes a setting"),
    ("graphic", "it has a facsimile"),
    ("sourceDoc", "it has a facsimile"),
    ("pb", "its text has page breaks"),
    ("app", "its text has a critical apparatus"),
    ("opener", "its text opens as a letter does"),
    ("group", "it is a group of texts"),
)
_PROSE = tuple(tei(name) for name in ("p", "ab", "l", "sp", "table", "list"))
_REGISTER_PARTS = frozenset(ENTRY_LISTS) | frozenset(ENTRY_LISTS.values()) | {"listRelation"}


def classify(root: etree._Element) -> Classification:
    """Say what a file is, from its root element."""
    wrong = _not_tei(root)
    if wrong:
        return Classification(FileKind.UNUSED, wrong)
    if local_name(root) == "teiCorpus":
        return Classification(FileKind.CORPUS, "its root is teiCorpus")
    if holds_others(root):
        return Classification(FileKind.CORPUS, "it holds other TEI elements")
    declared = root.get("type", "").strip().lower()
    if declared in ("document", "register", "page"):
        return Classification(FileKind(declared), f'TEI/@type is "{declared}"')
    return _by_content(root)


def holds_others(element: etree._Element) -> bool:
    """Say whether a ``TEI`` element holds others, which TEI allows beside ``teiCorpus``."""
    return element.find(f".//{tei('TEI')}") is not None


def is_letter_division(element: etree._Element) -> bool:
    """Say whether a ``div`` calls itself a letter."""
    types = (element.get("type", ""), element.get("subtype", ""))
    return any(word.strip().lower() in LETTER_WORDS for word in types)


OUT_OF_NAMESPACE = "its root element is not in the TEI namespace"
"""How the reason begins why a file is of no use that would be TEI in another namespace."""


def _not_tei(root: etree._Element) -> str:
    """Return why a root is not one of TEI, or nothing."""
    name = etree.QName(root)
    if name.localname not in ("TEI", "teiCorpus"):
        return f"its root element is {name.localname}, not TEI or teiCorpus"
    if name.namespace != TEI:
        said = f'"{name.namespace}"' if name.namespace else "none"
        return f'{OUT_OF_NAMESPACE} "{TEI}" (it has {said})'
    return ""


def _by_content(root: etree._Element) -> Classification:
    if root.find(f".//{tei('correspDesc')}") is not None:
        return Classification(FileKind.DOCUMENT, "it has a correspDesc")
    prose = _has_prose(root)
    if not prose and _has_entries(root):
        return Classification(FileKind.REGISTER, "it lists entries and has no text of its own")
    if not prose and root.find(f".//{tei('taxonomy')}//{tei('category')}") is not None:
        return Classification(FileKind.REGISTER, "it declares categories and has no text")
    return _by_signs(root, prose)


def _by_signs(root: etree._Element, prose: bool) -> Classification:
    """Tell a document, which has a source, from a page, which is the editors' own prose."""
    for name, reason in _SIGNS_OF_A_DOCUMENT:
        if root.find(f".//{tei(name)}") is not None:
            return Classification(FileKind.DOCUMENT, reason)
    if any(is_letter_division(div) for div in root.iter(*DIVISIONS)):
        return Classification(FileKind.DOCUMENT, "its text has a letter")
    if root.find(f".//{tei('creation')}/{tei('date')}") is not None:
        return Classification(FileKind.DOCUMENT, "its header dates its creation")
    if prose:
        return Classification(FileKind.PAGE, "it is prose without a source")
    return Classification(FileKind.UNUSED, "it has no text, no entries and no letter")


def _has_entries(root: etree._Element) -> bool:
    """Say whether anything outside the header is an entry of a register."""
    parts = [child for child in root if local_name(child) in ("standOff", "text")]
    return any(is_entry(e) for part in parts for e in part.iter(etree.Element))


def is_entry(element: etree._Element) -> bool:
    """Say whether an element is an entry: in its list, and with something to point at."""
    name = local_name(element)
    if name not in ENTRY_LISTS:
        return False
    parent = element.getparent()
    while parent is not None and local_name(parent) == name:
        parent = parent.getparent()
    if parent is None or local_name(parent) != ENTRY_LISTS[name]:
        return False
    outer = parent.getparent()
    return outer is None or local_name(outer) not in ENTRY_LISTS


def _has_prose(root: etree._Element) -> bool:
    """Say whether the text has anything to read outside the lists of a register."""
    for text in root.iterchildren(tei("text")):
        for block in text.iter(*_PROSE):
            if _spoken(block) and not _in_register(block):
                return True
    return False


def _spoken(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext(etree.Element))


def _in_register(element: etree._Element) -> bool:
    return any(local_name(ancestor) in _REGISTER_PARTS for ancestor in element.iterancestors())
