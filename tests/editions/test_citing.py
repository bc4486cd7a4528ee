"""How readers and their programs are told to cite: blocks, files and heads of a built edition."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from lxml import html

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project

Site = Callable[[str], html.HtmlElement]
EDITION = Path(__file__).parent / "exchange"
ADDRESS = "https://gardeners.example/documents/a1.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site."""
    base = tmp_path_factory.mktemp("citing")
    project = open_project(EDITION)
    build(project, output=base / "site", cache=base / "cache", jobs=1, progress=SILENT)
    return base / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    """Return a function that reads a page of the built site."""
    return lambda path: html.parse(folder / path).getroot()


def styles(page: html.HtmlElement) -> dict[str, str]:
    """Return the citations by the name of their style."""
    return {
        fact.findtext("dt"): " ".join(fact.find("dd").text_content().split())
        for fact in page.xpath("//dl[contains(@class, 'citations')]/div")
    }


def tags(page: html.HtmlElement, prefix: str) -> dict[str, list[str]]:
    """Return the tags of the head whose name begins so."""
    found: dict[str, list[str]] = {}
    for tag in page.xpath("/html/head/meta[starts-with(@name, $prefix)]", prefix=prefix):
        found.setdefault(tag.get("name").removeprefix(prefix), []).append(tag.get("content"))
    return found


def data(page: html.HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD of a page, of which there is one block, in the head."""
    (block,) = page.xpath("/html/head/script[@type='application/ld+json']")
    parsed = json.loads(block.text)
    assert parsed["@context"] == "https://schema.org"
    return dict(parsed)


def test_a_letter_is_cited_in_three_styles(site: Site) -> None:
    assert styles(site("documents/a1.html")) == {
        "Chicago (note)": "Anna Li to Boris Ivanov [as The Gardener], through Carl Ott, "
        "4 March 1900, in Letters of Two Gardeners, 1900–1901, edited by Ada Editor and Ben "
        f"Editor (The editors, version of 1 May 2024), {ADDRESS}",
        "APA": "Li, A. (1900, March 4). Anna to Boris, on roses [letter]. In A. Editor and Ben "
        "Editor (Eds.), Letters of Two Gardeners, 1900–1901 (version of 1 May 2024). The editors. "
        f"{ADDRESS}",
        "ISO 690": "LI, Anna. Anna to Boris, on roses. 4 March 1900. In: EDITOR, Ada and Ben "
        "Editor (Eds.). Letters of Two Gardeners, 1900–1901 [online]. The editors, version of "
        f"1 May 2024. Available from: {ADDRESS}",
    }


def test_a_record_without_an_author_is_cited_by_its_title(site: Site) -> None:
    cited = styles(site("documents/c1.html"))
    assert cited["Chicago (note)"].startswith("“Record of a walk in the garden”, ")
    assert cited["APA"].startswith("Record of a walk in the garden")


def test_the_edition_is_cited_as_a_whole(site: Site) -> None:
    cited = styles(site("about/index.html"))
    assert cited["Chicago (note)"].startswith(
        "Ada Editor and Ben Editor, eds., Letters of Two Gardeners, 1900–1901 ("
    )
    assert cited["APA"].startswith("Editor, A. and Ben Editor (Eds.). (2024). Letters of Two")
    assert all(text.endswith("https://gardeners.example/") for text in cited.values())


def test_titles_are_marked_and_addresses_lead_there(site: Site) -> None:
    page = site("documents/a1.html")
    assert {cite.text for cite in page.xpath("//p[@class='citation']/cite")} == {
        "Letters of Two Gardeners, 1900–1901"
    }
    assert set(page.xpath("//p[@class='citation']/a/@href")) == {ADDRESS}


def test_files_beside_the_page_are_linked_and_say_the_same(site: Site, folder: Path) -> None:
    page = site("documents/a1.html")
    linked = page.xpath("//section[@class='document-citation']/p[@class='files']/a/@href")
    assert linked == ["../documents/a1.bib", "../documents/a1.ris", "../documents/a1.json"]
    bib, ris, csl = (folder / "documents" / path for path in linked)
    (entry,) = bibtexparser.parse_string(bib.read_text("utf-8")).entries
    assert (entry.key, entry["author"], entry["url"]) == ("a1", "Li, Anna", ADDRESS)
    (record,) = rispy.loads(ris.read_bytes().decode())
    assert (record["id"], record["authors"], record["urls"]) == ("a1", ["Li, Anna"], [ADDRESS])
    (item,) = json.loads(csl.read_text("utf-8"))
    assert (item["id"], item["URL"]) == ("a1", ADDRESS)
    assert item["recipient"] == [{"family": "Ivanov", "given": "Boris"}]


def test_every_document_has_the_three_files(folder: Path) -> None:
    pages = {p.stem for p in (folder / "documents").glob("*.xml")}
    assert len(pages) == 4
    for suffix in ("bib", "ris", "json"):
        assert {p.stem for p in (folder / "documents").glob(f"*.{suffix}")} == pages


def test_the_whole_edition_is_on_the_page_of_data(site: Site, folder: Path) -> None:
    linked = site("data/index.html").xpath("//table//a/@href")
    for name in ("citations.bib", "citations.ris", "citations.json"):
        assert f"../data/{name}" in linked
        assert (folder / "data" / name).stat().st_size


def test_highwire_tags_make_a_part_of_a_book(site: Site) -> None:
    assert tags(site("documents/a1.html"), "citation_") == {
        "title": ["Anna to Boris, on roses"],
        "author": ["Li, Anna"],
        "editor": ["Editor, Ada", "Ben Editor"],
        "date": ["1900-03-04"],
        "online_date": ["2024/05/01"],
        "book_title": ["Letters of Two Gardeners, 1900–1901"],
        "publisher": ["The editors"],
        "language": ["ru"],
        "public_url": [ADDRESS],
    }


def test_dublin_core_has_version_and_licence(site: Site) -> None:
    page = site("documents/a1.html")
    terms = tags(page, "DCTERMS.")
    assert terms["created"] == ["1900-03-04"]
    assert terms["modified"] == ["2024-05-01"]
    assert terms["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert page.xpath("/html/head/link[@rel='schema.DCTERMS']/@href") == [
        "http://purl.org/dc/terms/"
    ]
    assert tags(site("index.html"), "DCTERMS.")["type"] == ["Collection"]


def test_a_letter_is_a_message_from_somebody_to_somebody(site: Site) -> None:
    letter = data(site("documents/a1.html"))
    assert (letter["@type"], letter["@id"]) == ("Message", ADDRESS)
    assert [who["name"] for who in letter["sender"]] == ["Anna Li"]
    assert letter["sender"][0]["@id"] == "https://gardeners.example/persons/anna.html"
    assert letter["sender"][0]["sameAs"] == ["http://viaf.org/viaf/1"]
    assert [who["name"] for who in letter["recipient"]] == ["Boris Ivanov"]
    assert letter["dateSent"] == letter["dateCreated"] == "1900-03-04"
    assert letter["dateModified"] == "2024-05-01"
    assert letter["datePublished"] == "2023-09"
    assert "datePublished" not in data(site("documents/c1.html"))
    assert letter["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert letter["isPartOf"]["@id"] == "https://gardeners.example/"
    assert data(site("documents/c1.html"))["@type"] == "CreativeWork"


def test_persons_and_the_edition_say_what_they_are(site: Site) -> None:
    anna = data(site("persons/anna.html"))
    assert (anna["@type"], anna["name"]) == ("Person", "Anna Li")
    assert anna["sameAs"] == ["http://viaf.org/viaf/1"]
    assert "李安娜" in anna["alternateName"]
    assert anna["birthDate"] == "1870"
    whole = data(site("index.html"))
    assert (whole["@type"], whole["url"]) == ("Collection", "https://gardeners.example/")


def test_other_forms_are_announced(site: Site) -> None:
    page = site("documents/a1.html")
    assert page.xpath("/html/head/link[@rel='alternate'][contains(@href, '/a1.')]/@type") == [
        "application/tei+xml",
        "text/plain",
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    ]
