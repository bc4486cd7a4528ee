"""A large corpus gives the same records in pieces as in one."""

from dataclasses import replace
from pathlib import Path

import pytest

from tei_edition import indexing, tei
from tei_edition.model import FileRecords
from tei_edition.tei import merge, part_names
from tei_edition.xml import Document, corpus, parse, read_source

HEAD = """<?xml version="1.0"?>
<!DOCTYPE teiCorpus [<!ENTITY who "Ann">]>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>All</title>
</titleStmt></fileDesc><encodingDesc><listPrefixDef><prefixDef ident="p" matchPattern="(.+)"
replacementPattern="#$1"/></listPrefixDef></encodingDesc></teiHeader>"""
LETTER = """<TEI {0}><teiHeader><fileDesc><titleStmt><title>{1}</title></titleStmt></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName ref="p:x">&who;</persName>
  <date when="1700-01-0{1}"/></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p>é {1} <persName
    ref="#y">Zoë</persName></p></body></text></TEI>"""
REST = (
    "<standOff><listPerson><person xml:id='x'><persName>Ann B.</persName></person></listPerson>"
    "</standOff>"
)
TEXT = (
    HEAD
    + "é "
    + LETTER.format('xml:id="a"', 1)
    + "\n<!-- between -->"
    + LETTER.format('n="b"', 2)
    + REST
    + LETTER.format("", 3)
    + "</teiCorpus>\n"
)


def in_pieces(path: Path) -> FileRecords:
    large = corpus(path, "c.xml", large=0)
    assert large
    names = part_names(large.labels)
    documents = [large.frame(), *(large.member(n, name) for n, name in enumerate(names, 1))]
    assert all(isinstance(document, Document) for document in documents)
    return merge("c.xml", [tei.read(d) for d in documents if isinstance(d, Document)])


def as_one(path: Path) -> FileRecords:
    document = parse(path, "c.xml")
    assert isinstance(document, Document)
    return tei.read(document)


@pytest.mark.parametrize("prefix", ["", "t"])
def test_pieces_and_whole_give_the_same(tmp_path: Path, prefix: str) -> None:
    text = TEXT
    if prefix:
        text = TEXT.replace("<teiCorpus xmlns=", "<t:teiCorpus xmlns:t=").replace(
            "</teiCorpus", "</t:teiCorpus"
        )
        for name in ("TEI", "teiHeader", "standOff"):
            text = text.replace(f"<{name}", f'<{name} xmlns="http://www.tei-c.org/ns/1.0"')
    path = tmp_path / "c.xml"
    path.write_text(text, "utf-8")
    pieces, whole = in_pieces(path), as_one(path)
    assert [d.member for d in pieces.documents] == [1, 2, 3]
    plain = [replace(d, member=0, position="", anchors=frozenset()) for d in pieces.documents]
    assert plain == [replace(d, position="", anchors=frozenset()) for d in whole.documents]
    assert pieces.prefixes == whole.prefixes
    assert pieces.anchors == whole.anchors
    assert [e.name for e in pieces.entities] == [e.name for e in whole.entities] == ["Ann B."]
    assert list(indexing.join([pieces]).letters) == list(indexing.join([whole]).letters)


def test_a_source_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_text(TEXT + f"<!--{'x' * 9_000_000}-->", "utf-8")
    record = in_pieces(path).documents[1]
    document = read_source(record.source, path)
    assert isinstance(document, Document)
    (element,) = document.root.xpath(record.position)
    assert element.get("n") == "b"
    assert document.location(element) == record.location


@pytest.mark.parametrize(
    "text",
    [
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
        TEXT.replace("</teiCorpus>", ""),
        TEXT.replace("<standOff>", "<teiCorpus><TEI/></teiCorpus><standOff>"),
        "",
        "no XML",
    ],
)
def test_what_is_no_flat_corpus_is_read_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.xml"
    path.write_text(text, "utf-8")
    assert corpus(path, "c.xml", large=0) is None


def test_other_encodings_and_small_files_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_text(TEXT, "utf-8")
    assert corpus(path, "c.xml") is None
    path.write_bytes(TEXT.replace("?>", " encoding='UTF-16'?>", 1).encode("utf-16"))
    assert corpus(path, "c.xml", large=0) is None
    path.write_bytes(TEXT.replace("?>", " encoding='ISO-8859-1'?>", 1).encode("latin-1"))
    assert corpus(path, "c.xml", large=0) is None
