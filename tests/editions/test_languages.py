"""An edition in each language of the interface: its words, its direction, and the text's own."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tei_edition.pipeline import build
from tei_edition.project import open_project, resource

EDITION = Path(__file__).parent / "exchange"
LANGUAGES = sorted(path.stem for path in (resource("xslt") / "locale").glob("*.xml"))
Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that builds the edition in a language, once for each."""
    sites: dict[str, Path] = {}

    def make(language: str) -> Path:
        if language not in sites:
            base = tmp_path_factory.mktemp(language)
            project = Path(shutil.copytree(EDITION, base / "edition"))
            file = project / "edition.toml"
            text = file.read_text("utf-8").replace('language = "en"', f'language = "{language}"')
            file.write_text(text, "utf-8")
            outcome = build(
                open_project(project), output=base / "site", cache=base / "cache", jobs=1
            )
            assert not [d for d in outcome.diagnostics if d.severity == "error"]
            sites[language] = base / "site"
        return sites[language]

    return make


def page(site: Path, path: str) -> html.HtmlElement:
    return html.parse(site / path).getroot()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_direction(built: Build, language: str) -> None:
    for path in built(language).rglob("*.html"):
        root = html.parse(path).getroot()
        assert root.get("lang") == language, path
        assert root.get("dir") == ("rtl" if language == "ar" else "ltr"), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_fill_in(built: Build, language: str) -> None:
    for path in built(language).rglob("*.html"):
        words = html.parse(path).getroot().xpath("//body//text()[not(ancestor::script)]")
        assert not [word for word in words if re.search(r"\{[a-z]+\}", word)], path


@pytest.mark.parametrize(
    ("language", "colon"), [("ar", ": "), ("en", ": "), ("fr", "\u00a0: "), ("zh", "：")]
)
def test_marks_between_parts_are_the_language_s_own(
    built: Build, language: str, colon: str
) -> None:
    root = page(built(language), "documents/a1.html")
    doubts = root.xpath("//ul[@class='letter-doubts']/li")[0].text_content()
    exchange = root.xpath("//p[@class='neighbours-label']")[0].text_content()
    assert colon in doubts
    assert colon in exchange
    assert language != "zh" or ": " not in doubts + exchange


@pytest.mark.parametrize(
    ("language", "sender", "date", "count"),
    [
        ("ar", "المرسِل", "4 مارس 1900", "وثيقتان"),
        ("de", "Absender", "4. März 1900", "2 Dokumente"),
        ("es", "Remitente", "4 de marzo de 1900", "2 documentos"),
        ("fr", "Expéditeur", "4 mars 1900", "2 documents"),
        ("it", "Mittente", "4 marzo 1900", "2 documenti"),
        ("ru", "Отправитель", "4 марта 1900", "2 документа"),
        ("zh", "寄信人", "1900年3月4日", "2份文献"),
    ],
)
def test_words_dates_and_plurals(
    built: Build, language: str, sender: str, date: str, count: str
) -> None:
    site = built(language)
    table = page(site, "correspondence/index.html").xpath("//table[@class='letters']")[0]
    assert sender in [cell.text for cell in table.xpath(".//th")]
    line = page(site, "documents/a1.html").xpath("//p[@class='letter-line']")[0].text_content()
    assert date in line.replace("\u00a0", " ").replace("\u202f", " ")
    years = page(site, "documents/index.html").xpath("//h2[@class='year-label']")
    assert count in years[0].text_content()


def test_the_text_keeps_its_own_language_and_direction(built: Build) -> None:
    letter = page(built("ar"), "documents/a1.html")
    for part in ("document-abstract", "document-text"):
        (section,) = letter.xpath("//section[@class=$part]", part=part)
        assert (section.get("lang"), section.get("dir")) == ("en", "ltr")
    heading = letter.xpath("//section[@class='document-abstract']/h2")[0]
    assert (heading.get("lang"), heading.get("dir")) == ("ar", "rtl")
    same = page(built("en"), "documents/a1.html").xpath("//section[@class='document-text']")[0]
    assert same.get("lang") is None
    german = page(built("de"), "documents/a1.html").xpath("//section[@class='document-text']")[0]
    assert (german.get("lang"), german.get("dir")) == ("en", None)
