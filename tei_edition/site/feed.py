"""The feed of what was changed last, for readers who follow the edition (Atom, RFC 4287).

Dates come from the documents' revisionDesc alone: building again does not make anything new.
"""

from xml.sax.saxutils import escape, quoteattr

from tei_edition.model import DocumentRecord
from tei_edition.site import letterhead, urls
from tei_edition.site.dates import moment
from tei_edition.site.frame import Frame

LIMIT = 30
"""How many documents the feed has."""


def feed(frame: Frame) -> str | None:
    """Return the newest documents as a feed.

    There is none without a public address, or where no document says when it was changed.
    """
    base = frame.config.edition.base_url
    changed = [record for record in frame.index.documents.values() if moment(record.changed)]
    if not (base and changed):
        return None
    changed.sort(key=lambda record: moment(record.changed), reverse=True)
    edition = frame.config.edition
    names = [editor.name for editor in edition.editors] or [edition.title]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(frame.strings.language)}>',
        f"<id>{escape(base)}</id>",
        f"<title>{escape(edition.title)}</title>",
        f"<updated>{moment(changed[0].changed)}</updated>",
        f'<link rel="self" href={quoteattr(urls.absolute(base, urls.FEED))}/>',
        f"<link href={quoteattr(base)}/>",
        *(f"<author><name>{escape(name)}</name></author>" for name in names),
        *(_entry(frame, base, record) for record in changed[:LIMIT]),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _entry(frame: Frame, base: str, record: DocumentRecord) -> str:
    url = urls.absolute(base, urls.document(record.id))
    date = frame.dates.full(record.date) if record.date else ""
    title = ", ".join(part for part in (letterhead.document_label(frame, record), date) if part)
    summary = f"\n<summary>{escape(record.summary)}</summary>" if record.summary else ""
    return (
        f"<entry>\n<id>{escape(url)}</id>\n<title>{escape(title)}</title>\n"
        f"<updated>{moment(record.changed)}</updated>\n<link href={quoteattr(url)}/>"
        f"{summary}\n</entry>"
    )
