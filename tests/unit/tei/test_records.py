from collections.abc import Callable

from tei_edition.model import Role
from tei_edition.tei import read
from tei_edition.xml import Document, parse_bytes

Make = Callable[..., Document]


def test_a_record_of_conversation(make: Make) -> None:
    document = make(
        """<teiHeader><fileDesc><titleStmt><title>Memorandum</title></titleStmt></fileDesc>
        <profileDesc><abstract><p><persName ref="person:mao">Mao</persName> speaks.</p></abstract>
        <creation><date type="record" notBefore="1949-02-01"/></creation>
        <particDesc><listPerson>
          <person role="author"><persName ref="person:mikoyan">Mikoyan</persName></person>
          <person role="interpreter"><persName>Shi Zhe</persName></person></listPerson></particDesc>
        <settingDesc><setting><date type="event" when="1949-02-01"/>
          <placeName ref="place:xibaipo">Xibaipo</placeName></setting></settingDesc></profileDesc>
        </teiHeader><text><body><div type="record"><p>See the sources.</p></div></body></text>""",
        "xml:id='memo' xml:lang='en'",
    )
    (record,) = read(document).documents
    assert record.date
    assert record.date.edtf == "1949-02-01"
    assert [(label, date.edtf) for label, date in record.dates] == [
        ("record", "[1949-02-01..]"),
        ("event", "1949-02-01"),
    ]
    assert [(m.name.form, m.role, m.function) for m in record.mentions] == [
        ("Mao", Role.MENTIONED, ""),
        ("Mikoyan", Role.AUTHOR, "author"),
        ("Shi Zhe", Role.PARTICIPANT, "interpreter"),
        ("Xibaipo", Role.MENTIONED, ""),
    ]
    assert (record.letters, record.has_text, record.xml_id) == ((), False, "memo")


def test_names_of_actions_are_no_mentions_and_those_of_the_file_are_its_source(make: Make) -> None:
    document = make(
        "<teiHeader><fileDesc><titleStmt><title>T</title><editor><persName ref='#e'>E</persName>"
        "</editor><author ref='#a'>A</author></titleStmt></fileDesc><profileDesc><correspDesc>"
        "<correspAction type='sent'><persName ref='#s'>S</persName>"
        "<note>for <persName ref='#n'>N</persName></note></correspAction></correspDesc>"
        "</profileDesc></teiHeader><text><body><p><persName ref='#t'>T</persName></p></body>"
        "<back><listPerson><person xml:id='x'><persName>X</persName></person></listPerson></back>"
        "</text>"
    )
    (record,) = read(document).documents
    assert [(m.name.ref, m.role) for m in record.mentions] == [
        ("#e", Role.SOURCE),
        ("#a", Role.AUTHOR),
        ("#n", Role.MENTIONED),
        ("#t", Role.MENTIONED),
    ]


def test_letters_of_one_file(make: Make) -> None:
    document = make(
        "<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt></fileDesc></teiHeader>"
        "<text><body><div type='letter' n='1'><head>First</head><p>a</p></div>"
        "<div type='letter' n='2'><p><persName ref='#x'>X</persName></p></div></body></text>",
        "xml:id='all'",
    )
    one, two = read(document).documents
    assert [(d.id, d.title, d.kind) for d in (one, two)] == [
        ("all.1", "First", "letter"),
        ("all.2", "Letters 2", "letter"),
    ]
    assert one.position != two.position
    assert (len(one.mentions), len(two.mentions)) == (0, 1)
    assert all(len(d.letters) == 1 for d in (one, two))


def test_a_corpus_with_its_registers() -> None:
    text = """<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc>
      <prefixDef ident="p" matchPattern="(.+)" replacementPattern="#$1"/></encodingDesc></teiHeader>
      <standOff><listPerson><person xml:id="a"><persName>A</persName></person></listPerson>
      </standOff>
      <TEI xml:id="l1"><teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader></TEI>
      <TEI><teiHeader/><text><body><p>About us.</p></body></text></TEI></teiCorpus>"""
    document = parse_bytes(text.encode(), "all.xml")
    assert isinstance(document, Document)
    found = read(document)
    assert [e.id for e in found.entities] == ["a"]
    assert [d.xml_id for d in found.documents] == ["l1"]
    assert [p.id for p in found.pages] == [".2"]
    assert found.documents[0].prefixes == (("p", "(.+)", "#$1"),)


def test_what_is_of_no_use_says_why(make: Make) -> None:
    found = read(make("<teiHeader/>"))
    assert found.unused == "it has no text, no entries and no letter"
    assert (found.documents, found.entities, found.pages) == ((), (), ())
