"""The records of one file, put together from what the other modules read."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tei_edition.config import LettersSection
from tei_edition.diagnostics import Location
from tei_edition.model import DateRange, DocumentRecord, FileRecords, Letter, PageRecord
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei import (
    apart,
    chronology,
    correspondence,
    descriptions,
    facsimiles,
    header,
    mentions,
    pointers,
    registers,
    split,
)
from tei_edition.tei.classify import Classification, FileKind, classify, holds_others
from tei_edition.tei.configured import NO_RULES, completed, has_letters, title
from tei_edition.tei.split import Part
from tei_edition.tei.strays import with_namespace
from tei_edition.tei.text import local_name, own_text
from tei_edition.xml import Document


def read(document: Document, rules: LettersSection = NO_RULES) -> FileRecords:
    """Return all that one file gives. Never raises for what stands in it.

    `rules` are the edition's own, from its configuration.

    Ids in the records are provisional: empty where the document is its file, else what the part
    adds to the file's (``.3``). `tei_edition.indexing` makes the real ones.
    """
    document = with_namespace(document)
    root = document.root
    found = _classified(root, rules)
    if found.kind is FileKind.UNUSED:
        return FileRecords(document.name, unused=found.reason)
    parts, holders = _parts(document, found.kind, rules)
    return FileRecords(
        path=document.name,
        documents=tuple(
            record
            for part, kind in parts
            if kind is FileKind.DOCUMENT
            for record in _documents(document, part, rules)
        ),
        entities=tuple(entry for holder in holders for entry in registers.read(document, holder)),
        pages=tuple(_page(document, part) for part, kind in parts if kind is FileKind.PAGE),
        categories=header.categories(root),
        anchors=pointers.anchors(root),
        prefixes=pointers.prefixes(root),
        outside=(
            *_beside_others(document),
            *(
                outside
                for part, kind in parts
                if kind is FileKind.DOCUMENT and (outside := _outside(document, part, rules))
            ),
        ),
        local=tuple(
            entry
            for part, kind in parts
            if kind is FileKind.DOCUMENT
            for entry in registers.local(document, part.tei)
        ),
        included=frozenset(document.included.values()),
    )


def _classified(root: etree._Element, rules: LettersSection) -> Classification:
    """Say what a file or a member of a corpus is: what the edition calls a letter is one."""
    found = classify(root)
    if local_name(root) == "TEI" and has_letters(root, rules):
        return Classification(FileKind.DOCUMENT, "the edition's configuration calls it a letter")
    if found.kind is FileKind.PAGE and root.get("type", "").strip().lower() != FileKind.PAGE:
        rule = correspondence.rule_of(root)
        return Classification(FileKind.DOCUMENT, rule.name) if rule else found
    return found


def _parts(
    document: Document, kind: FileKind, rules: LettersSection
) -> tuple[list[tuple[Part, FileKind]], list[etree._Element]]:
    """Return the ``TEI`` elements of a file with their kinds, and those that hold registers."""
    root = document.root
    if kind is not FileKind.CORPUS:
        return [(Part(root, root), kind)], [root] if kind is FileKind.REGISTER else []
    members = split.members(root)
    if document.member:
        members = tuple(replace(part, part=document.part) for part in members)
    parts = [(part, _classified(part.tei, rules).kind) for part in members]
    corpora = [root, *(e for e in root.iterdescendants() if local_name(e) == "teiCorpus")]
    return parts, corpora + [part.tei for part, own in parts if own is FileKind.REGISTER]


def _documents(document: Document, whole: Part, rules: LettersSection) -> Iterator[DocumentRecord]:
    """Yield the documents of a ``TEI`` element: itself, or the letters in it."""
    record = _whole(document, whole, rules)
    parts = split.parts(whole.tei, rules)
    if parts[0].whole:
        yield record
        return
    described = descriptions.of_parts(whole.tei, record.letters, [part.element for part in parts])
    for number, part in enumerate(parts):
        own = described[number] or correspondence.of_part(document, part.element)
        own = completed(document, part.element, own, rules)
        piece = _piece(document, record, part, own, first=number == 0)
        yield replace(piece, title=title(part.element, rules) or piece.title)


def _outside(document: Document, whole: Part, rules: LettersSection) -> tuple[Location, int] | None:
    """Return where the text of a ``TEI`` element begins that is in none of its letters, and how
    many words it has."""
    parts = split.parts(whole.tei, rules)
    if parts[0].whole:
        return None
    found = list(apart.outside(whole.tei, [part.element for part in parts]))
    words = sum(len(own_text(element).split()) for element in found)
    return (document.location(found[0]), words) if found else None


def _beside_others(document: Document) -> Iterator[tuple[Location, int]]:
    """Yield the texts of ``TEI`` elements that hold others, each with the number of its words."""
    for element in document.root.iter(tei("TEI")):
        text = element.find(tei("text"))
        if text is not None and holds_others(element) and own_text(text):
            yield document.location(text), len(own_text(text).split())


def _whole(document: Document, part: Part, rules: LettersSection) -> DocumentRecord:
    """Return the record of a whole ``TEI`` element."""
    root, prefixes = part.tei, _prefixes(part.tei)
    letters = completed(document, root, correspondence.read(document, root), rules)
    labelled = chronology.of_document(root)
    xml_id = (root.get(XML_ID) or "").strip()
    return DocumentRecord(
        id=f".{part.part}" if part.part and not xml_id else "",
        location=document.location(root),
        title=title(root, rules) or header.title(root, _stem(document)),
        xml_id=xml_id,
        position=part.position,
        kind=header.kind(root) or ("letter" if letters else ""),
        language=header.language(root),
        text_languages=header.text_languages(root),
        date=_date(letters) or chronology.preferred(labelled) or chronology.of_text(root),
        dates=labelled,
        letters=letters,
        mentions=tuple(mentions.read(document, root)),
        pointers=tuple(pointers.read(document, root)),
        anchors=pointers.anchors(root),
        prefixes=prefixes,
        topics=header.topics(root),
        repository=header.repository(root),
        summary=header.summary(root),
        status=header.status(root),
        changed=header.changed(root),
        licence=header.licence(root),
        former_ids=header.former_ids(root),
        has_text=header.has_text(root),
        images=facsimiles.read(document, root, root, prefixes),
        editors=header.editors(root),
        publisher=header.publisher(root),
        published=header.published(root),
        member=document.member,
        origin=document.included.get(root, ""),
    )


def _piece(
    document: Document, whole: DocumentRecord, part: Part, letters: tuple[Letter, ...], first: bool
) -> DocumentRecord:
    """Return the record of a letter inside a ``TEI`` element, with what its header says of all."""
    element = part.element
    own = (element, *apart.notes_of(element))
    inner = header.first_text(
        element, ".//tei:head", ".//tei:title[@type = 'sub']", ".//tei:opener"
    )
    return replace(
        whole,
        id=f"{whole.xml_id}{whole.id}.{part.part}",
        xml_id="",
        position=part.position,
        location=document.location(element),
        title=inner or f"{whole.title} {part.part}",
        kind=whole.kind or "letter",
        language=header.language(element) or whole.language,
        date=_date(letters) or chronology.of_text(element),
        letters=letters,
        mentions=tuple(m for e in own for m in mentions.read(document, e)),
        # The header's pointers belong to no letter in particular: the first keeps them.
        pointers=whole.pointers
        if first
        else tuple(p for e in own for p in pointers.read(document, e)),
        anchors=pointers.anchors(element),
        summary="" if not first else whole.summary,
        has_text=header.has_text(element),
        images=facsimiles.read(document, part.tei, element, whole.prefixes),
        former_ids=(),
    )


def _page(document: Document, part: Part) -> PageRecord:
    root, prefixes = part.tei, _prefixes(part.tei)
    xml_id = (root.get(XML_ID) or "").strip()
    return PageRecord(
        id=xml_id or (f".{part.part}" if part.part else ""),
        title=header.title(root, _stem(document)),
        location=document.location(root),
        language=header.language(root),
        pointers=tuple(pointers.read(document, root)),
        anchors=pointers.anchors(root),
        prefixes=prefixes,
        images=facsimiles.read(document, root, root, prefixes),
        member=document.member,
    )


def _date(letters: tuple[Letter, ...]) -> DateRange | None:
    """Return the date of the first letter, if it says when that was."""
    return next((letter.date for letter in letters[:1] if letter.date and letter.date.edtf), None)


def _prefixes(root: etree._Element) -> tuple[tuple[str, str, str], ...]:
    """Return the prefixes declared in a header, and those of the corpora around it."""
    own = pointers.prefixes(root)
    for corpus in root.iterancestors():
        for child in corpus:
            if local_name(child) == "teiHeader":
                own += pointers.prefixes(child)
    return own


def _stem(document: Document) -> str:
    return posixpath.basename(document.name).removesuffix(".xml")
