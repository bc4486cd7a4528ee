"""Language tags: what BCP 47 takes, and what is offered instead."""

import pytest
from babel import Locale

from tei_edition.checks.language_codes import (
    BY_COUNTRY,
    BY_LONG_CODE,
    BY_NAME,
    DEPRECATED,
    SHORT_CODES,
)
from tei_edition.checks.languages import complaint


def test_the_short_codes_are_those_that_locale_data_know() -> None:
    known = {code for code in Locale.parse("en").languages if len(code) == 2}
    assert known - SHORT_CODES <= DEPRECATED
    assert len(SHORT_CODES) == 183


def test_every_code_that_is_offered_is_one() -> None:
    assert {*BY_LONG_CODE.values(), *BY_COUNTRY.values(), *BY_NAME.values()} <= SHORT_CODES
    assert not set(BY_COUNTRY) & (SHORT_CODES | DEPRECATED)


@pytest.mark.parametrize(
    "tag",
    ["de", "de-AT", "EN", "grc", "zh-Latn-pinyin", "zh-Hant-TW", "x-none", "i-klingon", "sr-Latn"],
)
def test_takes_tags(tag: str) -> None:
    assert complaint(tag) is None


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("deu", "de"),
        ("ger-AT", "de-AT"),
        ("de_AT", "de-AT"),
        ("cn", "zh"),
        ("Latin", "la"),
        ("qz", ""),
        ("?", ""),
        ("deutschland-1", ""),
    ],
)
def test_offers_what_is_meant(tag: str, meant: str) -> None:
    found = complaint(tag)
    assert found is not None
    assert found[1] == meant
