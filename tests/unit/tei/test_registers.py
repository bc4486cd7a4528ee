from collections.abc import Callable

import pytest

from tei_edition.model import Entity, EntityKind
from tei_edition.tei import registers
from tei_edition.xml import Document

Make = Callable[..., Document]


def entries(document: Document) -> list[Entity]:
    return list(registers.read(document, document.root))


def one(make: Make, content: str) -> Entity:
    (entry,) = entries(make(f"<standOff>{content}</standOff>", "xml:lang='en'"))
    return entry


def test_a_person(make: Make) -> None:
    person = one(
        make,
        """<listPerson><person xml:id="stalin" n="J. Stalin">
        <persName type="preferred"><forename>Joseph</forename> <surname>Stalin</surname></persName>
        <persName type="sort">Stalin, Joseph</persName>
        <persName type="native" xml:lang="ru">Сталин</persName>
        <persName type="pseudonym" xml:lang="ru-Latn" from="1948-04-26" to="1949-11-11"
          cert="high">Filippov</persName>
        <birth when="1878-12-18"/><death><date when="1953-03-05">5 March 1953</date></death>
        <occupation>Leader</occupation><occupation>Leader</occupation><occupation>Poet</occupation>
        <idno type="wikidata">Q855</idno><idno type="URL" subtype="gnd">https://d-nb.info/gnd/118642499</idno>
        <ptr type="gnd" target="http://d-nb.info/gnd/118642499"/></person></listPerson>""",
    )
    assert (person.id, person.xml_id, person.kind) == ("stalin", "stalin", EntityKind.PERSON)
    assert (person.name, person.sort_name) == ("Joseph Stalin", "Stalin, Joseph")
    assert [(n.text, n.type, n.language) for n in person.names] == [
        ("Joseph Stalin", "preferred", "en"),
        ("Сталин", "native", "ru"),
        ("Filippov", "pseudonym", "ru-Latn"),
    ]
    used = person.names[2].dates
    assert used
    assert (used.edtf, person.names[2].certainty) == ("1948-04-26/1949-11-11", "high")
    assert person.birth
    assert person.death
    assert (person.birth.edtf, person.death.edtf) == ("1878-12-18", "1953-03-05")
    assert person.description == "Leader; Poet"
    assert [(i.type, i.uri) for i in person.identifiers] == [
        ("wikidata", "http://www.wikidata.org/entity/Q855"),
        ("gnd", "http://d-nb.info/gnd/118642499"),
    ]
    assert person.aliases == ("J. Stalin",)
    assert person.source.startswith("<person")
    assert person.location.line == 1


def test_sort_names_put_the_family_first(make: Make) -> None:
    person = one(
        make,
        "<listPerson><person><persName><forename>Anna</forename><nameLink>von</nameLink> "
        "<surname>Sachsen</surname></persName></person></listPerson>",
    )
    assert person.sort_name == "Sachsen, Anna von"


@pytest.mark.parametrize(
    ("geo", "expected"),
    [
        ("39.91 116.40", (39.91, 116.4)),
        ("48,2066 16,37341", (48.2066, 16.37341)),
        ("-33.4,18.5", (-33.4, 18.5)),
        ("95.0 10.0", None),
        ("10.0 181", None),
        ("39°54' N", None),
        ("", None),
    ],
)
def test_coordinates(make: Make, geo: str, expected: tuple[float, float] | None) -> None:
    place = one(
        make,
        f"<listPlace><place xml:id='p' type='city'><placeName>P</placeName>"
        f"<location><country>China</country><geo>{geo}</geo></location></place></listPlace>",
    )
    assert place.geo == expected
    assert (place.country, place.type) == ("China", "city")


def test_organisations_works_and_events(make: Make) -> None:
    document = make(
        "<standOff><listOrg><org xml:id='o'><orgName>Office</orgName><desc>An office.</desc></org>"
        "</listOrg><listBibl><bibl xml:id='w'><author>B</author><title level='m'>Works</title>"
        "</bibl><bibl xml:id='x'>A. Smith: Book</bibl></listBibl>"
        "<listEvent><event xml:id='e'><label>Congress</label></event></listEvent></standOff>"
    )
    assert [(e.kind, e.name) for e in entries(document)] == [
        (EntityKind.ORGANISATION, "Office"),
        (EntityKind.WORK, "Works"),
        (EntityKind.WORK, "A. Smith: Book"),
        (EntityKind.EVENT, "Congress"),
    ]
    assert entries(document)[0].description == "An office."


def test_places_in_places_are_entries_and_works_in_persons_are_not(make: Make) -> None:
    document = make(
        "<text><body><listPlace><place xml:id='a'><placeName>A</placeName><place xml:id='b'>"
        "<placeName>B</placeName></place></place></listPlace><listPerson><person xml:id='p'>"
        "<persName>P</persName><listBibl><bibl xml:id='no'>no</bibl></listBibl></person>"
        "</listPerson></body></text>"
    )
    assert [e.id for e in entries(document)] == ["a", "b", "p"]


def test_a_web_address_is_no_name(make: Make) -> None:
    place = one(
        make,
        "<listPlace><place><placeName type='wiki'>https://x.org/A</placeName>"
        "<placeName>A</placeName></place></listPlace>",
    )
    assert [n.text for n in place.names] == ["A"]


def test_life_dates_in_words_are_kept(make: Make) -> None:
    person = one(make, "<listPerson><person n='x'><birth>gest. 1836</birth></person></listPerson>")
    assert person.birth
    assert (person.birth.text, person.birth.edtf) == ("gest. 1836", "")


def test_what_letters_repeat_is_read_once_and_placed_anew(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (
        "<text><back><listPerson><person xml:id='p'><persName>P</persName>"
        "<figure><graphic url='p.jpg'/></figure><note target='#x'/></person><person n='q'/>"
        "</listPerson></back></text>"
    )
    files = [
        make(content, "xml:lang='en'", "one.xml"),
        make(f"\n{content}", "xml:lang='en'", "two.xml"),
        make(content, "xml:lang='de'", "three.xml"),
    ]
    monkeypatch.setattr(registers, "_known", {})
    found = [entry for file in files for entry in registers.local(file, file.root)]
    assert [(e.id, e.location.path, e.location.line, e.pointers) for e in found] == [
        ("p", "one.xml", 1, ()),
        ("p", "two.xml", 2, ()),
        ("p", "three.xml", 1, ()),
    ]
    assert [e.images[0].location.path for e in found] == ["one.xml", "two.xml", "three.xml"]
    assert [e.names[0].language for e in found] == ["en", "en", "de"]
    assert found[0].names is found[1].names
    monkeypatch.setattr(registers, "_MOST", 1)
    monkeypatch.setattr(registers, "_known", {})
    assert [entry for file in files for entry in registers.local(file, file.root)] == found
    assert len(registers._known) == 1
