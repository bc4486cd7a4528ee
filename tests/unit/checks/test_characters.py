"""Places of characters in a file."""

import re

from tei_edition.checks.characters import found, unusual
from tei_edition.diagnostics import Location
from tei_edition.xml import Document, parse_bytes


def test_counts_lines_and_characters_from_one() -> None:
    document = parse_bytes("<TEI>\r\n  é<p>xé</p>\r\n</TEI>".encode(), "a.xml")
    assert isinstance(document, Document)
    places = [location for _, location in found(document, re.compile("é"))]
    assert places == [Location("a.xml", 2, 3), Location("a.xml", 2, 8)]


def test_finds_nothing() -> None:
    document = parse_bytes(b"<TEI/>", "a.xml")
    assert isinstance(document, Document)
    assert list(found(document, re.compile("x"))) == []


def test_tells_which_unusual_characters_there_are() -> None:
    document = parse_bytes("<TEI n='\x80'>Zürich, Λ Λ – č</TEI>".encode(), "a.xml")
    assert isinstance(document, Document)
    assert sorted(unusual(document)) == ["\x80", "Λ", "–"]
