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
    assert text.notes(document.root) == ("one", "two")


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
