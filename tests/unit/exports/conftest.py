"""One small edition for every format: letters of all sorts, a conversation, registers."""

from collections.abc import Mapping

import pytest

from tei_edition import indexing, tei
from tei_edition.config import CmifSection, Config, EditionSection, Editor
from tei_edition.model import Index
from tei_edition.xml import Document, parse_bytes

REGISTER = """<teiHeader/><standOff><listPerson>
  <person xml:id="stalin"><persName>Joseph Stalin</persName><idno type="wikidata">Q855</idno>
    </person>
  <person xml:id="mao"><persName>Mao Zedong</persName><idno type="wikidata">Q5816</idno>
    <idno type="VIAF">https://viaf.org/viaf/51699962/</idno></person></listPerson>
  <listPlace><place xml:id="beijing"><placeName>Beijing</placeName>
    <idno type="GeoNames">1816670</idno><location><geo>39.91 116.40</geo></location></place>
  </listPlace>
  <listOrg><org xml:id="cc"><orgName>Central Committee</orgName></org></listOrg></standOff>"""

CABLE = """<teiHeader><fileDesc><titleStmt><title>Cable, "Filippov" to Mao</title>
  <editor>A. Editor</editor></titleStmt><publicationStmt><publisher>The Press</publisher>
  <availability><licence target="http://creativecommons.org/licenses/by/4.0"/></availability>
  </publicationStmt></fileDesc><profileDesc>
  <correspDesc n="4159"><correspAction type="sent">
    <persName ref="r.xml#stalin" type="pseudonym" cert="low">Filippov</persName>
    <orgName ref="r.xml#cc" evidence="conjecture">CC</orgName>
    <date when="1949-10-14T08:10:00" cert="medium">14 October</date></correspAction>
  <correspAction type="transmitted"><persName>Kovalev; Ivan</persName></correspAction>
  <correspAction type="received"><persName ref="r.xml#mao">Mao</persName>
    <placeName ref="r.xml#beijing">Peiping</placeName><date notBefore="1949-10-14"/></correspAction>
  <correspAction type="received" subtype="copy"><persName>Molotov</persName></correspAction>
  </correspDesc></profileDesc><revisionDesc><change when="2025-02-03"/></revisionDesc></teiHeader>
  <text><body><p><placeName ref="r.xml#beijing">Beijing</placeName></p></body></text>"""

BARE = """<teiHeader><fileDesc><titleStmt><title>Undated</title></titleStmt></fileDesc><profileDesc>
  <correspDesc xml:id="c"><correspAction type="sent"><persName>unknown</persName>
  <date>some day in spring</date></correspAction></correspDesc></profileDesc></teiHeader>"""

TALK = """<teiHeader><fileDesc><titleStmt><title>Talk</title></titleStmt></fileDesc><profileDesc>
  <creation><date when="1949-02-01"/></creation><particDesc><person role="speaker">
  <persName ref="r.xml#mao">Mao</persName></person></particDesc></profileDesc></teiHeader>"""

FILES: Mapping[str, str] = {"r.xml": REGISTER, "a.xml": CABLE, "b.xml": BARE, "t.xml": TALK}


@pytest.fixture
def index() -> Index:
    """Return the index of the edition."""
    records = []
    for path, content in FILES.items():
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{content}</TEI>'
        document = parse_bytes(text.encode(), path)
        assert isinstance(document, Document), document
        records.append(tei.read(document))
    return indexing.join(records)


@pytest.fixture
def config() -> Config:
    """Return a configuration with everything in it."""
    return Config(
        edition=EditionSection(
            id="x",
            title="The Edition",
            base_url="https://example.org/edition/",
            licence="https://creativecommons.org/publicdomain/zero/1.0/",
            editors=(Editor(name="E. One"), Editor(name="E. Two")),
        ),
        cmif=CmifSection(uuid="a7f5d2c4-9b1e-4c68-8d3f-2e6b0a9c5d17", email="e@example.org"),
    )
