"""No word is lost, whatever stands where: every element, in every place, TEI's own or not."""

import pytest
from lxml import etree

from tei_edition.site import words
from tei_edition.xml import Document
from tei_edition.xml.document import parse_bytes
from tests.xslt.rendering import LIBRARY, render
from tests.xslt.test_documentation import _elements

PLACES = {
    "division": "{}",
    "paragraph": "<p>a {} b</p>",
    "list": "<list><item>x</item>{}</list>",
    "labelled list": "<list><label>x</label>{}</list>",
    "row": "<table><row><cell>x</cell>{}</row></table>",
    "bare row": "<table><row>{}</row></table>",
    "table": "<table>{}<row><cell>x</cell></row></table>",
    "apparatus": "<p>a<app><lem>x</lem>{}</app></p>",
    "group of readings": "<p>a<app><lem>x</lem><rdgGrp>{}</rdgGrp></app></p>",
    "list of apparatus": "<listApp>{}</listApp>",
    "figure": "<figure>{}</figure>",
    "inline figure": "<p><figure rend='inline'>{}</figure></p>",
    "verse": "<lg><l>x</l>{}</lg>",
    "note": "<p>a<note>x {}</note></p>",
    "opener": "<opener>{}</opener>",
    "name": "<p><persName ref='#x'>x {}</persName></p>",
    "list of works": "<listBibl><bibl>x</bibl>{}</listBibl>",
    "work": "<biblStruct><monogr><title>x</title></monogr>{}</biblStruct>",
    "imprint": "<biblStruct><monogr><title>x</title><imprint>{}</imprint></monogr></biblStruct>",
    "ruby": "<p><ruby><rb>x</rb>{}</ruby></p>",
    "heading": "<head>{}</head>",
    "substitution": "<p><subst>{}</subst></p>",
    "speech": "<sp><speaker>x</speaker>{}</sp>",
    "text in a text": "<floatingText><body>{}</body></floatingText>",
    "address": "<address>{}</address>",
    "date": "<p><date when='1900-01-01'>{}</date></p>",
    "reference": "<p><ref target='#z'>{}</ref></p>",
    "word": "<p><w>{}</w></p>",
}
NAMES = sorted(
    {
        name
        for path in (LIBRARY / "html").glob("*.xsl")
        for name in _elements(etree.parse(str(path)).getroot())
    }
    | {"rdg", "wit", "rt", "row", "cell", "attachment", "unheardOf"}
)


@pytest.mark.parametrize("place", PLACES)
def test_no_element_loses_its_words(place: str) -> None:
    body = "".join(
        PLACES[place].format(f"<{n}>{n}1 <hi>{n}2</hi> {n}3<p>{n}4</p></{n}>") for n in NAMES
    )
    assert lost(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<app><lem wit='#A'>b</lem><witDetail wit='#B'>doubtful</witDetail></app></p>",
        "<p>a <addSpan>added</addSpan> <pb>12</pb> <milestone unit='x'>mark</milestone></p>",
        "<list>loose<item>x</item>words</list>",
        "<p><choice>loose<abbr>Dr</abbr><expan>Doctor</expan></choice></p>",
        "<listWit><head>Heading</head><witness xml:id='A'>Paris</witness></listWit>",
    ],
)
def test_what_was_lost_once(body: str) -> None:
    assert lost(body) == []


def lost(body: str) -> list[str]:
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    document = parse_bytes(source.encode(), "a.xml")
    assert isinstance(document, Document)
    html = render(source, {}).text.removeprefix("<!DOCTYPE HTML>")
    page = f'<section class="document-text">{html}</section>'
    return [each.word for each in words.lost(document, "", page)]
