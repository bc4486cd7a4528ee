"""Repairs of random documents: well-formed, nothing but the repair, and at an end."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.checks import decomposed, invisible
from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.edits import carry_out, compatible

CHARACTERS = "aé\u0308u\u200b\u200e\u2060\ufeff中\U0001f600 \n<>&\"'"
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=30)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return a document with text in all kinds of places, without a byte order mark."""
    parts = ['<?xml version="1.0"?>', "<TEI>"]
    for _ in range(draw(st.integers(1, 6))):
        text = escaped(draw(TEXTS))
        form = draw(st.sampled_from(["{}", '<p n="{}">x</p>', "<p>{}</p>", "<?p {}?>"]))
        parts.append(form.format(text.replace("?", "")))
    return "".join(parts) + "</TEI>"


def repaired(data: bytes) -> bytes:
    document = parse_bytes(data, "a.xml")
    assert isinstance(document, Document)
    found = [*decomposed.run(document), *invisible.run(document)]
    fixes = compatible(fix for finding in found for fix in finding.fixes)
    return carry_out(data, [edit for fix in fixes for edit in fix.edits])


@given(documents(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.booleans())
def test_repairs_change_what_they_say_and_nothing_else(
    text: str, encoding: str, crlf: bool
) -> None:
    data = (text.replace("\n", "\r\n") if crlf else text).encode(encoding)
    after = data
    # Of repairs at the same place one is made at a time.
    for _ in range(4):
        after = repaired(after)
    assert repaired(after) == after
    before, changed = parse_bytes(data, "a.xml"), parse_bytes(after, "a.xml")
    assert isinstance(before, Document)
    assert isinstance(changed, Document)

    def meant(document: Document) -> str:
        shown = "".join(map(str, document.root.itertext()))
        for unseen in "\u200b\u200e\u2060\ufeff":
            shown = shown.replace(unseen, "")
        return unicodedata.normalize("NFC", shown)

    assert meant(changed) == meant(before)
    attributes = [dict(e.attrib) for e in before.root.iter("p")]
    assert [dict(e.attrib) for e in changed.root.iter("p")] == attributes
