"""What the header says of a document as a whole: title, kind, languages, source, status.

Dates of the document are in `tei_edition.tei.chronology`, the correspondence in
`tei_edition.tei.correspondence`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from tei_edition.namespaces import NS, XML_LANG, tei
from tei_edition.tei.classify import FileKind
from tei_edition.tei.moments import Moment, parse
from tei_edition.tei.names import all_names, split_pointers
from tei_edition.tei.text import blocks, inline

_GENRE = re.compile(r"genre|kind|gattung|doctype|document-?type|texttype|tipo", re.IGNORECASE)
_BESIDE_TEXT = frozenset(map(tei, ("head", "back", "front")))
_ROOT_KINDS = frozenset(kind.value for kind in FileKind)


def found(element: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that an XPath finds, with the prefixes ``tei`` and ``xml``."""
    result = _compiled(path)(element)
    assert isinstance(result, list)
    return [e for e in result if isinstance(e, etree._Element)]


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NS)


def first_text(element: etree._Element, *paths: str) -> str:
    """Return the text of the first element found that has one, trying one path after another."""
    texts = (inline(e) for path in paths for e in found(element, path))
    return next((text for text in texts if text), "")


def title(root: etree._Element, fallback: str) -> str:
    """Return the title of a document: its own, not that of the series or of the whole edition."""
    written = first_text(
        root,
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main']",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@level = 'a']",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[not(@level = 's') and not(@type)]",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[not(@level = 's')]",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title",
        "tei:text//tei:head",
    )
    return written or fallback


def kind(root: etree._Element) -> str:
    """Return the genre's id: of ``catRef``, of TEI/@type; ``letter`` with correspDesc; the form.

    `tei_edition.indexing` finds the label in the edition's taxonomy.
    """
    references = found(root, "tei:teiHeader/tei:profileDesc/tei:textClass/tei:catRef[@target]")
    genre = [r for r in references if _GENRE.search(_local(r.get("scheme", "")))] or references
    for reference in genre:
        for pointer in split_pointers(reference.get("target", "")):
            return _local(pointer)
    declared = root.get("type", "").strip()
    if declared and declared.lower() not in _ROOT_KINDS:
        return declared
    if root.find(f".//{tei('correspDesc')}") is not None:
        return "letter"
    forms = found(root, "tei:teiHeader//tei:physDesc/tei:objectDesc[@form]")
    return forms[0].get("form", "").strip() if forms else ""


def categories(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the categories that a taxonomy declares, each with its label."""
    pairs = []
    for category in found(
        root, ".//tei:taxonomy//tei:category[@xml:id] | .//tei:taxonomy[@xml:id]"
    ):
        label = first_text(
            category,
            "tei:catDesc/tei:term",
            "tei:catDesc",
            "tei:desc",
            "tei:label",
            "tei:gloss",
            "tei:bibl",
        )
        pairs.append((category.xpath("string(@xml:id)"), label))
    return tuple((str(id), label) for id, label in pairs)


def language(element: etree._Element) -> str:
    """Return the language of an element: its own ``xml:lang`` or the nearest around it."""
    for node in (element, *element.iterancestors()):
        if node.get(XML_LANG):
            return node.get(XML_LANG, "").strip()
    texts = found(element, "tei:text[@xml:lang]")
    return texts[0].get(XML_LANG, "").strip() if texts else ""


def text_languages(root: etree._Element) -> tuple[str, ...]:
    """Return the languages of the original as far as the source's description has them."""
    described = []
    for node in found(root, "tei:teiHeader//tei:msDesc//tei:textLang"):
        described += [node.get("mainLang", ""), *node.get("otherLangs", "").split()]
    used = [
        n.get("ident", "")
        for n in found(root, "tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language")
    ]
    return _distinct(described) or _distinct(used)


def topics(root: etree._Element) -> tuple[str, ...]:
    """Return the keywords, without those that are names."""
    terms = found(root, "tei:teiHeader/tei:profileDesc/tei:textClass/tei:keywords//tei:term")
    return _distinct(inline(term) for term in terms if not any(True for _ in all_names(term)))


def repository(root: etree._Element) -> str:
    """Return who holds the original."""
    place = "tei:teiHeader//tei:msIdentifier/tei:"
    return first_text(root, place + "repository", place + "institution", place + "collection")


def summary(root: etree._Element) -> str:
    """Return the abstract, else the note on the correspondence, else the manuscript's summary."""
    for path in (
        "tei:teiHeader/tei:profileDesc/tei:abstract",
        "tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:note[not(@type)]",
        "tei:teiHeader//tei:msContents//tei:summary",
    ):
        text = "\n\n".join(filter(None, (blocks(node) for node in found(root, path))))
        if text:
            return text
    return ""


def status(root: etree._Element) -> str:
    """Return the status of the document: of revisionDesc, else of its newest change with one."""
    for revision in found(root, "tei:teiHeader/tei:revisionDesc[@status]"):
        return revision.get("status", "").strip()
    changes = found(root, "tei:teiHeader/tei:revisionDesc//tei:change[@status]")
    dated = sorted(changes, key=lambda c: c.get("when", ""))
    return dated[-1].get("status", "").strip() if dated else ""


def changed(root: etree._Element) -> str:
    """Return the day of the newest change, else the newest day of publication, else nothing.

    Only whole days count: a year says nothing about when a file was touched last.
    """
    for path in (
        "tei:teiHeader/tei:revisionDesc//tei:change",
        "tei:teiHeader/tei:fileDesc/tei:publicationStmt//tei:date",
        "tei:teiHeader/tei:fileDesc/tei:editionStmt//tei:date",
    ):
        days = [day for node in found(root, path) for day in _days(node)]
        if days:
            return max(days)
    return ""


def licence(root: etree._Element) -> str:
    """Return the licence's address, else its words."""
    place = "tei:teiHeader/tei:fileDesc/tei:publicationStmt//tei:availability"
    for node in found(root, f"{place}//tei:licence[@target]"):
        return split_pointers(node.get("target", ""))[0] if node.get("target", "").strip() else ""
    for node in found(root, f"{place}//tei:ref[@target]"):
        if "creativecommons.org" in node.get("target", ""):
            return node.get("target", "").strip()
    return first_text(root, f"{place}//tei:licence", place)


def former_ids(root: etree._Element) -> tuple[str, ...]:
    """Return the ids that the document had once, for redirects."""
    nodes = found(root, "tei:idno[@type = 'former'] | tei:teiHeader//tei:idno[@type = 'former']")
    return _distinct(inline(node) for node in nodes)


def editors(root: etree._Element) -> tuple[str, ...]:
    """Return the names of the editors, one for each person."""
    statement = "tei:teiHeader/tei:fileDesc/tei:titleStmt"
    nodes = found(root, f"{statement}/tei:editor")
    names: list[str] = []
    for node in nodes:
        several = found(node, "tei:persName | tei:name | tei:orgName")
        names += [inline(name) for name in several] or [inline(node)]
    return _distinct(names)


def publisher(root: etree._Element) -> str:
    """Return who publishes the file."""
    place = "tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:"
    return first_text(root, place + "publisher", place + "authority", place + "distributor")


def published(root: etree._Element) -> str:
    """Return when the file was first published: ``2024-05-01``, ``2024-05`` or ``2024``."""
    nodes = found(root, "tei:teiHeader/tei:fileDesc/tei:publicationStmt//tei:date")
    stated = [node.get("when", "").strip()[:10] for node in nodes]
    return min((v for v in stated if v and isinstance(parse(v), Moment)), default="")


def has_text(element: etree._Element) -> bool:
    """Say whether there is a text to read, beyond the remark that the edition only records one."""
    path = (
        "descendant-or-self::tei:text | self::tei:div"
        " | self::tei:TEI[not(tei:text)]/tei:sourceDoc//tei:line"
    )
    return any(
        _speaks(inner) and not any(map(_is_beside_text, (inner, *inner.iterancestors())))
        for text in found(element, path)
        for inner in text.iter(etree.Element)
    )


def _speaks(element: etree._Element) -> bool:
    """Say whether an element has words directly in it."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip(" \t\r\n") for text in texts)


def _is_beside_text(element: etree._Element) -> bool:
    return element.tag in _BESIDE_TEXT or (
        element.tag == tei("div") and element.get("type") == "record"
    )


def _local(pointer: str) -> str:
    """Return the id in a pointer: ``genre`` of ``kind:genre`` and of ``taxonomy.xml#genre``."""
    return pointer.rpartition("#")[2].rpartition(":")[2]


def _days(node: etree._Element) -> Iterator[str]:
    for name in ("when", "when-iso", "to", "notAfter"):
        moment = parse(node.get(name, "")) if node.get(name) else None
        if isinstance(moment, Moment) and moment.first and moment.first == moment.last:
            yield moment.first


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
