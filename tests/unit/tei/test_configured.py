"""The edition's own XPaths decide what a letter is and who wrote it, before all else."""

import pytest
from lxml import etree

from tei_edition import tei
from tei_edition.config import LettersSection
from tei_edition.model import DocumentRecord, FileRecords
from tei_edition.tei.configured import BY_CONFIGURATION
from tei_edition.xml import Document, parse_bytes

TWO = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Letters</title></titleStmt></fileDesc></teiHeader><text><body>
<div type="epistle" n="a"><head>To Mary</head><p>From <persName ref="#j">John</persName>, to
<persName>Mary</persName>.</p><docDate when="1701-05">May</docDate></div>
<div type="epistle" n="b"><head>To Ann</head><p>No name.</p></div>
<div type="essay"><p>On letters.</p></div></body></text></TEI>"""

ONE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>A letter</title></titleStmt></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName>Wrong</persName><date when="1700"/></correspAction>
<correspAction type="transmitted"><persName>Carrier</persName></correspAction>
</correspDesc></profileDesc></teiHeader>
<text><body><p n="Right">The text.</p></body></text></TEI>"""


def read(text: str, **rules: str) -> FileRecords:
    document = parse_bytes(text.encode(), "letters.xml")
    assert isinstance(document, Document)
    return tei.read(document, LettersSection(**rules))  # type: ignore[arg-type]


def only(records: FileRecords) -> DocumentRecord:
    (document,) = records.documents
    return document


def names(document: DocumentRecord, type: str) -> list[str]:
    (letter,) = document.letters
    action = letter.action(type)
    return [name.form for name in action.names] if action else []


def test_without_rules_content_decides() -> None:
    assert not read(TWO).documents
    assert names(only(read(ONE)), "sent") == ["Wrong"]


def test_a_rule_says_what_a_letter_is() -> None:
    records = read(
        TWO,
        letter=".//tei:div[@type='epistle']",
        sender=".//tei:persName[1]",
        addressee="substring-after(tei:head, 'To ')",
        date_sent="tei:docDate",
        title="concat('Letter ', @n)",
    )
    first, second = records.documents
    assert [d.title for d in records.documents] == ["Letter a", "Letter b"]
    assert (names(first, "sent"), names(first, "received")) == (["John"], ["Mary"])
    assert (names(second, "sent"), names(second, "received")) == ([], ["Ann"])
    assert first.date
    assert (first.date.edtf, first.date.text) == ("1701-05", "May")
    assert {letter.rule for d in records.documents for letter in d.letters} == {BY_CONFIGURATION}


def test_a_rule_replaces_only_what_it_finds() -> None:
    document = only(read(ONE, sender="//tei:p/@n", addressee="//tei:p/@absent"))
    (letter,) = document.letters
    assert names(document, "sent") == ["Right"]
    assert names(document, "transmitted") == ["Carrier"]
    assert letter.date
    assert letter.date.edtf == "1700"
    assert letter.action("received") is None


def test_what_the_rule_does_not_find_is_no_letter() -> None:
    assert not only(read(ONE, letter=".//tei:div[@type='epistle']")).letters
    assert only(read(ONE, letter="self::tei:TEI[.//tei:correspDesc]")).letters
    assert only(read(ONE, letter="boolean(.//tei:correspDesc)")).letters


def test_a_date_may_be_a_value_or_only_a_wording() -> None:
    for path, edtf, text in (("'1699-03'", "1699-03", "1699-03"), ("'in spring'", "", "in spring")):
        (letter,) = only(read(ONE, date_sent=path)).letters
        action = letter.action("sent")
        assert action
        assert action.date
        assert (action.date.edtf, action.date.text) == (edtf, text)


@pytest.mark.parametrize("path", ["//tei:p[", "nobody:p", "unheard-of(.)", "$x"])
def test_what_is_no_xpath_is_a_mistake_in_the_configuration(path: str) -> None:
    with pytest.raises(ValueError, match="is no XPath"):
        LettersSection(sender=path)


def test_rules_stand_anything(tmp_path: object) -> None:
    root = etree.fromstring(TWO)
    for path in ("1 div 0", "0 div 0", "true()", "count(//*)", "//@*", "//text()", "namespace::*"):
        for key in ("letter", "sender", "date_sent", "title", "place_sent"):
            records = read(etree.tostring(root, encoding="unicode"), **{key: path})
            assert len(records.documents) + len(records.pages) >= 1
