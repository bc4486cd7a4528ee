from collections.abc import Callable

import pytest

from tei_edition.tei.classify import FileKind, classify
from tei_edition.xml import Document, parse_bytes

Make = Callable[..., Document]

PERSONS = "<listPerson><person xml:id='a'><persName>A</persName></person></listPerson>"
HEADER = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>{}</teiHeader>"
PROSE = "<text><body><p>Words.</p></body></text>"
LETTER = "<profileDesc><correspDesc><correspAction type='sent'/></correspDesc></profileDesc>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HEADER.format(LETTER) + PROSE, FileKind.DOCUMENT),
        (HEADER.format(LETTER) + f"<standOff>{PERSONS}</standOff>{PROSE}", FileKind.DOCUMENT),
        (
            HEADER.format(f"<profileDesc><particDesc>{PERSONS}</particDesc></profileDesc>") + PROSE,
            FileKind.DOCUMENT,
        ),
        (HEADER.format("") + f"<standOff>{PERSONS}</standOff>", FileKind.REGISTER),
        (HEADER.format("") + f"<text><body>{PERSONS}</body></text>", FileKind.REGISTER),
        (
            HEADER.format("")
            + "<text><body><listBibl><bibl xml:id='b'><p>x</p></bibl></listBibl></body></text>",
            FileKind.REGISTER,
        ),
        (
            HEADER.format(
                "<encodingDesc><classDecl><taxonomy><category xml:id='c'/></taxonomy></classDecl>"
                "</encodingDesc>"
            )
            + "<text><body><p/></body></text>",
            FileKind.REGISTER,
        ),
        (HEADER.format("") + PROSE, FileKind.PAGE),
        (
            HEADER.format("") + "<text><body><div type='letter'><p>Dear</p></div></body></text>",
            FileKind.DOCUMENT,
        ),
        (HEADER.format("") + "<text><body><pb/><p>Dear</p></body></text>", FileKind.DOCUMENT),
        (HEADER.format("") + "<text><body><opener/><p>Dear</p></body></text>", FileKind.DOCUMENT),
        (
            HEADER.format("") + "<text><group><text><p>A</p></text></group></text>",
            FileKind.DOCUMENT,
        ),
        (HEADER.format("") + f"<TEI>{PROSE}</TEI>", FileKind.CORPUS),
        (HEADER.format("") + "<text><body><head/></body></text>", FileKind.UNUSED),
        (HEADER.format(""), FileKind.UNUSED),
    ],
)
def test_content_decides(make: Make, content: str, kind: FileKind) -> None:
    assert classify(make(content).root).kind is kind


@pytest.mark.parametrize("kind", ["document", "register", "page"])
def test_what_the_root_says_decides_first(make: Make, kind: str) -> None:
    assert classify(make(HEADER.format(LETTER) + PROSE, f"type='{kind}'").root).kind == kind


def test_another_word_in_the_type_does_not(make: Make) -> None:
    assert classify(make(HEADER.format(LETTER), "type='Brief'").root).kind is FileKind.DOCUMENT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<work/>", "its root element is work"),
        ("<TEI/>", "it has none"),
        ("<TEI xmlns='http://www.tei-c.org/ns/2.0'/>", "http://www.tei-c.org/ns/2.0"),
    ],
)
def test_what_is_not_tei_is_unused_with_the_reason(text: str, reason: str) -> None:
    document = parse_bytes(text.encode(), "x.xml")
    assert isinstance(document, Document)
    found = classify(document.root)
    assert found.kind is FileKind.UNUSED
    assert reason in found.reason
