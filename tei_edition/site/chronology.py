"""All documents by date: one list, or a page for each year once the list grows long."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tei_edition.model import DocumentRecord
from tei_edition.site import calendar, filters, lists, urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page


def pages(frame: Frame) -> Iterator[Page]:
    """Yield the chronology, and a page for each year where it is split."""
    records = list(frame.index.documents.values())
    parts = lists.split(frame, records)
    root = urls.root_of(urls.DOCUMENTS)
    main: dict[str, Any] = {
        "count": frame.strings.count("documents", len(records)),
        "filters": filters.panel(frame, "documents"),
        "calendar": calendar.picture(frame, records, _addresses(frame, parts, root)),
    }
    if parts:
        taken = frame.index.documents
        main["parts"] = lists.part_links(frame, parts, urls.DOCUMENTS, root, taken)
    else:
        main["groups"] = lists.months(frame, records, root)
    title = frame.strings["documents.title"]
    yield frame.page("documents", urls.DOCUMENTS, title, main, section="documents")
    for part in parts:
        yield lists.part_page(
            frame,
            part,
            parts,
            urls.DOCUMENTS,
            title,
            section="documents",
            taken=tuple(frame.index.documents),
        )


def _addresses(
    frame: Frame, parts: Sequence[lists.Part], root: str
) -> Callable[[DocumentRecord], str]:
    """Return a function that says where the list has the month of a document."""
    taken = frame.index.documents
    pages = {
        record.id: urls.href(root, lists.part_path(urls.DOCUMENTS, part.key, taken))
        for part in parts
        for record in part.documents
    }
    return lambda record: f"{pages.get(record.id, '')}#{calendar.anchor(record.date)}"
