"""How a document of the edition is cited."""

from tei_edition.model import DocumentRecord
from tei_edition.site import letterhead, urls
from tei_edition.site.frame import Frame


def citation(frame: Frame, record: DocumentRecord) -> dict[str, str]:
    """Return the parts of a citation: the document, the edition, the editors, the address.

    No day of access: what is cited is a state of the edition, not of the network.
    """
    date = frame.dates.full(record.date) if record.date else frame.strings["date.undated-short"]
    parts = {
        "document": f"{letterhead.document_label(frame, record)}, {date}",
        **edition(frame),
    }
    base = frame.config.edition.base_url
    if base:
        parts["url"] = urls.absolute(base, urls.document(record.id))
    else:
        parts["id"] = record.id
    return parts


def edition(frame: Frame) -> dict[str, str]:
    """Return the title of the edition and its editors."""
    section = frame.config.edition
    parts = {"edition": section.title}
    if section.editors:
        names = frame.strings.join([editor.name for editor in section.editors])
        parts["editors"] = frame.strings.fill("citation.editors", names=names)
    return parts
