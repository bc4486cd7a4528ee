"""Addresses of pages in exported data: absolute where the edition says where it will be."""

from urllib.parse import quote

from tei_edition.config import Config
from tei_edition.model import Entity, Index, IndexedLetter


def of_document(id: str, config: Config) -> str:
    """Return the address of a document's page, relative to the site without a base URL."""
    return f"{config.edition.base_url}documents/{quote(id)}.html"


def of_letter(letter: IndexedLetter, index: Index, config: Config) -> str:
    """Return the address of a letter: its document's page, and the place of its correspDesc in it
    where the document has several letters; of a letter that is only described, its own."""
    record = letter.letter
    document = index.documents[record.document]
    if record.address and not document.has_text:
        return record.address
    several = len(document.letters) > 1 and not document.is_index
    fragment = f"#{quote(record.anchor)}" if several and record.anchor else ""
    return of_document(record.document, config) + fragment


def of_entity(entity: Entity, config: Config) -> str:
    """Return the address of an entry's page."""
    return f"{config.edition.base_url}{entity.kind.value}/{quote(entity.id)}.html"
