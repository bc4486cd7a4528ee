"""Where a file stops being XML, and what its writer may have meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.faults import first_fault

CASES = [
    ('<a><b ref="x>y</b> <b ref="z"/></a>', "1:7", "ref has no closing quotation", 'ref="x"'),
    ('<a><b n="1" ref="x/>\n<c n="2"/></a>', "1:13", "the value of ref has no closing", 'ref="x"'),
    ("<a><b n=“1”/></a>", "1:9", "typographic quotation marks", 'n="…"'),
    ("<a><b rend>x</b></a>", "1:7", "the attribute rend has no value", 'rend="…"'),
    ('<a><b n="1"m="2"/></a>', "1:12", "a blank is missing before the attribute m", "add it"),
    ('<a><b n="1" "2"/></a>', "1:13", 'the sign " may not stand here', 'name="value"'),
    ("<a><b n='1'<c/></a>", "1:4", "the tag <b has no end", "add the missing >"),
    ("<a><b", "1:4", "ends in the middle of the tag <b", "cut off"),
    ('<a><date when="1949', "1:4", "ends in the middle of the tag <date", "cut off"),
    ("<a><date when=", "1:4", "ends in the middle of the tag <date", "cut off"),
    ("<a><hi><b>x</hi></b></a>", "1:12", "</hi> does not close <b>", "write </b> before </hi>"),
    ("<a><b>x<b></a>", "1:11", "</a> does not close <b>", "the second <b> may lack its slash"),
    ("<a><persName>x</persname></a>", "1:15", "</persname> does not close", "write </persName>"),
    ("<a>\n<<<<<<< HEAD\nx\n</a>", "2:1", "a merge left both versions", "======="),
    ("<a>x < b>y</b></a>", "1:6", "a blank follows it", "write <b;"),
    ("<a><!-- x </a>", "1:4", "the comment that begins here never ends", "add -->"),
    ("<a><![CDATA[ x </a>", "1:4", "the CDATA section that begins here never ends", "add ]]>"),
    ("<a><?pi x </a>", "1:4", "the processing instruction that begins here", "add ?>"),
    ("<a>x]]>y</a>", "1:5", "]]> may not stand in a text", "]]&gt;"),
    ("<a>x</a\n><b>", "2:2", "something follows the end", "one root element"),
    ("<a>x</a", "1:5", "this end tag is not complete", "</name>"),
    ("<a/></a>", "1:5", "</a> closes nothing", "remove it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), CASES)
def test_the_place_the_mistake_and_the_advice(
    text: str, place: str, message: str, hint: str
) -> None:
    found = parse_bytes(text.encode(), "x.xml")
    assert not isinstance(found, Document)
    (diagnostic,) = found
    assert str(diagnostic.location) == f"x.xml:{place}", diagnostic
    assert message in diagnostic.message
    assert hint in diagnostic.hint


def test_both_ends_of_a_mismatch_are_shown() -> None:
    fault = first_fault("<a>\n <hi><b>x</hi></b></a>")
    assert fault
    assert fault.related == (9, "<b> begins here")


def test_nothing_is_wrong_with_what_is_well_formed(shared: Path, repository: Path) -> None:
    paths = [
        *sorted(repository.glob("tei/**/*.xml")),
        *sorted(shared.glob("corpora/**/*.xml"))[::9],
    ]
    for path in paths:
        document = parse_bytes(path.read_bytes(), path.name)
        if isinstance(document, Document):
            assert first_fault(document.source_text) is None, path


@given(st.text(alphabet="<>/ab=\"' &;-!?[]x:#\n“"))
def test_whatever_is_written_there_is_one_finding_or_none(text: str) -> None:
    first_fault(text)
    found = parse_bytes(f"<a>{text}</a>".encode(), "x.xml")
    assert isinstance(found, Document) or len(found) == 1
