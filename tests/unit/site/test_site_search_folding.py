"""Words as the search compares them, in every script."""

import pytest

from tei_edition.site.search.folding import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Württemberg", "wurttemberg"),
        ("Straße", "strasse"),
        ("ſeyn", "seyn"),
        ("Œuvre Łódź", "oeuvre lodz"),
        ("Ёлка й", "елка и"),
        ("ΛΌΓΟΣ", "λογοσ"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("كـتـاب", "كتاب"),
        ("کتابی", "كتابي"),
        ("ｶﾞ１９", "ガ19"),
        ("İstanbul ısı", "istanbul isi"),
        ("hand\u00adschrift", "handschrift"),
        ("한국", "한국"),
        ("ﬁlia", "filia"),
    ],
)
def test_case_accents_and_points_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert words("Ko\u0308nig") == words("König") == ["konig"]


def test_words_end_at_apostrophes_hyphens_and_underscores() -> None:
    assert words("l’amour Sino-Soviet f_45") == ["l", "amour", "sino", "soviet", "f", "45"]


def test_scripts_without_blanks_give_each_character_with_the_next() -> None:
    assert words("毛泽东") == ["毛泽", "泽东", "东"]
    assert words("ありがとう")[:2] == ["あり", "りが"]
    assert words("สวัสดี") == ["สว", "วั", "ัส", "สด", "ดี", "ี"]


def test_a_change_of_script_parts_words() -> None:
    assert words("于1949年") == ["于", "1949", "年"]


def test_vowel_signs_that_tell_words_apart_stay() -> None:
    assert words("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


def test_nothing_is_found_in_signs_alone() -> None:
    assert words("— … ¶ ́ _") == []
