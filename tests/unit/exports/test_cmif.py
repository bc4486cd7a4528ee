from pathlib import Path

import pytest
from lxml import etree

from tei_edition.config import CmifSection, Config, EditionSection
from tei_edition.exports import cmif, cmif_header
from tei_edition.indexing import join
from tei_edition.model import Index

NS = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}


def written(index: Index, config: Config) -> etree._Element:
    return etree.fromstring(cmif.write(index, config))


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(item) for item in found]


@pytest.fixture(scope="module")
def official(request: pytest.FixtureRequest) -> etree.RelaxNG:
    shared: Path = request.getfixturevalue("shared")
    return etree.RelaxNG(etree.parse(shared / "standards/cmif/cmi-customization.rng"))


@pytest.mark.parametrize("configured", [True, False])
def test_valid_by_the_official_schema(
    index: Index, config: Config, official: etree.RelaxNG, configured: bool
) -> None:
    root = written(index, config if configured else Config())
    assert official.validate(root.getroottree()), official.error_log


def test_an_edition_without_letters_is_valid_too(config: Config, official: etree.RelaxNG) -> None:
    assert official.validate(written(join([]), config).getroottree()), official.error_log


def test_only_letters_each_once_with_address_number_and_source(
    index: Index, config: Config
) -> None:
    root = written(index, config)
    base = "https://example.org/edition/documents/"
    assert texts(root, "//t:correspDesc/@ref") == [f"{base}a.html", f"{base}b.html"]
    assert texts(root, "//t:correspDesc/@key") == ["4159", "b"]
    assert set(texts(root, "//t:correspDesc/@source")) == {"#a7f5d2c4-9b1e-4c68-8d3f-2e6b0a9c5d17"}


def test_sent_and_received_are_always_there_and_nothing_else(index: Index, config: Config) -> None:
    root = written(index, config)
    assert texts(root, "//t:correspAction/@type") == ["sent", "received"] * 2
    assert texts(root, "//t:correspDesc[2]//t:persName/text()") == ["Unknown", "Unknown"]


def test_names_are_preferred_with_one_listed_authority_and_no_copy(
    index: Index, config: Config
) -> None:
    root = written(index, config)
    first = "//t:correspDesc[1]/t:correspAction"
    assert texts(root, f"{first}/t:persName/text()") == ["Joseph Stalin", "Mao Zedong"]
    # Wikidata is not on the list of authorities.
    assert texts(root, f"{first}/t:persName/@ref") == ["http://viaf.org/viaf/51699962"]
    assert texts(root, f"{first}/t:orgName/text()") == ["Central Committee"]
    assert texts(root, f"{first}/t:placeName/@ref") == ["https://www.geonames.org/1816670"]


def test_doubt_is_low_or_a_conjecture_and_nothing_between(index: Index, config: Config) -> None:
    root = written(index, config)
    assert texts(root, "//t:persName/@cert") == ["low"]
    assert texts(root, "//t:date/@cert") == []
    assert texts(root, "//t:orgName/@evidence") == ["conjecture"]


def test_dates_are_days_and_words_alone_are_none(index: Index, config: Config) -> None:
    root = written(index, config)
    assert texts(root, "//t:correspDesc//t:date/@when") == ["1949-10-14"]
    assert texts(root, "//t:correspDesc//t:date/@notBefore") == ["1949-10-14"]
    assert texts(root, "//t:correspDesc[2]//t:date") == []


def test_the_header_comes_from_the_configuration(index: Index, config: Config) -> None:
    root = written(index, config)
    assert texts(root, "//t:editor/text()") == ["E. One ", "E. Two"]
    assert texts(root, "//t:email/text()") == ["e@example.org"]
    assert texts(root, "//t:idno/text()") == ["https://example.org/edition/data/cmif.xml"]
    assert texts(root, "//t:publicationStmt/t:date/@when") == ["2025-02-03T00:00:00Z"]
    assert texts(root, "//t:licence/@target") == [
        "https://creativecommons.org/publicdomain/zero/1.0/"
    ]
    parts = root.iterfind(".//t:publicationStmt/*", NS)
    assert [etree.QName(part).localname for part in parts] == [
        "publisher",
        "idno",
        "date",
        "availability",
    ]


def test_without_a_configuration_the_headers_speak(index: Index) -> None:
    root = written(index, Config())
    assert texts(root, "//t:editor/text()") == ["A. Editor"]
    assert texts(root, "//t:publisher/text()") == ["The Press"]
    # Not all documents state a licence, so nothing is granted for all of them.
    assert texts(root, "//t:licence/@target") == ["http://rightsstatements.org/vocab/UND/1.0/"]
    assert texts(root, "//t:correspDesc/@ref") == []


def test_the_made_uuid_is_stable_begins_with_a_letter_and_differs(index: Index) -> None:
    made = [
        cmif_header.uuid(index, Config(edition=EditionSection(id=id)))
        for id in ("a", "b", "c", "d", "e", "a")
    ]
    assert made[0] == made[-1]
    assert len(set(made)) == 5
    assert all(uuid[0] in "abcdef" for uuid in made)


def test_a_configured_uuid_with_a_digit_first_becomes_an_xml_id(index: Index) -> None:
    config = Config.model_construct(
        cmif=CmifSection.model_construct(uuid="17f5d2c4-9b1e-4c68-8d3f-2e6b0a9c5d17")
    )
    assert cmif_header.uuid(index, config) == "uuid-17f5d2c4-9b1e-4c68-8d3f-2e6b0a9c5d17"


def test_the_same_bytes_every_time(index: Index, config: Config) -> None:
    first = cmif.write(index, config)
    assert first == cmif.write(index, config)
    assert first.endswith(b">\n")
