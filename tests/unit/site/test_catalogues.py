"""Every catalogue of interface words is complete: the same keys, places to fill in and forms."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from lxml import etree

from tei_edition.model import DateRange
from tei_edition.project import resource
from tei_edition.site.dates import Dates
from tei_edition.site.strings import CATEGORIES, load

FOLDER = resource("xslt") / "locale"
LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ru", "zh")
ALL = {"zero", "one", "two", "few", "many", "other"}
SYMBOLS = {
    "citation.apa",
    "mark.colon",
    "mark.comma",
    "citation.iso",
    "glyph",
    "letter.number",
    "letter.to",
    "list.comma",
    "search.chosen",
    "sic.mark",
    "unclear.mark",
}
"""Keys whose text may be the same in every language, since it is hardly a word."""


def read(language: str) -> dict[str, str]:
    """Return the texts of a file alone, without what is taken from English."""
    root = etree.parse(FOLDER / f"{language}.xml").getroot()
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    keys = [s.get("key") for s in root.iter("{urn:tei-edition:strings}string")]
    assert len(keys) == len(set(keys)), "a key stands twice"
    return {str(s.get("key")): s.text or "" for s in root.iter("{urn:tei-edition:strings}string")}


ENGLISH = read("en")
COUNTED = {key.removesuffix(".other") for key in ENGLISH if key.endswith(".other")}


def stem(key: str) -> tuple[str, str]:
    """Return a key of a counted text without its category, and the category."""
    base, _, category = key.rpartition(".")
    return (base, category) if base in COUNTED and category in ALL else (key, "")


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z]+)\}", text))


def test_the_languages_are_these() -> None:
    assert {path.stem for path in FOLDER.glob("*.xml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_key_and_no_other(language: str) -> None:
    assert {stem(key)[0] for key in read(language)} == {stem(key)[0] for key in ENGLISH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_texts_have_the_forms_that_the_language_needs(language: str) -> None:
    needed = set(Locale.parse(language).plural_form.tags) | {"other"}
    found: dict[str, set[str]] = {}
    for key in read(language):
        base, category = stem(key)
        if category:
            found.setdefault(base, set()).add(category)
    assert found == {base: needed for base in COUNTED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_the_same(language: str) -> None:
    """A form that is for one number alone ("a letter", "two letters") may leave the number out."""
    plural = Locale.parse(language).plural_form
    for key, text in read(language).items():
        base, category = stem(key)
        expected = placeholders(ENGLISH[f"{base}.other" if category else key])
        assert "{" not in re.sub(r"\{[a-z]+\}", "", text), key
        single = category and sum(plural(n) == category for n in range(200)) == 1
        if single and placeholders(text) != expected:
            expected = expected - {"n"}
        assert placeholders(text) == expected, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_stray_blanks(language: str) -> None:
    spaced = {"certainty.is", "date.or", "list.and", "list.comma", "mark.colon", "mark.comma"}
    for key, text in read(language).items():
        assert text.strip(), key
        assert text == text.strip() or key in spaced, key


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_the_words_are_the_language_s_own(language: str) -> None:
    """Some words are the same in two languages; most are not, and none is by a whole sentence."""
    texts = read(language)
    same = {key for key in texts if texts[key] == ENGLISH.get(key) and key not in SYMBOLS}
    assert len(same) < 0.08 * len(texts), sorted(same)
    assert not [key for key in same if len(ENGLISH[key].split()) > 2]


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("de", 1, "1 Brief"),
        ("fr", 0, "0 lettre"),
        ("fr", 1_000_000, "1 000 000 de lettres"),
        ("ru", 21, "21 письмо"),
        ("ru", 3, "3 письма"),
        ("ru", 11, "11 писем"),
        ("zh", 37, "37封信"),
        ("ar", 2, "رسالتان"),
        ("ar", 7, "7 رسائل"),
        ("ar", 11, "11 رسالة"),
        ("ar", 100, "100 رسالة"),
    ],
)
def test_counting(language: str, number: int, text: str) -> None:
    counted = load(FOLDER, language).count("letters", number)
    assert counted.replace("\u202f", " ").replace("\u00a0", " ") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_stylesheets_learn_the_plural_category_of_each_number(language: str) -> None:
    strings = load(FOLDER, language)
    categories = strings.texts[CATEGORIES].split()
    plural = Locale.parse(language).plural_form
    for number in (*range(200), 234, 1001, 2011, 40_105):
        place = number if number < 200 else 100 + number % 100
        assert categories[place] == plural(number)


@pytest.mark.parametrize(
    ("language", "text", "range_text"),
    [
        ("en", "16 December 1947", "4–6 February 1949"),
        ("de", "16. Dezember 1947", "4.–6. Februar 1949"),
        ("fr", "16 décembre 1947", "4–6 février 1949"),
        ("es", "16 de diciembre de 1947", "4–6 de febrero de 1949"),
        ("it", "16 dicembre 1947", "4–6 febbraio 1949"),
        ("ru", "16 декабря 1947 г.", "4–6 февраля 1949 г."),
        ("zh", "1947年12月16日", "1949年2月4日至6日"),
        ("ar", "16 ديسمبر 1947", "4–6 فبراير 1949"),
    ],
)
def test_dates(language: str, text: str, range_text: str) -> None:
    dates = Dates(load(FOLDER, language))
    day = date(1947, 12, 16).isoformat()
    shown = dates.full(DateRange(day, day, day))
    assert re.sub(r"[\u00a0\u202f]", " ", shown) == text
    days = dates.full(DateRange("1949-02-04", "1949-02-06", "1949-02-04/1949-02-06"))
    # Newer versions of the CLDR have a dash in Chinese, older ones a word.
    assert re.sub(r"[\u00a0\u2009\u202f]", " ", days).replace("日 – ", "日至") == range_text


def test_a_catalogue_is_found_in_the_installed_package() -> None:
    assert Path(FOLDER).is_dir()
    assert load(FOLDER, "ar").direction == "rtl"


def test_names_of_the_other_direction_stand_apart() -> None:
    arabic, english = load(FOLDER, "ar"), load(FOLDER, "en")
    line = arabic.fill("letter.line", sender="Joseph Stalin?", receiver="محمد")
    assert line == "\u2068Joseph Stalin?\u2069 إلى محمد"
    assert arabic.fill("letter.meant", line=line, names="Mao").startswith(line)
    assert arabic.join(["Li", "محمد", "Mao"]) == "\u2068Li\u2069، محمد و\u2068Mao\u2069"
    assert "\u2068" not in english.join(["Li", "محمد"])


def test_french_marks_are_never_parted_from_their_words() -> None:
    """A space before a high mark, and within quotation marks, is one that no line breaks at."""
    for key, text in read("fr").items():
        assert not re.search(r" [:;?!»]|« |\w[:;?!](?!\w)", text), key


def test_chinese_words_have_chinese_marks() -> None:
    for key, text in read("zh").items():
        assert not re.search(
            r"[\u4e00-\u9fff}][,;:?!()\[\]]|[,;:?!()\[\]][\u4e00-\u9fff{]", text
        ), key


def test_arabic_words_have_arabic_marks() -> None:
    for key, text in read("ar").items():
        assert not re.search(r"[\u0600-\u06ff}»)] ?[,;?]", text), key
