"""A master file that includes letters does not double them."""

from pathlib import Path

from tei_edition import indexing, tei
from tei_edition.model import Index
from tei_edition.xml import Document, include, parse

SPACES = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
LETTER = (
    f"<TEI {SPACES} xml:id='one'><teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader>"
    "<text><p>Dear</p></text></TEI>"
)
FILES = {
    "book.xml": f"<teiCorpus {SPACES}><teiHeader/><xi:include href='one.xml'/></teiCorpus>",
    "one.xml": LETTER,
    "two.xml": LETTER.replace("one", "two").replace("<p>Dear</p>", "<xi:include href='p.xml'/>"),
    "p.xml": f"<p {SPACES}>Dear</p>",
}


def joined(folder: Path, *names: str) -> Index:
    records = []
    for name in names:
        path = folder / name
        path.write_text(FILES[name])
    for name in names:
        document = parse(folder / name, name)
        assert isinstance(document, Document)
        include(document, folder / name, folder)
        records.append(tei.read(document))
    return indexing.join(records)


def test_an_included_letter_is_that_of_its_own_file(tmp_path: Path) -> None:
    index = joined(tmp_path, *FILES)
    assert {id: d.location.path for id, d in index.documents.items()} == {
        "one": "one.xml",
        "two": "two.xml",
    }
    assert index.unused == ()


def test_where_its_file_is_no_part_of_the_edition_the_master_has_it(tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text(LETTER)
    assert [d.location.path for d in joined(tmp_path, "book.xml").documents.values()] == [
        "book.xml"
    ]
