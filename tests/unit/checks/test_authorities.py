"""Which identifiers an authority can have given."""

import pytest

from tei_edition.checks.authorities import AUTHORITIES, complaint, recognise
from tei_edition.model import Identifier


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda a: a.name)
def test_the_example_of_every_authority_is_right(authority) -> None:  # type: ignore[no-untyped-def]
    assert complaint(authority, authority.example) == ""


@pytest.mark.parametrize(
    ("type", "value", "name", "number"),
    [
        ("GND", "118577425", "GND", "118577425"),
        ("URL", "https://d-nb.info/gnd/118577425/", "GND", "118577425"),
        ("gnd", "http://viaf.org/viaf/51699962", "VIAF", "51699962"),
        ("", "https://www.geonames.org/1816670/beijing.html", "GeoNames", "1816670"),
        ("wikidata", " Q5816 ", "Wikidata", "Q5816"),
        ("bnf", "http://catalogue.bnf.fr/ark:/12148/cb11888092r", "BnF", "cb11888092r"),
        ("", "https://id.loc.gov/authorities/names/n79018832.html", "Library of Congress", ""),
    ],
)
def test_recognises_numbers_and_links(type: str, value: str, name: str, number: str) -> None:
    found = recognise(Identifier(type, value))
    assert found is not None
    assert found[0].name == name
    assert not number or found[1] == number


@pytest.mark.parametrize(
    ("type", "value"), [("pmb", "12"), ("GND", "https://example.org/7"), ("", "118577425")]
)
def test_leaves_other_systems_alone(type: str, value: str) -> None:
    assert recognise(Identifier(type, value)) is None


@pytest.mark.parametrize(
    ("type", "value", "wrong"),
    [
        ("GND", "118577452", "check digit"),
        ("GND", "4005728-8", ""),
        ("GND", "4005728-7", "check digit"),
        ("GND", "11857742", "look like"),
        ("GND", "https://d-nb.info/gnd/", "missing"),
        ("ORCID", "0000-0002-1825-0098", "check digit"),
        ("ISNI", "0000 0001 2103 2683", ""),
        ("GeoNames", "https://sws.geonames.org/www.geonames.org/", "look like"),
        ("wikidata", "5816", "look like"),
        ("VIAF", "51699962a", "look like"),
    ],
)
def test_tells_what_is_wrong(type: str, value: str, wrong: str) -> None:
    found = recognise(Identifier(type, value))
    assert found is not None
    said = complaint(*found)
    assert wrong in said
    assert bool(said) == bool(wrong)
