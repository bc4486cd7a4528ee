"""Exact places in an XML text."""

from tei_edition.xml.positions import Positions


def test_attributes_are_told_apart_in_a_tag_of_several_lines() -> None:
    text = "<a>\n <b n='>' m=\"n='1'\"\n  ref = 'x'/></a>"
    positions = Positions(text.encode(), text)
    assert positions.of_element(1) == (2, 2)
    assert positions.of_attribute(1, "m") == (2, 11)
    assert positions.of_attribute(1, "ref") == (3, 3)
    assert positions.of_attribute(1, "none") == (2, 2)


def test_what_expat_cannot_read_has_the_place_of_the_file() -> None:
    text = f'<{"a" * 50}"'
    assert Positions(b"\xff", text).of_attribute(3, "n") == (1, 1)
