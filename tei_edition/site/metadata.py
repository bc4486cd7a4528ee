"""What the heads of pages tell machines: tags for reference managers, Dublin Core, JSON-LD."""

from collections.abc import Iterator
from typing import Any

from tei_edition.exports.references import Reference
from tei_edition.model import DocumentRecord, Entity
from tei_edition.site import linked_data, urls
from tei_edition.site.citation import FORMATS
from tei_edition.site.dates import iso
from tei_edition.site.frame import Frame


def of_document(
    frame: Frame, reference: Reference, record: DocumentRecord, root: str
) -> dict[str, Any]:
    """Return the tags, links and data of a document's page."""
    path = urls.document(record.id)
    letters = frame.index.letters_of(record.id)
    return {
        "tags": [
            {"name": name, "content": content}
            for name, content in (*_highwire(reference), *_dublin_core(reference))
            if content
        ],
        "links": [
            {
                "type": type,
                "title": label,
                "url": urls.href(root, urls.document(record.id, suffix)),
            }
            for suffix, label, type in _files(frame)
        ],
        "data": linked_data.encoded(linked_data.document(frame, reference, letters, path)),
    }


def of_edition(frame: Frame, reference: Reference) -> dict[str, Any]:
    """Return the tags and data of the home page."""
    return {
        "tags": [{"name": n, "content": c} for n, c in _dublin_core(reference) if c],
        "data": linked_data.encoded(linked_data.edition(frame, reference)),
    }


def of_entry(frame: Frame, entity: Entity) -> dict[str, Any]:
    """Return the data of a register entry's page."""
    return {"data": linked_data.encoded(linked_data.entry(frame, entity))}


def _files(frame: Frame) -> Iterator[tuple[str, str, str]]:
    yield "xml", frame.strings["document.tei"], "application/tei+xml"
    yield "txt", frame.strings["document.txt"], "text/plain"
    for suffix, label, type, _ in FORMATS:
        yield suffix, label, type


def _highwire(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the tags of Highwire Press, from which Zotero makes a part of a book."""
    yield "citation_title", reference.title
    for author in reference.authors:
        yield "citation_author", author.inverted
    for editor in reference.editors:
        yield "citation_editor", editor.inverted
    yield "citation_date", _date(reference)
    yield "citation_online_date", reference.version.replace("-", "/")
    yield "citation_book_title", reference.container
    yield "citation_publisher", reference.publisher
    yield "citation_language", reference.language
    yield "citation_public_url", reference.url


def _dublin_core(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the terms of the Dublin Core Metadata Initiative."""
    found: dict[str, tuple[str, ...]] = {
        "title": (reference.title,),
        "type": ("Text" if reference.container else "Collection",),
        "creator": tuple(agent.inverted for agent in reference.authors),
        "contributor": tuple(agent.inverted for agent in reference.editors),
        "created": (_date(reference),),
        "modified": (reference.version,),
        "isPartOf": (reference.container,),
        "publisher": (reference.publisher,),
        "language": (reference.language,),
        "license": (reference.licence,),
        "identifier": (reference.url,),
        "subject": reference.topics,
    }
    for term, values in found.items():
        for value in values:
            yield f"DCTERMS.{term}", value


def _date(reference: Reference) -> str:
    """Return a day, month or year; else what EDTF, which DCTERMS allows, makes of the date."""
    date = reference.date
    return (iso(date) or date.edtf) if date else ""
