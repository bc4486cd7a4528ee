"""Near matches: slips are mended, numbers and strangers are not."""

import pytest

from tei_edition.checks.spelling import Speller

WORDS = ["stalin", "mao", "mikoyan", "kovalev-i", "kovalev-e", "pmb2121", "zhou", "Liu_Shaoqi"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("stalim", "stalin"),
        ("stlain", "stalin"),
        ("stali", "stalin"),
        ("stallin", "stalin"),
        ("Stalin", "stalin"),
        ("liu-shaoqi", "Liu_Shaoqi"),
        ("mikojan", "mikoyan"),
        ("mykojan", ""),
        ("kovalev", "kovalev-i"),
        ("mikoyann-a", "mikoyan"),
    ],
)
def test_finds_the_word_that_was_meant(slip: str, meant: str) -> None:
    assert Speller(WORDS).near(slip) == meant


@pytest.mark.parametrize("word", ["pmb2122", "pmb212", "molotov", "x", "", "ma"])
def test_offers_nothing_where_nothing_is_near(word: str) -> None:
    assert Speller(WORDS).near(word) == ""


def test_a_date_in_a_long_id_may_be_the_slip() -> None:
    speller = Speller(["ssa-1949-02-03-stalin-mikoyan"])
    assert speller.near("ssa-1949-02-30-stalin-mikoyan") == "ssa-1949-02-03-stalin-mikoyan"


def test_knows_no_words() -> None:
    assert Speller([]).near("stalin") == ""
