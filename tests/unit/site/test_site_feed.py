"""The feed of what was changed last."""

from dataclasses import replace

from lxml import etree

from tei_edition.site.feed import LIMIT, feed
from tei_edition.site.frame import Frame
from tests.unit.site.conftest import MakeFrame, day

ATOM = "{http://www.w3.org/2005/Atom}"


def changed(make_frame: MakeFrame, days: list[str], **edition: str) -> Frame:
    """Return an edition of letters that were changed on these days."""
    frame = make_frame([day("1949-02-04")] * len(days), **edition)
    documents = frame.index.documents
    for record, when in zip(list(documents.values()), days, strict=True):
        documents[record.id] = replace(record, changed=when)  # type: ignore[index]
    return frame


def test_the_newest_come_first_with_the_dates_of_the_documents(make_frame: MakeFrame) -> None:
    frame = changed(
        make_frame, ["2024-05-01", "2025-02-30", "2025-03"], base_url="https://x.org/e/"
    )
    text = feed(frame)
    assert text
    root = etree.fromstring(text.encode())
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert ids == ["https://x.org/e/documents/d2.html", "https://x.org/e/documents/d0.html"]
    assert root.findtext(f"{ATOM}updated") == "2025-03-01T00:00:00Z"
    for entry in [root, *root.iter(f"{ATOM}entry")]:
        assert [entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated")]


def test_a_long_feed_ends(make_frame: MakeFrame) -> None:
    frame = changed(make_frame, ["2024-05-01"] * (LIMIT + 5), base_url="https://x.org/")
    assert (feed(frame) or "").count("<entry>") == LIMIT


def test_without_an_address_or_a_change_there_is_none(make_frame: MakeFrame) -> None:
    assert feed(changed(make_frame, ["2024-05-01"])) is None
    assert feed(changed(make_frame, ["", "lately"], base_url="https://x.org/")) is None
