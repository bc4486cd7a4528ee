"""A file that only records letters, as CMIF does, is an index: no page lists or places them."""

import json

from tei_edition import indexing, tei
from tei_edition.config import Config
from tei_edition.exports import EXPORTS
from tei_edition.model import Index
from tei_edition.xml import Document, parse_bytes


def recorded(number: int, text: str = "") -> Index:
    letters = "".join(
        f'<correspDesc xml:id="l{n}"><correspAction type="sent"><persName>Ann</persName>'
        f'<date when="17{n:02}"/></correspAction></correspDesc>'
        for n in range(number)
    )
    document = parse_bytes(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/><profileDesc>'
        f"{letters}</profileDesc></teiHeader><text><body><p>{text}</p></body></text></TEI>".encode(),
        "letters.xml",
    )
    assert isinstance(document, Document)
    return indexing.join([tei.read(document)])


def test_many_letters_without_a_text_are_an_index() -> None:
    assert recorded(21).documents["letters"].is_index
    assert not recorded(20).documents["letters"].is_index
    assert not recorded(21, "A text.").documents["letters"].is_index


def test_letters_of_an_index_have_no_place_on_its_page() -> None:
    for number, place in ((21, ""), (3, "#l1")):
        written = json.loads(EXPORTS["json"].write(recorded(number), Config()))
        second = written["letters"][1]
        assert second["url"].endswith(f"letters.html{place}")
        assert second["rule"] == "correspAction"
