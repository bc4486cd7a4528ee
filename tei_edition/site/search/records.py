"""What can be searched: every document of the edition, then every entry of its registers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tei_edition.model import DocumentRecord, Entity
from tei_edition.site import letterhead, urls
from tei_edition.site.dates import year
from tei_edition.site.frame import Frame
from tei_edition.site.lists import in_short
from tei_edition.tei import text

FACETS = ("sender", "addressee", "kind", "year", "language")


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a search can find.

    `url` is relative to the site. `fields` are the texts that are searched after `title`.
    `copy` says that the plain text beside the page has a text of which passages can be shown;
    `language` is that text's.
    `facets` are, for each name in FACETS, the values as pairs of key and label.
    """

    url: str
    title: str
    fields: tuple[str, ...]
    date: str = ""
    kind: str = ""
    summary: str = ""
    copy: bool = False
    language: str = ""
    facets: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def records(frame: Frame, copy: Callable[[str], str]) -> Iterator[Record]:
    """Yield the documents in the order of the edition, then the register entries.

    `copy` returns the plain text of a document by the path of that file in the site.
    """
    for document in frame.index.documents.values():
        yield _document(frame, document, copy)
    for entity in frame.index.entities.values():
        yield _entity(frame, entity)


def _document(frame: Frame, record: DocumentRecord, copy: Callable[[str], str]) -> Record:
    label = letterhead.document_label(frame, record)
    # What stands where no text is ("the text is not reproduced") is not worth finding.
    fields = (
        (copy(urls.document(record.id, "txt")),)
        if record.has_text
        else ("" if record.title == label else record.title, record.summary)
    )
    return Record(
        url=urls.href("", urls.document(record.id)),
        title=label,
        fields=fields,
        date=frame.dates.full(record.date) if record.date else "",
        kind=frame.kind(record),
        summary=in_short(record.summary),
        copy=record.has_text,
        language=next(iter(_languages(record)), record.language),
        facets=_facets(frame, record),
    )


def _facets(frame: Frame, record: DocumentRecord) -> dict[str, tuple[tuple[str, str], ...]]:
    letters = frame.index.letters_of(record.id)
    found = {
        name: tuple(
            dict.fromkeys(
                (c.entity.rpartition("/")[2] or c.text, c.text)
                for letter in letters
                for c in letter.with_role(role)
                if c.text
            )
        )
        for name, role in (("sender", "sent"), ("addressee", "received"))
    }
    when = year(record.date)
    strings = frame.strings
    found["kind"] = (
        ((record.kind, frame.kind(record)),)
        if record.kind
        else (("document", strings["search.kind.document"]),)
    )
    found["year"] = ((when, frame.dates.year_label(when)),) if when else ()
    found["language"] = tuple((tag, strings.language_name(tag)) for tag in _languages(record))
    return found


def _languages(record: DocumentRecord) -> tuple[str, ...]:
    """Return the languages of the text, without the tag for one that is not known (BCP 47)."""
    return tuple(tag for tag in record.text_languages if tag != "und")


def _entity(frame: Frame, entity: Entity) -> Record:
    names = " · ".join(dict.fromkeys(name.text for name in entity.names if name.text))
    element = etree.fromstring(entity.source.encode()) if entity.source else None
    entry = text.own_text(element) if element is not None else ""
    register = frame.strings[f"search.kind.{entity.kind.value}"]
    return Record(
        url=urls.href("", urls.entity(entity.key)),
        title=entity.name,
        fields=(names, entity.description, entry),
        kind=register,
        summary=in_short(entity.description or (names if names != entity.name else "")),
        facets={"kind": ((entity.kind.value, register),)},
    )
