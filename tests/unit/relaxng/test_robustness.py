"""What is large, deep or hostile does no harm."""

import time

import pytest
from lxml import etree

from tei_edition.relaxng import Schema, SchemaError

HUGE = etree.XMLParser(huge_tree=True)
DEPTH = 100_000


def rng(content: str) -> Schema:
    return Schema.from_string(
        f'<grammar xmlns="http://relaxng.org/ns/structure/1.0">{content}</grammar>'
    )


NESTED = rng(
    '<start><ref name="a"/></start>'
    '<define name="a"><element name="a"><optional><ref name="a"/></optional></element></define>'
)
AMBIGUOUS = rng(
    '<start><choice><ref name="x"/><ref name="y"/></choice></start>'
    '<define name="x"><element name="a"><choice><attribute name="end"/>'
    '<choice><ref name="x"/><ref name="y"/></choice></choice></element></define>'
    '<define name="y"><element name="a"><choice><empty/>'
    '<choice><ref name="x"/><ref name="y"/></choice></choice></element></define>'
)


def deep(depth: int, innermost: str = "<a/>") -> etree._Element:
    return etree.fromstring("<a>" * depth + innermost + "</a>" * depth, HUGE)


def test_a_deep_tree() -> None:
    root = deep(2000)
    assert NESTED.is_valid(root)
    assert NESTED.findings(root) == []


def test_a_mistake_deep_down() -> None:
    [finding] = NESTED.findings(deep(2000, "<b/>"))
    assert finding.message == 'element "b" is not in this schema'


@pytest.mark.parametrize("schema", [NESTED, AMBIGUOUS], ids=["plain", "ambiguous"])
def test_a_deep_stream_of_events(schema: Schema) -> None:
    events = schema.events()
    assert all(events.start("a", {}) for _ in range(DEPTH))
    assert all(events.end() for _ in range(DEPTH))
    assert events.is_complete


def test_a_mistake_in_a_stream_is_known_at_once() -> None:
    events = NESTED.events()
    assert events.start("a", {})
    assert not events.start("b", {})


def test_ambiguity_does_not_multiply() -> None:
    start = time.perf_counter()
    assert AMBIGUOUS.is_valid(deep(200))
    assert time.perf_counter() - start < 2


def test_a_huge_attribute() -> None:
    schema = Schema.from_string(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" '
        'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        '<attribute name="b"><list><oneOrMore><data type="NCName"/></oneOrMore></list></attribute>'
        "</element>"
    )
    root = etree.Element("a", b="x " * 100_000)
    assert schema.is_valid(root)
    root.set("b", "x " * 100_000 + "1")
    [finding] = schema.findings(root)
    assert len(finding.message) < 200


def test_a_long_row_of_children() -> None:
    many = "".join(f'<element name="e{number}"><empty/></element>' for number in range(600))
    schema = rng(f'<start><element name="r">{many}</element></start>')
    root = etree.fromstring(f"<r>{''.join(f'<e{number}/>' for number in range(600))}</r>")
    assert schema.is_valid(root)


def test_comments_and_processing_instructions_are_no_content() -> None:
    schema = Schema.from_string(
        '<element name="n" xmlns="http://relaxng.org/ns/structure/1.0" '
        'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="int"/></element>'
    )
    root = etree.fromstring("<n>1<!-- one -->2<?x y?>3</n>")
    assert schema.is_valid(root)
    assert schema.findings(root) == []


@pytest.mark.parametrize(
    "href", ["http://example.org/x.rng", "ftp://example.org/x.rng", "//example.org/x.rng"]
)
def test_nothing_is_fetched_from_the_network(href: str) -> None:
    with pytest.raises(SchemaError, match="is not a local file"):
        Schema.from_string(
            f'<externalRef xmlns="http://relaxng.org/ns/structure/1.0" href="{href}"/>'
        )


def test_an_error_says_where_and_what_to_do() -> None:
    with pytest.raises(SchemaError) as caught:
        Schema.from_string(
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0">\n'
            ' <start>\n  <ref name="lettre"/>\n </start>\n</grammar>',
            "letters.rng",
        )
    assert str(caught.value) == (
        'letters.rng:3: "lettre" is referred to, but there is no <define name="lettre">\n'
        "   = add the definition or correct the name"
    )
