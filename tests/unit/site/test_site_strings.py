"""Words of the interface: patterns, plurals, languages."""

from pathlib import Path

from tei_edition.site.strings import Strings, load, locale_of

GERMAN = """<strings xmlns="urn:tei-edition:strings" xml:lang="de">
  <string key="letters.one">{n} Brief</string><string key="letters.other">{n} Briefe</string>
</strings>"""
ENGLISH = """<strings xmlns="urn:tei-edition:strings" xml:lang="en">
  <string key="letters.one">{n} letter</string><string key="letters.other">{n} letters</string>
  <string key="letter.to">to</string>
</strings>"""


def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.xml").write_text(ENGLISH, "utf-8")
    (tmp_path / "de.xml").write_text(GERMAN, "utf-8")
    return tmp_path


def test_counted_things_follow_the_language(tmp_path: Path) -> None:
    german = load(folder(tmp_path), "de")
    assert german.count("letters", 1) == "1 Brief"
    assert german.count("letters", 1200) == "1.200 Briefe"


def test_a_regional_tag_takes_the_language_and_english_fills_the_gaps(tmp_path: Path) -> None:
    austrian = load(folder(tmp_path), "de-AT")
    assert austrian.language == "de-AT"
    assert austrian["letter.to"] == "to"


def test_a_language_without_a_file_is_shown_in_english(tmp_path: Path) -> None:
    unknown = load(folder(tmp_path), "tlh")
    assert unknown.language == "en"
    assert unknown.count("letters", 2) == "2 letters"


def test_enumerations(english: Strings) -> None:
    assert english.join([]) == ""
    assert english.join(["a", "b", "c"]) == "a, b and c"


def test_languages_have_names_and_scripts(english: Strings) -> None:
    assert english.language_name("ru") == "Russian"
    assert english.language_name("zh-Latn-pinyin") == "Chinese (Latin)"
    assert english.language_name("x-secret") == "x-secret"


def test_english_is_international_and_a_broken_tag_does_not_fail() -> None:
    assert str(locale_of("en")) == "en_001"
    assert str(locale_of("no such tag")) == "en_001"


def test_direction(english: Strings) -> None:
    assert english.direction == "ltr"
    assert Strings("ar", {}).direction == "rtl"
