"""Mistakes that encoders make are refused; what they rightly vary is accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.relaxng import Schema
from tests.schemas.changes import (
    COVER,
    DOCUMENTS,
    LETTER,
    TALK,
    Change,
    added,
    attribute,
    both,
    named,
    read,
    text,
    without,
)

SCHEMAS = Path(__file__).parents[2] / "schemas"
SENT = "//t:correspAction[@type='sent']"
RECEIVED = "//t:correspAction[@type='received']"
PREV, NEXT = "//t:ref[@type='prev']", "//t:ref[@type='next']"

REFUSED: dict[str, tuple[str, Change]] = {
    # the file
    "no kind of file": (LETTER, attribute("/t:TEI", "type", None)),
    "unknown kind of file": (LETTER, attribute("/t:TEI", "type", "letter")),
    "no id": (LETTER, attribute("/t:TEI", "xml:id", None)),
    "capital letters in the id": (LETTER, attribute("/t:TEI", "xml:id", "demo-1848-Berg-Roth")),
    "id without a date": (LETTER, attribute("/t:TEI", "xml:id", "demo-berg-roth")),
    "id with a month 13": (LETTER, attribute("/t:TEI", "xml:id", "demo-1848-13-berg-roth")),
    "no language": (LETTER, attribute("/t:TEI", "xml:lang", None)),
    "language in words": (LETTER, attribute("/t:TEI", "xml:lang", "German language")),
    # the header
    "no title": (LETTER, without("//t:titleStmt/t:title")),
    "no editor": (LETTER, without("//t:titleStmt/t:editor")),
    "no licence": (LETTER, without("//t:availability")),
    "some other licence": (LETTER, attribute("//t:licence", "target", "https://example.org/mine")),
    "no source": (TALK, without("//t:sourceDesc/t:bibl")),
    "no prefixes": (LETTER, without("//t:listPrefixDef")),
    "unknown prefix": (LETTER, attribute("//t:prefixDef", "ident", "people")),
    "no creation": (LETTER, without("//t:creation")),
    "no history of the file": (LETTER, without("//t:revisionDesc")),
    "unknown status": (LETTER, attribute("//t:revisionDesc", "status", "ready")),
    "change on no day": (LETTER, attribute("//t:change", "when", "2024-05")),
    "abstract by nobody": (LETTER, attribute("//t:abstract", "resp", None)),
    "unknown kind of document": (LETTER, attribute("//t:catRef", "target", "kind:postcard")),
    "kinds in the wrong order": (LETTER, attribute("//t:catRef", "scheme", "kind:presentation")),
    "empty keyword": (LETTER, text("//t:keywords/t:term", " ")),
    "no keyword": (COVER, without("//t:keywords[@scheme='kind:topics']/t:term")),
    "name among the topics": (COVER, attribute("//t:keywords[2]", "scheme", "kind:topics")),
    "source without id": (LETTER, attribute("//t:sourceDesc/t:bibl", "xml:id", None)),
    "no shelfmark nor a word on it": (LETTER, without("//t:msIdentifier/t:idno")),
    "unknown level of an archive": (LETTER, attribute("//t:collection", "type", "box")),
    "one-sided pages": (LETTER, attribute("//t:locus", "to", None)),
    "address that is none": (COVER, attribute("//t:ptr", "target", "example.org/42")),
    "unknown relation of documents": (COVER, attribute("//t:relatedItem", "type", "related")),
    # who wrote to whom
    "person without entry": (LETTER, attribute(f"{SENT}/t:persName", "ref", None)),
    "person without prefix": (LETTER, attribute(f"{SENT}/t:persName", "ref", "berg")),
    "person with a hash": (LETTER, attribute(f"{SENT}/t:persName", "ref", "#berg")),
    "person in the places": (LETTER, attribute(f"{SENT}/t:persName", "ref", "place:berg")),
    "two persons in one name": (
        LETTER,
        attribute(f"{SENT}/t:persName", "ref", "person:berg person:roth"),
    ),
    "place in the persons": (LETTER, attribute(f"{SENT}/t:placeName", "ref", "person:kassel")),
    "unknown sort of name": (LETTER, attribute(f"{SENT}/t:persName", "type", "alias")),
    "unidentified, but with an entry": (
        LETTER,
        attribute(f"{SENT}/t:persName", "type", "unidentified"),
    ),
    "doubt in percent": (LETTER, attribute(f"{RECEIVED}/t:placeName", "cert", "80%")),
    "unknown evidence": (LETTER, attribute(f"{RECEIVED}/t:placeName", "evidence", "guess")),
    "unknown action": (LETTER, attribute(SENT, "type", "delivered")),
    "no dispatch": (LETTER, without(SENT)),
    "dispatch by nobody": (LETTER, without(f"{SENT}/t:persName")),
    "dispatch without date": (LETTER, without(f"{SENT}/t:date")),
    "two preferred dates": (
        LETTER,
        added(f"{SENT}/t:date", '<date when="1848-03-06">6 March</date>'),
    ),
    "receipt by nobody": (LETTER, without(f"{RECEIVED}/t:persName")),
    "misspelt element": (LETTER, named(f"{SENT}/t:persName", "persname")),
    "name without mark-up": (LETTER, text(SENT, "Anna Berg")),
    "carrier in words": (COVER, attribute("//t:correspAction[@n]", "n", "first")),
    "unknown sort of remark": (COVER, attribute(f"{SENT}/t:note", "type", "dating")),
    "unknown sort of message": (COVER, attribute("//t:correspDesc", "type", "outer")),
    "answer without saying so": (LETTER, attribute(NEXT, "subtype", None)),
    "answer in the wrong direction": (LETTER, attribute(NEXT, "subtype", "answers")),
    "question in the wrong direction": (LETTER, attribute(PREV, "subtype", "answered-by")),
    "answer by file name": (LETTER, attribute(NEXT, "target", "demo-1848-03-12-roth-berg.xml")),
    "unknown part in a talk": (TALK, attribute("//t:person", "role", "guest")),
    "participant without name": (TALK, without("//t:person/t:persName")),
    "event without date": (TALK, without("//t:setting/t:date")),
    # dates
    "30 February": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-02-30")),
    "29 February in a common year": (LETTER, attribute(f"{SENT}/t:date", "when", "1849-02-29")),
    "month 13": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-13")),
    "day first": (LETTER, attribute(f"{SENT}/t:date", "when", "05-03-1848")),
    "date in words": (LETTER, attribute(f"{SENT}/t:date", "when", "5 March 1848")),
    "one-figure day": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-5")),
    "hour without seconds": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05T08:10")),
    "hour 25": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05T25:10:00")),
    "day with a time zone": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05+01:00")),
    "date without attributes": (LETTER, attribute(f"{SENT}/t:date", "when", None)),
    "moment and period": (LETTER, attribute(f"{SENT}/t:date", "from", "1848-03-01")),
    "period and limit": (
        LETTER,
        attribute(f"{RECEIVED}/t:date", "from", "1848-03-08"),
    ),
    # the text
    "text without a div": (TALK, without("//t:body/t:div")),
    "unknown sort of div": (LETTER, attribute("//t:body/t:div", "type", "letter")),
    "unknown look": (LETTER, attribute("//t:hi", "rend", "color:red")),
    "look of nothing": (LETTER, attribute("//t:hi", "rend", None)),
    "gap for no reason": (LETTER, attribute("//t:gap", "reason", None)),
    "unit without quantity": (LETTER, attribute("//t:gap", "quantity", None)),
    "supplied for no reason": (LETTER, attribute("//t:supplied", "reason", None)),
    "half a choice": (LETTER, without("//t:choice/t:expan")),
    "note by nobody knows whom": (LETTER, attribute("//t:p/t:note", "type", None)),
    "words without entry": (LETTER, attribute("//t:rs", "ref", None)),
    "person called a place": (LETTER, attribute("//t:rs", "type", "place")),
    "words beside the paragraphs": (LETTER, named("//t:div/t:p", "span")),
    # registers
    "entry without id": ("persons", attribute("//t:person", "xml:id", None)),
    "entry with a prefix": ("persons", attribute("//t:person", "xml:id", "person:berg")),
    "no preferred name": ("persons", attribute("//t:person/t:persName", "type", "variant")),
    "two preferred names": ("persons", attribute("//t:persName[2]", "type", "preferred")),
    "name in no language": ("persons", attribute("//t:person/t:persName", "xml:lang", None)),
    "birth on 31 April": ("persons", attribute("//t:birth", "when", "1810-04-31")),
    "unknown authority": ("persons", attribute("//t:idno", "type", "ULAN")),
    "number instead of an address": ("persons", text("//t:idno[@type='GND']", "118577425")),
    "address of another authority": (
        "persons",
        text("//t:idno[@type='VIAF']", "http://d-nb.info/gnd/118577425"),
    ),
    "unknown relation": ("persons", attribute("//t:relation", "name", "knows")),
    "relation without an end": ("persons", attribute("//t:relation", "passive", None)),
    "alone in a mutual relation": ("persons", attribute("//t:relation[2]", "mutual", "#roth")),
    "comma between the degrees": ("places", text("//t:geo", "51.32, 9.48")),
    "latitude of 91 degrees": ("places", text("//t:geo", "91.0 9.48")),
    "longitude of 181 degrees": ("places", text("//t:geo", "51.32 181")),
    "country in three letters": ("places", attribute("//t:country", "key", "DEU")),
    "place of no sort": ("places", attribute("//t:place", "type", None)),
    "GeoNames page": (
        "places",
        text("//t:idno", "https://www.geonames.org/2892518/kassel.html"),
    ),
    "work of no sort": ("works", attribute("//t:listBibl/t:bibl", "type", None)),
    "letter known from nowhere": ("letters", without("//t:note[@type='known-from']")),
    "letter to nobody": ("letters", without("//t:bibl/t:persName")),
    "category without a name": ("taxonomy", without("//t:catDesc/t:term")),
    # pages
    "section without heading": ("principles", without("//t:div/t:head")),
    "page out of order": ("principles", attribute("/t:TEI", "n", "0")),
    "link to a folder of one's own": (
        "principles",
        attribute("//t:ref", "target", "C:\\texts\\a.xml"),
    ),
    "image without description": ("principles", without("//t:figDesc")),
}

ACCEPTED: dict[str, tuple[str, Change]] = {
    "undated letter": (
        LETTER,
        both(
            attribute("/t:TEI", "xml:id", "demo-undated-berg-roth"),
            attribute(f"{SENT}/t:date", "when", None),
            attribute(f"{SENT}/t:date", "cert", "unknown"),
        ),
    ),
    "id with the year only": (LETTER, attribute("/t:TEI", "xml:id", "demo-1848-berg-roth")),
    "date with the year only": (LETTER, attribute(f"{SENT}/t:date", "when", "1848")),
    "29 February in a leap year": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-02-29")),
    "hour with seconds": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05T08:10:00")),
    "open limit": (LETTER, attribute(f"{RECEIVED}/t:date", "notBefore", None)),
    "sender unknown": (
        LETTER,
        both(
            attribute(f"{SENT}/t:persName", "ref", None),
            attribute(f"{SENT}/t:persName", "type", "unidentified"),
        ),
    ),
    "body as sender": (
        LETTER,
        both(
            named(f"{SENT}/t:persName", "orgName"),
            attribute(f"{SENT}/t:orgName", "ref", "org:committee"),
        ),
    ),
    "two senders": (
        LETTER,
        added(f"{SENT}/t:persName", '<persName ref="person:roth">Roth</persName>'),
    ),
    "addressee unknown": (LETTER, without(RECEIVED)),
    "answer that is lost": (LETTER, attribute(NEXT, "target", None)),
    "another record of the message": (
        LETTER,
        attribute(NEXT, "subtype", "same-message"),
    ),
    "passed on": (
        LETTER,
        added(
            RECEIVED,
            '<correspAction type="forwarded"><persName ref="person:roth">Roth</persName>'
            "</correspAction>",
        ),
    ),
    "no abstract": (LETTER, without("//t:abstract")),
    "no correspondence": (LETTER, without("//t:correspDesc")),
    "draft of the file": (LETTER, attribute("//t:revisionDesc", "status", "draft")),
    "several looks": (LETTER, attribute("//t:hi", "rend", "bold underline")),
    "note in paragraphs": (
        LETTER,
        added("//t:p", '<p>a<note type="translator" resp="#ed"><p>b</p><p>c</p></note></p>'),
    ),
    "enclosure in the text": (
        LETTER,
        added("//t:div", '<div type="enclosure"><head>Bill</head><p>10 fl.</p></div>'),
    ),
    "statement by a person of the register": (
        LETTER,
        attribute(f"{RECEIVED}/t:placeName", "resp", "person:berg"),
    ),
    "entry with a name alone": ("persons", without("//t:person[1]/t:idno")),
    "place without coordinates": ("places", without("//t:location")),
    "place on the equator": ("places", text("//t:geo", "0 180")),
}


@pytest.fixture(scope="module", params=["edition.rng", "edition.rnc", "edition.rng by libxml2"])
def accepts(request: pytest.FixtureRequest) -> Callable[[etree._Element], bool]:
    """Both forms of the schema, and another engine."""
    name, _, other = request.param.partition(" ")
    if other:
        return etree.RelaxNG(file=SCHEMAS / name).validate
    return Schema.from_file(SCHEMAS / name).is_valid


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_small_edition_is_valid(accepts: Callable[..., bool], name: str) -> None:
    assert accepts(read(name))


@pytest.mark.parametrize("mistake", REFUSED)
def test_a_mistake_is_refused(accepts: Callable[..., bool], mistake: str) -> None:
    name, change = REFUSED[mistake]
    root = read(name)
    change(root)
    assert not accepts(root)


@pytest.mark.parametrize("variant", ACCEPTED)
def test_a_good_variant_is_accepted(accepts: Callable[..., bool], variant: str) -> None:
    name, change = ACCEPTED[variant]
    root = read(name)
    change(root)
    assert accepts(root)
