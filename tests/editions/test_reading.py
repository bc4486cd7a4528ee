"""The letter page of a small edition: what the encoding of a text gives its readers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project

Site = Callable[[str], html.HtmlElement]
EDITION = Path(__file__).parent / "reading"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a function that reads a page of the built site."""
    base = tmp_path_factory.mktemp("reading")
    outcome = build(
        open_project(EDITION), output=base / "site", cache=base / "cache", jobs=1, progress=SILENT
    )
    assert not [d for d in outcome.diagnostics if d.severity == "error"]
    return lambda path: html.parse(base / "site" / path).getroot()


def _texts(nodes: list[html.HtmlElement]) -> list[str]:
    return [" ".join(node.text_content().split()) for node in nodes]


def test_a_translation_has_the_rows_of_its_original(site: Site) -> None:
    page = site("documents/aligned.html")
    (parallel,) = page.xpath("//*[contains(@class, 'tei-parallel')]")
    assert parallel.get("class") == "tei-parallel tei-parallel-aligned"
    original, translation = parallel.xpath("*")
    assert (original.get("lang"), translation.get("lang")) == ("de", "en")
    row = ".//div[@class='tei-row']"
    assert [text[:12] for text in _texts(original.xpath(row))] == [
        "Lieber Freun",
        "Die Rosen si",
        "Am Abend kam",
        "Ihre Olga",
    ]
    assert _texts(translation.xpath(row)) == [
        "Dear friend!",
        "",
        "In the evening came rain.It went on all night.",
        "Yours, Olga",
    ]


def test_each_text_says_what_it_is_in_the_language_of_the_interface(site: Site) -> None:
    page = site("documents/aligned.html")
    labels = page.xpath("//*[contains(@class, 'tei-parallel')]/*/h2")
    assert _texts(labels) == ["Original text · German", "Translation · English"]
    assert {label.get("lang") for label in labels} == {"en"}


def test_what_nothing_aligns_stands_side_by_side_all_the_same(site: Site) -> None:
    page = site("documents/apart.html")
    (parallel,) = page.xpath("//*[contains(@class, 'tei-parallel')]")
    assert parallel.get("class") == "tei-parallel"
    assert [(e.get("lang"), e.get("dir")) for e in parallel] == [("ar", "rtl"), ("en", None)]
    assert _texts(parallel.xpath("*/h2")) == ["Original text", "Translation"]
    assert _texts(parallel.xpath("*/h3")) == ["In English"]
    (commentary,) = page.xpath("//*[@data-type='commentary']")
    assert not commentary.xpath("ancestor::*[contains(@class, 'tei-parallel')]")


def test_readings_are_listed_by_witness_with_their_places(site: Site) -> None:
    page = site("documents/source.html")
    (section,) = page.xpath("//section[@class='document-witnesses']")
    assert _texts(section.xpath("h2")) == ["Readings by witness"]
    # The witness of the text itself departs from it nowhere.
    (summary,) = _texts(section.xpath("details/summary"))
    assert summary == "B The copy in the letter book. Readings: 2"
    assert _texts(section.xpath("details/ul/li")) == ["a green] brown", "b in flower] omitted"]
    for link in section.xpath(".//li/a"):
        (place,) = page.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert place.text_content() == link.text_content()[0]
