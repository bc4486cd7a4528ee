"""All documents by date: one list, or a page for each year once the list grows long."""

from collections.abc import Iterator
from typing import Any

from tei_edition.site import lists, pictures, urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page


def pages(frame: Frame) -> Iterator[Page]:
    """Yield the chronology, and a page for each year where it is split."""
    records = list(frame.index.documents.values())
    parts = lists.split(frame, records)
    root = urls.root_of(urls.DOCUMENTS)
    main: dict[str, Any] = {
        "count": frame.strings.count("documents", len(records)),
        "picture": _picture(frame),
    }
    if parts:
        taken = frame.index.documents
        main["parts"] = lists.part_links(frame, parts, urls.DOCUMENTS, root, taken)
    else:
        main["groups"] = lists.groups(frame, records, root)
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


def _picture(frame: Frame) -> dict[str, Any] | None:
    """Letters and other documents by month or year."""
    letters = [r.date for r in frame.index.documents.values() if r.letters and r.date]
    others = [r.date for r in frame.index.documents.values() if not r.letters and r.date]
    series = [
        ("sent", frame.strings["documents.letters"], letters),
        ("mentioned", frame.strings["documents.others"], others),
    ]
    return pictures.rows(frame, [row for row in series if row[2]])
