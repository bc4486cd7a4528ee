"""The XML of one document, alone or split out of a file."""

from lxml import etree

from tei_edition.site.sources import is_part, xml_of
from tei_edition.xml import Document, parse_bytes

FILE = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader>
<fileDesc><notesStmt><note>On all letters.</note></notesStmt>
<sourceDesc><p>A codex.</p></sourceDesc></fileDesc>
<profileDesc><abstract><p>All letters.</p></abstract>
<handNotes><handNote xml:id="h"/></handNotes></profileDesc>
</teiHeader><text><body><div type="letter" n="1"><p>One.</p></div> tail
<div type="letter" n="2"><p>Two.</p></div></body></text></TEI>"""
NS = {"t": "http://www.tei-c.org/ns/1.0"}


def document() -> Document:
    found = parse_bytes(FILE, "letters.xml")
    assert isinstance(found, Document)
    return found


def test_a_file_that_is_a_document_stays_as_it_is() -> None:
    assert not is_part(document(), "")
    assert xml_of(document(), "") == FILE.decode()


def test_a_part_becomes_a_document_with_the_sources_of_its_file() -> None:
    file = document()
    second = file.root.getroottree().getpath(file.root.findall(".//t:div", NS)[1])
    assert is_part(file, second)
    root = etree.fromstring(xml_of(file, second))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.xpath("string(//t:sourceDesc)", namespaces=NS) == "A codex."
    assert root.xpath("//t:handNote", namespaces=NS)
    assert root.xpath("//t:text//t:p/text()", namespaces=NS) == ["Two."]
    assert not root.xpath("//t:abstract | //t:notesStmt", namespaces=NS)
    # The file itself is left as it was.
    assert file.root.xpath("//t:abstract", namespaces=NS)
    assert "tail" not in xml_of(file, second)
