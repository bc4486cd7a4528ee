"""Reading files: what is read, what is refused, and in which words."""

import re
from pathlib import Path

import pytest

from tei_edition.diagnostics import Diagnostic
from tei_edition.xml import Document, parse, parse_bytes, wrongly_declared
from tei_edition.xml.edits import carry_out
from tei_edition.xml.encodings import rightly_declared


def read(data: bytes) -> Document:
    document = parse_bytes(data, "letter.xml")
    assert isinstance(document, Document), document
    return document


def refuse(data: bytes) -> Diagnostic:
    refused = parse_bytes(data, "letter.xml")
    assert isinstance(refused, tuple)
    (diagnostic,) = refused
    return diagnostic


@pytest.mark.parametrize(
    ("data", "place", "code", "message", "hint"),
    [
        (b"", "1:1", "XML102", "the file is empty", "restore the document"),
        (b" \n ", "1:1", "XML102", "the file is empty", "delete the file"),
        (b"Dear Mao", "1:1", "XML103", "the file is not XML", "true name ending"),
        (b"\x89PNG\r\n\x1a\n", "1:1", "XML103", "the file is not XML", "move it out"),
        (
            b"<a><p>x</q></a>",
            "1:8",
            "XML104",
            "</q> does not close <p>, which is open here",
            "no <q> is open",
        ),
        (b"<a>\n<p>", "2:4", "XML104", "<p> is still open", "add </p>"),
        (b"<a>x & y</a>", "1:6", "XML104", "a bare & does not stand for itself", "&amp;"),
        (b"<a>AT&T</a>", "1:6", "XML104", "a bare & does not stand for itself", "&amp;"),
        (b"<a>x < y</a>", "1:6", "XML104", "< begins a tag, but no element name", "&lt;"),
        (b'<a b="<"/>', "1:7", "XML104", "< may not stand in the value of an attribute", "&lt;"),
        (b"<a>&nbsp;</a>", "1:4", "XML104", "the entity &nbsp; is not defined", "&#160;"),
        (b"<a>&xyzzy;</a>", "1:4", "XML104", "the entity &xyzzy; is not defined", "DOCTYPE"),
        (b'<a b="1" b="2"/>', "1:10", "XML104", "the attribute b stands twice", "remove one"),
        (b"<a><x:b/></a>", "1:4", "XML104", 'the prefix "x" of x:b is not declared', "xmlns:x"),
        (b'<a x:y="1"/>', "1:4", "XML104", 'the prefix "x" of x:y', 'xmlns:x="…"'),
        (b"<a/><b/>", "1:5", "XML104", "something follows the end", "one root element"),
        (b"<a b=c/>", "1:4", "XML104", "the value of b has no quotation marks", 'b="c"'),
        (b"<a>\x01</a>", "1:4", "XML104", "control character U+0001", "delete it"),
        (b"<a>\x00</a>", "1:4", "XML104", "control character U+0000", "delete it"),
        (b' <?xml version="1.0"?><a/>', "1:2", "XML104", "very beginning", "remove what comes"),
        (b"<a><!-- -- --></a>", "1:9", "XML104", "two hyphens may not stand in a comment", "-->"),
        (b"<a>\xe4</a>", "1:4", "XML105", "not valid in the encoding of the file", "as UTF-8"),
        (b'<?xml version="1.0" encoding="kr"?><a/>', "1:34", "XML105", '"kr" is not known', "UTF"),
        (b"<b>" * 300 + b"</b>" * 300, "1:771", "XML107", "nested more than 256 levels", "divide"),
    ],
)
def test_what_is_refused(data: bytes, place: str, code: str, message: str, hint: str) -> None:
    found = refuse(data)
    assert (f"letter.xml:{place}", code) == (str(found.location), found.code)
    assert message in found.message
    assert hint in found.hint


def test_the_open_element_is_shown_as_a_related_place() -> None:
    found = refuse(b"<a>\n <p>x\n</a>")
    assert [(r.location.line, r.message) for r in found.related] == [(2, "<p> begins here")]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "{secret}">]>',
        '<!DOCTYPE a [<!ENTITY x PUBLIC "-//X" "{secret}">]>',
        '<!DOCTYPE a [<!ENTITY % y SYSTEM "{dtd}"> %y;]>',
        '<!DOCTYPE a SYSTEM "{dtd}">',
        '<!DOCTYPE a PUBLIC "-//X//" "{dtd}" []>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nothing_outside_the_file_is_ever_read(tmp_path: Path, doctype: str, encoding: str) -> None:
    (tmp_path / "secret").write_text("SECRET")
    (tmp_path / "evil.dtd").write_text('<!ENTITY x "SECRET">')
    start = doctype.format(secret=tmp_path / "secret", dtd=tmp_path / "evil.dtd")
    found = refuse(f'<?xml version="1.0" encoding="{encoding}"?>{start}<a>&x;</a>'.encode(encoding))
    assert found.code in {"XML104", "XML106"}
    if "ENTITY" in doctype and encoding == "utf-8":
        assert "external entity" in found.message


def test_a_document_type_that_is_not_needed_does_not_hinder() -> None:
    assert read(b'<!DOCTYPE TEI SYSTEM "tei.dtd"><a>x</a>').root.text == "x"


def test_internal_entities_are_expanded() -> None:
    assert read(b'<!DOCTYPE a [<!ENTITY x "Mao">]><a>&x;</a>').root.text == "Mao"


def test_entities_that_explode_are_refused() -> None:
    levels = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' if n else f'<!ENTITY e0 "{"x" * 40}">'
        for n in range(8)
    )
    found = refuse(f"<!DOCTYPE a [{levels}]><a>&e7;</a>".encode())
    assert (found.code, "very many times" in found.message) == ("XML107", True)


def test_repeated_and_odd_ids_are_read() -> None:
    assert len(read(b'<a xml:id="x"><b xml:id="x"/><c xml:id="1 2"/></a>').root) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_places_are_exact_in_every_encoding(encoding: str) -> None:
    declared = "UTF-8" if encoding.startswith("utf-8") else encoding
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<a>\n  ü<b\n    c="1" xml:id="d"/></a>'
    document = read(text.encode(encoding))
    (b,) = document.root
    assert (document.location(b).line, document.location(b).column) == (3, 4)
    place = document.location(b, "{http://www.w3.org/XML/1998/namespace}id")
    assert (place.line, place.column) == (4, 11)


def test_places_of_attributes_and_text() -> None:
    source = '<a xmlns:q="urn:q" q:b="x > y" c=\'1\'>\n  one<d/>\n\n two\n</a>'
    document = read(source.encode())
    lines = source.split("\n")

    def at(line: int, column: int) -> str:
        return lines[line - 1][column - 1 :]

    for attribute, start in (("{urn:q}b", 'q:b="x'), ("c", "c='1'"), ("gone", "<a ")):
        place = document.location(document.root, attribute)
        assert at(place.line, place.column).startswith(start)
    first = document.text_location(document.root, 0)
    second = document.text_location(document.root, 1)
    assert at(first.line, first.column).startswith("one")
    assert at(second.line, second.column) == "two"
    assert document.text_location(document.root[0]) == document.location(document.root[0])


def test_an_element_of_another_document_has_the_place_of_the_file() -> None:
    stranger = read(b"<b/>").root
    assert str(read(b"\n<a/>").location(stranger)) == "letter.xml:1:1"
    assert str(read(b"\n<a/>").text_location(stranger)) == "letter.xml:1:1"


def test_the_text_for_transformation_has_entities_expanded_and_no_tail() -> None:
    document = read(b'<!DOCTYPE a [<!ENTITY x "Mao">]><a><b>&x;</b> tail</a>')
    assert document.tree_text(document.root[0]) == "<b>Mao</b>"
    assert document.tree_text() == "<a><b>Mao</b> tail</a>"


def test_unreadable_files_are_diagnostics(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.xml", "no such file"), (tmp_path, "is a directory")):
        refused = parse(path, "x.xml")
        assert isinstance(refused, tuple)
        assert refused[0].code == "XML101"
        assert re.search(reason, refused[0].message)


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    document = parse(tmp_path / "a.xml", "tei/a.xml")
    assert isinstance(document, Document)
    assert (document.name, document.root.tag) == ("tei/a.xml", "a")


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "US-ASCII", "koi8-r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_that_declares_an_older_encoding_is_read_as_what_it_is(
    encoding: str, mark: bytes
) -> None:
    text = f'<?xml version="1.0"\n  encoding="{encoding}"?>\n<a>”ü<b c="Í"/> ü</a>'
    document = read(mark + text.encode())
    assert document.source_text == text
    assert document.root.text == "”ü"
    assert str(document.location(document.root[0])) == "letter.xml:3:6"
    (found,) = wrongly_declared(document.data, document.name)
    assert (str(found.location), found.code) == ("letter.xml:2:13", "XML105")
    assert found.message == f"the file is in UTF-8, but says that it is in {encoding}"
    repaired = carry_out(document.data, found.fixes[0].edits)
    assert repaired == mark + text.replace(encoding, "UTF-8").encode()
    assert not wrongly_declared(repaired, document.name)
    assert rightly_declared(document.data) == repaired


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_nothing_says_is_read_and_told(encoding: str) -> None:
    document = read("<a>\n<b>Ü</b></a>".encode(encoding))
    assert document.root[0].text == "Ü"
    assert document.location(document.root[0]).line == 2
    (found,) = wrongly_declared(document.data, document.name)
    assert (str(found.location), found.code) == ("letter.xml:1:1", "XML105")


def test_bytes_that_say_utf_16_one_by_one_are_utf_8() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?>\n<a>Ü</a>'.encode()
    document = read(data)
    assert document.root.text == "Ü"
    (found,) = wrongly_declared(data, document.name)
    assert "says that it is in UTF-16" in found.message


def test_xml_1_1_is_refused_only_where_it_must_be() -> None:
    assert read(b'<?xml version="1.1"?><a/>').root.tag == "a"
    assert "U+0001" in refuse(b'<?xml version="1.1"?><a>&#x1;</a>').message


def test_what_an_encoding_says_is_believed_unless_it_is_plainly_wrong() -> None:
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    for data in (f"{declared}<a>Ãber</a>".encode("latin-1"), f"{declared}<a/>".encode()):
        assert not wrongly_declared(data, "letter.xml")
    assert read(f"{declared}<a>Ãber</a>".encode("latin-1")).root.text == "Ãber"
