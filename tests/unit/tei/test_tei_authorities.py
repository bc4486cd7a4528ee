import pytest

from tei_edition.model import EntityKind, Identifier
from tei_edition.tei import authorities


@pytest.mark.parametrize(
    ("type", "value", "uri"),
    [
        ("GND", "118577425", "http://d-nb.info/gnd/118577425"),
        ("gnd", "https://d-nb.info/gnd/118577425", "http://d-nb.info/gnd/118577425"),
        ("VIAF", "http://viaf.org/viaf/51699962/", "http://viaf.org/viaf/51699962"),
        ("LC", "n79021400", "http://lccn.loc.gov/n79021400"),
        (
            "LC",
            "http://id.loc.gov/authorities/names/n79021400.html",
            "http://lccn.loc.gov/n79021400",
        ),
        ("BNF", "cb11888092r", "http://catalogue.bnf.fr/ark:/12148/cb11888092r"),
        ("NDL", "00527383", "http://id.ndl.go.jp/auth/ndlna/00527383"),
        ("wikidata", "Q855", "http://www.wikidata.org/entity/Q855"),
        ("wikidata", "https://www.wikidata.org/wiki/Q855", "http://www.wikidata.org/entity/Q855"),
        ("GeoNames", "1816670", "https://www.geonames.org/1816670"),
        (
            "",
            "http://www.geonames.org/1816670/beijing.html",
            "https://www.geonames.org/1816670",
        ),
        ("other", "https://example.org/1", "https://example.org/1"),
        ("GND", "not a number", ""),
        ("shelfmark", "12", ""),
    ],
)
def test_identifiers_become_uris(type: str, value: str, uri: str) -> None:
    assert authorities.identifier(type, value).uri == uri


def test_short_forms() -> None:
    assert authorities.short_form("https://d-nb.info/gnd/118577425") == "gnd-118577425"
    assert authorities.short_form("https://example.org/a/") == "example.org/a"


def test_cmif_takes_one_listed_authority_and_geonames_for_places_alone() -> None:
    wikidata = Identifier("", "", "http://www.wikidata.org/entity/Q1")
    gnd = Identifier("", "", "https://d-nb.info/gnd/118577425")
    viaf = Identifier("", "", "https://viaf.org/viaf/1")
    geonames = Identifier("", "", "https://www.geonames.org/2")
    person, place = EntityKind.PERSON, EntityKind.PLACE
    assert authorities.cmif_uri([wikidata, gnd, viaf], person) == "http://viaf.org/viaf/1"
    assert authorities.cmif_uri([wikidata, gnd], person) == "http://d-nb.info/gnd/118577425"
    assert authorities.cmif_uri([wikidata, geonames], person) == ""
    assert authorities.cmif_uri([gnd, geonames], place) == "https://www.geonames.org/2"
