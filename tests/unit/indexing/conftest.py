"""Small editions, joined: files by path, each the content of a TEI root."""

from collections.abc import Callable

import pytest

from tei_edition import indexing, tei
from tei_edition.model import Index
from tei_edition.xml import Document, parse_bytes

JoinFiles = Callable[..., Index]


@pytest.fixture
def join() -> JoinFiles:
    """Return a function that joins files, given as path and content of the TEI root.

    A content that begins with a blank-free word and ``|`` has the root's ``xml:id`` before it.
    """

    def joined(files: dict[str, str]) -> Index:
        records = []
        for path, content in files.items():
            id, mark, body = content.partition("|")
            attributes = f'xml:id="{id}"' if mark else ""
            text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{body or id}</TEI>'
            document = parse_bytes(text.encode(), path)
            assert isinstance(document, Document), document
            records.append(tei.read(document))
        return indexing.join(reversed(records))

    return joined
