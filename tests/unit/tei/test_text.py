from collections.abc import Callable

import pytest

from tei_edition.tei import text
from tei_edition.xml import Document

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("conve-<lb/>\nnuto", "convenuto"),
        ("conve<lb break='no'/>nuto", "convenuto"),
        ("conve-<lb break='no'/>nuto", "convenuto"),
        ("atten-<lb/><pb n='2'/>\n<lb/>dendo", "attendendo"),
        ("Schleswig-<lb/>Holstein", "Schleswig-Holstein"),
        ("in this<lb/>city", "in this city"),
        ("page<pb/>break", "page break"),
        ("a \u00adb<lb/>c", "a b c"),
        ("<choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Who", "Doctor Who"),
        ("<choice><sic>teh</sic><corr>the</corr></choice>", "the"),
        ("<choice><orig>vnd</orig><reg>und</reg></choice>", "und"),
        ("<choice><abbr>huj.</abbr></choice>", "huj."),
        ("<choice/>", ""),
        ("<app><lem>one</lem><rdg wit='#A'>two</rdg></app>", "one"),
        ("<app><rdg wit='#A'>two</rdg><rdg>three</rdg></app>", "two"),
        ("<subst><del>old</del><add>new</add></subst>", "new"),
        ("a <gap/> b", "a […] b"),
        ("a<space/>b", "a b"),
        ("text<note>remark</note> goes on", "text goes on"),
        ("<ruby><rb>漢</rb><rt>かん</rt></ruby>字", "漢字"),
        ("<!-- nothing -->shown<?pi too?>", "shown"),
        ("a <hi>b<seg>c</seg></hi>", "a bc"),
    ],
)
def test_reading_text(make: Make, content: str, expected: str) -> None:
    assert text.inline(make(f"<p>{content}</p>").root[0]) == expected


def test_blocks_lines_and_cells(make: Make) -> None:
    body = make(
        "<text><body><head>Title</head><div><p>One\n  two.</p><lg><l>first</l><l>second</l></lg>"
        "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table></div>"
        "<p> </p></body></text>"
    )
    assert text.blocks(body.root) == "Title\n\nOne two.\n\nfirst\nsecond\n\na\tb\nc"


def test_notes_stand_apart_and_once(make: Make) -> None:
    document = make("<text><p>A<note>one <note>inner</note></note> b<note>two</note></p></text>")
    assert text.notes(document.root) == ("one", "inner", "two")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("<w>wra<lb/>pped</w> end<lb/>ing", "wrapped end ing"),
        ("中文<lb/>沒有\n<pb/>空格，<lb/>好", "中文沒有空格，好"),
        ("ภาษา<lb/>ไทย", "ภาษาไทย"),
        ("ab\n中", "ab 中"),
        ("see <bibl>Berg 1900</bibl> on <label>a</label>", "see Berg 1900 on a"),
        ("a <binaryObject>iVBORw0KGgo=</binaryObject>b", "a b"),
    ],
)
def test_what_a_line_holds(make: Make, content: str, wanted: str) -> None:
    assert text.blocks(make(f"<text><p>{content}</p></text>").root) == wanted


def test_an_apparatus_apart_repeats_no_word(make: Make) -> None:
    inner = "<lem>verbum</lem><rdg>sermo</rdg></app>"
    document = make(
        f"<text><body><p>In principio erat <app>{inner}.</p></body><back>"
        f"<listApp><app>{inner}</listApp><p><app loc='1'>{inner}</p></back></text>"
    )
    assert text.blocks(document.root) == "In principio erat verbum."


def test_the_copy_has_the_notes_that_stand_off(make: Make) -> None:
    document = make(
        "<standOff><listPerson><person><note>of an entry</note></person></listPerson>"
        "<noteGrp><note target='#w'>Of a word.</note></noteGrp></standOff>"
        "<text><body><p xml:id='w'>Word.</p></body></text>"
    )
    assert text.copy("", "", document.root) == "Word.\n\n* * *\n\nOf a word.\n"


def test_the_copy_has_title_summary_text_and_notes(make: Make) -> None:
    document = make(
        "<teiHeader><p>header</p></teiHeader><text><body><p>Dear<note>a note</note> Sir</p></body>"
        "</text>"
    )
    assert text.copy("A letter", "What it says.", document.root) == (
        "A letter\n\nWhat it says.\n\nDear Sir\n\n* * *\n\na note\n"
    )
    assert text.copy("A letter", "", document.root[1][0]) == (
        "A letter\n\nDear Sir\n\n* * *\n\na note\n"
    )


def test_own_text_leaves_nothing_out(make: Make) -> None:
    document = make("<p>a <choice><sic>b</sic><corr>c</corr></choice><!-- x --></p>")
    assert text.own_text(document.root[0]) == "a bc"
