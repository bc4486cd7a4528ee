"""``documents.json``: every document of the edition, letter or not."""

from typing import Any

from tei_edition.config import Config
from tei_edition.exports import addresses, json_text
from tei_edition.exports.export import Export
from tei_edition.model import DocumentRecord, Index, Role


def write(index: Index, config: Config) -> bytes:
    """Return the file, documents in edition order."""
    documents = [describe(record, index, config) for record in index.documents.values()]
    return json_text.encoded("documents", documents)


def describe(record: DocumentRecord, index: Index, config: Config) -> dict[str, Any]:
    """Return a document as the file has it."""
    return {
        "id": record.id,
        "url": addresses.of_document(record.id, config),
        "title": record.title,
        "kind": record.kind or None,
        "kind_label": record.kind_label or None,
        "date": json_text.date(record.date) if record.date else None,
        "dates": [{**json_text.date(date), "label": label} for label, date in record.dates],
        "language": record.language or None,
        "text_languages": list(record.text_languages),
        "topics": list(record.topics),
        "repository": record.repository or None,
        "summary": record.summary or None,
        "status": record.status or None,
        "changed": record.changed or None,
        "licence": record.licence or None,
        "has_text": record.has_text,
        "has_facsimile": record.has_facsimile,
        "page_images": record.page_images,
        "letters": [letter.id for letter in record.letters],
        "participants": [
            {
                "text": mention.name.form or None,
                "role": mention.role.value,
                "function": mention.function or None,
                "id": _entity_id(mention.name.location.path, mention.name.ref, index),
            }
            for mention in record.mentions
            if mention.role in (Role.AUTHOR, Role.PARTICIPANT)
        ],
        "source": record.location.path,
    }


def _entity_id(path: str, ref: str, index: Index) -> str | None:
    """Return the id of the entry that a pointer leads to."""
    resolved = index.resolve(path, ref) if ref else None
    if resolved is None or resolved.kind != "entity":
        return None
    return index.entities[resolved.target].id


EXPORT = Export("documents", "data/documents.json", "application/json", "Documents (JSON)", write)
