"""Notes that stand beside the letters of a file, and text that belongs to none of them."""

from lxml import etree

from tei_edition.namespaces import tei
from tei_edition.tei import apart, header

FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<text><front><p>Preface</p></front><body><head>1890</head>
<div type="letter" xml:id="l1"><p>Dear<ptr target="#n1"/> <seg xml:id="s">friend</seg>
<note xml:id="own" target="#s">inside</note></p></div>
<div type="letter"><p>Dear foe</p></div></body>
<back><div><note xml:id="n1">one</note><note target="#s">two</note><note>three</note></div></back>
</text><standOff><note corresp="#l1">four</note></standOff></TEI>"""


def test_notes_go_with_the_letter_that_they_point_at_or_that_points_at_them() -> None:
    root = etree.fromstring(FILE)
    first, second = (d for d in root.iter(tei("div")) if d.get("type"))
    assert [note.text for note in apart.notes_of(first)] == ["one", "two", "four"]
    assert apart.notes_of(second) == []
    assert apart.notes_of(root) == []


def test_text_of_no_letter() -> None:
    root = etree.fromstring(FILE)
    letters = [d for d in root.iter(tei("div")) if d.get("type")]
    found = [("".join(e.itertext())) for e in apart.outside(root, letters)]
    assert found == ["Preface", "1890", "three"]


def test_a_text_needs_no_body() -> None:
    """Some editions put the original and the translation as texts without a body into a text."""
    source = FILE[: FILE.index("<text>")]
    inner = "<text><text type='source'><div><p>Salve</p></div></text></text></TEI>"
    assert header.has_text(etree.fromstring(source + inner))
    assert not header.has_text(etree.fromstring(source + inner.replace("Salve", "")))
