"""Notes: wherever the source puts them, readers meet them once, and find the way back."""

import re

import pytest

from tests.xslt.content_model import lost_fragments, problems
from tests.xslt.rendering import render

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'

SHAPES = {
    "inline": "<p>Text<note>Words of the note</note>.</p>",
    "by ptr": '<p>Text<ptr target="#n"/>.</p><note xml:id="n">Words of the note</note>',
    "by ref": '<p>Text<ref target="#n">1</ref>.</p>'
    '<div type="notes"><note xml:id="n">Words of the note</note></div>',
    "by target": '<p>Text<anchor xml:id="a"/>.</p><note target="#a">Words of the note</note>',
    "by corresp": '<p>Text<lb xml:id="a"/>.</p><note corresp="#a">Words of the note</note>',
    "within a name": "<p><persName>Text<note>Words of the note</note></persName>.</p>",
    "in a cell": "<table><row><cell>Text<note>Words of the note</note></cell></row></table>",
    "in a heading": "<div><head>Text<note>Words of the note</note></head><p>x</p></div>",
    "in a closer": "<closer><signed>Text<note>Words of the note</note></signed></closer>",
    "in a reading": "<p><app><lem>a</lem><rdg>Text<note>Words of the note</note></rdg></app></p>",
    "loose": "<div>Text<note>Words of the note</note>.<p>x</p></div>",
    "of paragraphs": "<p>Text<note><p>Words of the note</p><p>More.</p></note>.</p>",
    "within a note": "<p>Text<note>Outer<note>Words of the note</note></note>.</p>",
    "in a quotation": "<quote><p>Text<note>Words of the note</note></p></quote>",
    "on a division": '<div xml:id="a"><head>Text</head></div>'
    '<note target="#a">Words of the note</note>',
}


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES.keys())
def test_a_note_is_shown_once_with_a_reference_and_a_way_back(body: str) -> None:
    html = render(f"<text {TEI}><body>{body}</body></text>").text
    assert html.count("Words of the note") == 1
    note = re.search(r'role="doc-footnote"[^>]*>(?:(?!role="doc-footnote").)*Words of', html)
    assert note is not None
    identity = re.search(r' id="([^"]+)"', note[0])
    assert identity is not None
    assert html.count(f'href="#{identity[1]}"') == 1
    assert problems(html) == []
    assert lost_fragments(html) == []


def test_notes_that_point_at_each_other_do_not_run_for_ever() -> None:
    body = (
        '<p>Text<ptr target="#a"/></p><note xml:id="a">First<ptr target="#b"/></note>'
        '<note xml:id="b">Second<ptr target="#a"/></note>'
    )
    html = render(f"<text {TEI}><body>{body}</body></text>").text
    assert html.count("First") == html.count("Second") == 1


def test_a_note_between_blocks_that_nothing_points_at_stays_where_it_is() -> None:
    html = render(f"<text {TEI}><body><note>A remark.</note><p>Text</p></body></text>").text
    assert "doc-noteref" not in html
    assert html.index("A remark.") < html.index("Text")


def test_numbers_of_the_edition_are_kept_only_if_all_notes_have_one() -> None:
    both = '<p>a<note n="7">x</note> b<note n="8">y</note></p>'
    assert 'aria-label="Note 8"' in render(f"<text {TEI}><body>{both}</body></text>").text
    one = '<p>a<note n="7">x</note> b<note>y</note></p>'
    html = render(f"<text {TEI}><body>{one}</body></text>").text
    assert 'aria-label="Note 7"' not in html
    assert 'aria-label="Note 2"' in html
