"""Small TEI documents, written in the test that needs them."""

from collections.abc import Callable

import pytest

from tei_edition.xml import Document, parse_bytes

MakeDocument = Callable[..., Document]


@pytest.fixture
def make() -> MakeDocument:
    """Return a function that makes a document of a TEI root's content and attributes."""

    def document(content: str, attributes: str = "", name: str = "letters/one.xml") -> Document:
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{content}</TEI>'
        parsed = parse_bytes(text.encode(), name)
        assert isinstance(parsed, Document), parsed
        return parsed

    return document
