"""Inclusions: local files only, where the edition wants them; everything else is explained."""

from pathlib import Path

import pytest

from tei_edition.diagnostics import Diagnostic
from tei_edition.xml import Document, asks, include, parse, source_bytes, unused

START = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of an edition beside a file that is not of it."""
    (tmp_path / "secret.xml").write_text("<p>secret</p>")
    folder = tmp_path / "edition"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts/one.xml").write_text("<p xml:id='a'>one <hi xml:id='b'>two</hi></p>")
    (folder / "parts/text.txt").write_text("a < b")
    (folder / "parts/nest.xml").write_text(f"{START}<xi:include href='one.xml'/></TEI>")
    (folder / "broken.xml").write_text("<p>")
    return folder


def expanded(folder: Path, content: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    path = folder / "letter.xml"
    path.write_text(f"{START}\n{content}<end/></TEI>")
    document = parse(path, "letter.xml")
    assert isinstance(document, Document)
    found, _ = include(document, path, folder)
    return document, found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("x<xi:include href='parts/one.xml'/>y", "xone twoy"),
        ("<p/>x<xi:include href='parts/one.xml' xpointer='b'/>y", "xtwoy"),
        ("x<xi:include href='parts/text.txt' parse='text'/>y", "xa < by"),
        ("<xi:include href='parts/nest.xml'/>", "one two"),
        ("<xi:include href='gone.xml'><xi:fallback>in <b>stead</b></xi:fallback></xi:include>!",
         "in stead!"),
        ("<xi:include href='letter2.xml'><xi:fallback/></xi:include>", ""),
    ],
)  # fmt: skip
def test_what_is_included(folder: Path, content: str, text: str) -> None:
    document, found = expanded(folder, content)
    assert found == ()
    assert "".join(document.root.itertext()).strip() == text
    assert not asks(document)


def test_places_stay_those_of_the_file(folder: Path) -> None:
    document, _ = expanded(folder, "<xi:include href='parts/one.xml'/>\n")
    end = document.root[-1]
    assert document.location(end).line == 3
    assert document.location(document.root[0]).line == 1  # included: no place but the file


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("https://example.org/a.xml", "nothing is fetched"),
        ("//example.org/a.xml", "nothing is fetched"),
        ("../secret.xml", "outside of the folder"),
        ("/etc/passwd", "outside of the folder"),
        ("parts/%2E%2E/../../secret.xml", "outside of the folder"),
        ("gone.xml", "no such file"),
        ("broken.xml", "not well-formed"),
        ("letter.xml", "includes itself"),
        ("", "includes itself"),
        ("parts", "no such file"),
        ("a%00b", "cannot be read"),
    ],
)
def test_what_is_refused(folder: Path, href: str, reason: str) -> None:
    document, (found,) = expanded(folder, f"<xi:include href='{href}'/>")
    assert reason in found.message
    assert (found.location.line, found.code) == (2, "XML109")
    assert "secret" not in document.tree_text()


def test_a_link_does_not_lead_out(folder: Path) -> None:
    (folder / "link.xml").symlink_to(folder.parent / "secret.xml")
    _, (found,) = expanded(folder, "<xi:include href='link.xml'/>")
    assert "outside" in found.message


def test_without_the_edition_s_wish_each_is_reported(folder: Path) -> None:
    path = folder / "letter.xml"
    path.write_text(f"{START}<xi:include href='parts/one.xml'/></TEI>")
    document = parse(path, "letter.xml")
    assert isinstance(document, Document)
    (found,) = unused(document)
    assert "XInclude is off" in found.message
    assert source_bytes("letter.xml", path) == path.read_bytes()
    assert b"one <hi" in source_bytes("letter.xml", path, folder)
