"""A small edition with one of everything, built and read back: what stands on which page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project

Site = Callable[[str], html.HtmlElement]
EDITION = Path(__file__).parent / "exchange"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site."""
    base = tmp_path_factory.mktemp("exchange")
    outcome = build(
        open_project(EDITION), output=base / "site", cache=base / "cache", jobs=1, progress=SILENT
    )
    assert not [d for d in outcome.diagnostics if d.severity == "error"]
    return base / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    """Return a function that reads a page of the built site."""
    return lambda path: html.parse(folder / path).getroot()


def text(page: html.HtmlElement, xpath: str) -> str:
    """Return the text of the first node, as readers see it; nothing where there is none."""
    found = page.xpath(xpath)
    return " ".join(found[0].text_content().split()) if found else ""


def all_texts(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(xpath)]


def test_letterhead_names_everyone_and_shows_doubt(site: Site) -> None:
    page = site("documents/a1.html")
    assert text(page, "//h1") == "Anna Li to Boris Ivanov [as The Gardener]"
    line = text(page, "//p[@class='letter-line']")
    assert line.startswith("through Carl Ott · Riga, 4 March 1900?")
    assert "another source has 6 March 1900" in line
    assert page.xpath("//h1/a/@href") == ["../persons/anna.html", "../persons/boris.html"]
    assert page.xpath("//p[@class='letter-line']//time/@datetime") == ["1900-03-04", "1900-03-06"]


def test_conflicting_dates_stand_side_by_side(site: Site) -> None:
    page = site("documents/a1.html")
    dates = all_texts(page, "//ul[@class='dates']/li")
    assert [d[:12] for d in dates] == ["4 March 1900", "6 March 1900"]
    note = page.xpath("//div[@class='action-note'][contains(., 'The hand is')]//a/@href")
    assert note == ["../persons/carl.html"]


def test_replies_lead_both_ways(site: Site) -> None:
    related = "//dl[@class='related']"
    there, back = site("documents/a1.html"), site("documents/b1.html")
    assert text(there, f"{related}//dt") == "Answered by"
    assert there.xpath(f"{related}//a/@href") == ["../documents/b1.html"]
    assert text(back, f"{related}//dt") == "Answers"
    assert back.xpath(f"{related}//a/@href") == ["../documents/a1.html"]


def test_neighbours_in_the_exchange_and_in_the_edition(site: Site) -> None:
    page = site("documents/a1.html")
    labels = all_texts(page, "//p[@class='neighbours-label']")
    assert labels == [
        "In this exchange: Anna Li and Boris Ivanov",
        "In this edition",
    ]
    assert set(page.xpath("//a[contains(@class,'neighbour-next')]/@href")) == {
        "../documents/b1.html"
    }
    assert page.xpath("/html/head/link[@rel='next']/@href") == ["../documents/b1.html"]


def test_an_enclosed_letter_has_its_own_line(site: Site) -> None:
    page = site("documents/b1.html")
    enclosed = text(page, "//p[@class='letter-enclosed']")
    assert enclosed == "With it: Boris Ivanov to Carl Ott, enclosed, by 20 March 1900"
    exchanges = page.xpath("//p[@class='neighbours-label']/a/@href")
    assert exchanges == [
        "../correspondence/anna--boris.html",
        "../correspondence/boris--carl.html",
    ]


def test_a_record_of_a_conversation_has_participants_and_no_sender(site: Site) -> None:
    page = site("documents/c1.html")
    assert text(page, "//h1") == "Record of a walk in the garden"
    assert text(page, "//p[@class='letter-line']").startswith("Riga?")
    people = all_texts(page, "//ul[@class='participants']/li")
    assert people == ["Anna Li speaker", "Carl Ott present"]
    dates = all_texts(page, "//section[@class='document-transmission']//dt")
    assert dates == ["Written", "What it describes took place"]


def test_what_is_not_known_is_said(site: Site) -> None:
    assert text(site("documents/d1.html"), "//h1") == "Anna Li to unknown addressee"


def test_the_abstract_comes_before_the_text_and_its_notes(site: Site) -> None:
    page = site("documents/a1.html")
    sections = page.xpath("//article/section/@class")
    assert sections[:2] == ["document-abstract", "document-text"]
    assert "Eleven kinds." in text(page, "//section[@class='document-text']")


def test_sources_licence_and_facts(site: Site) -> None:
    page = site("documents/a1.html")
    assert "F 1, l. 2" in text(page, "//section[@class='document-sources']")
    facts = all_texts(page, "//section[@class='document-about']//dt")
    assert {"Languages", "Last changed", "Licence", "Identifier"} <= set(facts)
    assert page.xpath("//section[@class='document-about']/p[@class='files']/a/@href") == [
        "../documents/a1.xml",
        "../documents/a1.txt",
    ]


def test_chronology_lists_every_document_under_its_year(site: Site) -> None:
    page = site("documents/index.html")
    assert all_texts(page, "//h2[@class='year-label']") == ["1900 2 documents", "1901 2 documents"]
    assert all_texts(page, "//span[@class='entry-date']") == ["4 Mar?", "20 Mar", "Jun", "2 Jun"]


def test_correspondence_index_counts_both_sides(site: Site) -> None:
    page = site("correspondence/index.html")
    assert all_texts(page, "//table[@class='exchanges']/tbody/tr/th") == [
        "Anna Li and Boris Ivanov",
        "Boris Ivanov and Carl Ott",
    ]
    anna = page.xpath("//table[@class='correspondents']//tr[th='Anna Li']/td")
    assert [cell.text_content() for cell in anna] == ["2", "1", ""]
    assert len(page.xpath("//table[@class='letters']/tbody/tr")) == 4


def test_exchange_has_both_sides(site: Site) -> None:
    page = site("correspondence/anna--boris.html")
    assert all_texts(page, "//p[contains(@class,'timeline-side')]") == [
        "Anna Li writes · 1",
        "Boris Ivanov writes · 1",
    ]
    assert page.xpath("//ol[@class='entries']/li/@class") == [
        "entry side-above",
        "entry side-below",
    ]


def test_an_exchange_shows_what_answers_what_and_has_its_figures(site: Site) -> None:
    page = site("correspondence/anna--boris.html")
    related = all_texts(page, "//p[@class='entry-related']")
    assert related == ["Answered by 20 March 1900", "Answers 4 March 1900"]
    assert page.xpath("//p[@class='entry-related']/a/@href") == [
        "../documents/b1.html",
        "../documents/a1.html",
    ]
    assert len(page.xpath("//*[local-name()='line'][@class='tie']")) == 1
    assert "A grey line leads" in text(page, "//figcaption")


def test_register_entry_gathers_names_facts_and_documents(site: Site) -> None:
    page = site("persons/anna.html")
    assert text(page, "//p[@class='lead']") == "1870–1940? · Gardener in Riga"
    assert page.xpath("//bdi[@lang='zh-Hans']/text()") == ["李安娜"]
    assert page.xpath("//ul[@class='identifiers']//a/@href") == ["http://viaf.org/viaf/1"]
    assert page.xpath("//div[contains(@class,'entity-notes')]//a/@href") == [
        "../persons/boris.html"
    ]
    headings = all_texts(page, "//section[contains(@class,'role ')]/h2")
    assert headings == ["Sent 2", "Received 1", "Took part 1"]
    assert page.xpath("//ul[@class='entity-correspondents']/li/a/@href") == [
        "../persons/boris.html",
        "../correspondence/anna--boris.html",
    ]


def test_an_entry_without_documents_says_so(site: Site) -> None:
    assert "No document" in text(site("persons/nobody.html"), "//p[@class='document-remark']")


def test_register_runs_from_a_to_z_without_accents(site: Site) -> None:
    page = site("persons/index.html")
    assert all_texts(page, "//section[@class='initial']/h2") == ["E", "I", "L", "O"]


def test_home_has_title_once_introduction_highlights_and_ways_in(site: Site) -> None:
    page = site("index.html")
    headings = all_texts(page, "//h1 | //h2")
    assert headings.count("Letters of Two Gardeners, 1900–1901") == 1
    assert page.xpath("//ol[contains(@class,'highlights')]//a/@href") == ["documents/a1.html"]
    assert text(page, "//p[@class='entry-summary']") == "Where the roses begin."
    assert "about/principles.html" in page.xpath("//main//a/@href")
    ways = page.xpath("//section[@class='ways']//a/@href")
    assert ways == [
        "documents/index.html",
        "correspondence/index.html",
        "persons/index.html",
        "places/index.html",
        "search/index.html",
    ]


def test_former_address_leads_to_the_document(site: Site) -> None:
    page = site("documents/letter-2.html")
    refresh = page.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == ["0; url=../documents/b1.html"]
    assert page.xpath("//main//a/@href") == ["../documents/b1.html"]


def test_no_page_loads_anything_from_elsewhere_or_styles_inline(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 15
    for path in pages:
        page = html.parse(path).getroot()
        assert not page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //style | //@style | //@onclick"
        ), path
        loaded = page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //*/@src")
        outside = [url for url in loaded if url.startswith(("http:", "https:", "//"))]
        assert not outside or path.name == "404.html"


def test_every_link_between_pages_leads_somewhere(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        if path.name == "404.html":
            continue
        for url in html.parse(path).getroot().xpath("//@href"):
            file, _, fragment = url.partition("#")
            if ":" in url:
                continue
            target = (path.parent / file) if file else path
            assert target.resolve().is_file(), f"{path}: {url}"
            if fragment:
                ids = html.parse(target).getroot().xpath("//@id")
                assert fragment in ids, f"{path}: {url}"


def test_no_interface_string_is_missing(folder: Path) -> None:
    """A key without a text would stand on the page as it is: two words joined by a dot."""
    for path in folder.rglob("*.html"):
        words = html.parse(path).getroot().xpath("//main//text()")
        keys = [w for w in words if w.strip().startswith(("nav.", "document.", "entity.", "date."))]
        assert not keys, path


def test_site_has_sources_texts_sitemap_and_styles(folder: Path) -> None:
    source = (EDITION / "tei/letters/a1.xml").read_bytes()
    assert (folder / "documents/a1.xml").read_bytes() == source
    assert "roses are in flower" in (folder / "documents/a1.txt").read_text("utf-8")
    sitemap = (folder / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://gardeners.example/documents/a1.html</loc><lastmod>2024-05-01" in sitemap
    assert (folder / "assets/css/tokens.css").is_file()


def test_who_wrote_to_whom_is_a_matrix_with_links(site: Site) -> None:
    page = site("correspondence/network.html")
    row = page.xpath("//table[@class='matrix']/tbody/tr[th='Anna Li']")[0]
    assert row.xpath("td/@data-letters") == ["1"]
    assert row.xpath("td/a/@href") == ["../correspondence/anna--boris.html"]
    assert row.xpath("td/a/@title") == ["Anna Li to Boris Ivanov: 1 letter"]
    arcs = page.xpath("//figure[@class='ties']//*[local-name()='path']/../@href")
    assert set(arcs) == {
        "../correspondence/anna--boris.html",
        "../correspondence/boris--carl.html",
    }
    assert "network.html" in " ".join(site("correspondence/index.html").xpath("//main//a/@href"))


def test_places_lie_on_a_map_with_a_table_behind_it(site: Site) -> None:
    page = site("places/index.html")
    assert page.xpath("//figure[@class='map']//*[local-name()='a']/@href") == [
        "../places/riga.html"
    ]
    assert text(page, "//table[@class='map-table']//th[@scope='row']") == "Riga"
    assert (
        len(page.xpath("//*[local-name()='svg']/*[local-name()='title' or local-name()='desc']"))
        == 2
    )
    locator = site("places/riga.html").xpath("//figure[@class='locator']//*[@role='img']")
    assert len(locator) == 1


def test_the_head_says_how_sure_it_is(site: Site) -> None:
    page = site("documents/a1.html")
    doubts = text(page, "//ul[@class='letter-doubts']")
    assert doubts == "4 March 1900: The date is not certain; certainty: medium"
