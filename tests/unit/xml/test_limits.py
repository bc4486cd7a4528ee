"""Pieces too large for any parser are explained, in text and in attributes."""

import pytest

from tei_edition.xml import Document, parse_bytes


@pytest.mark.parametrize("form", ["<p>{}</p>", '<p n="{}"/>', "<p><!--{}--></p>"])
def test_a_piece_of_many_megabytes_is_refused_with_advice(form: str) -> None:
    found = parse_bytes(form.format("a" * 11_000_000).encode(), "x.xml")
    assert not isinstance(found, Document)
    assert "larger than any parser should take" in found[0].message


def test_a_file_of_many_megabytes_is_read() -> None:
    data = b"<p>" + b"<s>word</s>\n" * 1_500_000 + b"</p>"
    assert isinstance(parse_bytes(data, "x.xml"), Document)
