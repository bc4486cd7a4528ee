"""Dates as readers read them."""

from datetime import date

import pytest

from tei_edition.model import DateRange
from tei_edition.project import resource
from tei_edition.site.dates import Dates, iso, middle, year
from tei_edition.site.strings import Strings, load


def span(first: str | None, last: str | None, edtf: str = "", **more: str) -> DateRange:
    return DateRange(first, last, edtf, **more)


@pytest.fixture
def dates(english: Strings) -> Dates:
    return Dates(english)


CASES = [
    (span("1947-12-16", "1947-12-16"), "16 December 1947", "16 Dec"),
    (span("1949-02-01", "1949-02-28"), "February 1949", "Feb"),
    (span("1948-01-01", "1948-12-31"), "1948", "1948"),
    (span("1948-01-01", "1949-12-31"), "1948–1949", "1948–1949"),
    (span("1949-02-04", "1949-02-06"), "4–6 February 1949", "4–6 Feb"),
    (span(None, "1949-10-12"), "by 12 October 1949", "by 12 Oct"),
    (span("1949-10-12", None), "not before 12 October 1949", "not before 12 Oct"),
    (
        span("1949-02-04", "1949-02-06", "[1949-02-04,1949-02-06]"),
        "4 February 1949 or 6 February 1949",
        "4 February 1949 or 6 February 1949",
    ),
    (span("1948-01-01", "1948-12-31", "1948~"), "about 1948", "about 1948"),
    (span("1949-10-12", "1949-10-12", time="08:10:00+08:00"), "12 October 1949, 08:10", "12 Oct"),
    (span("1949-02-04", "1949-02-04", certainty="low"), "4 February 1949", "4 Feb?"),
    (span(None, None, text="in spring"), "in spring", "in spring"),
    (span(None, None, "XXXX-02-03"), "3 February", "3 Feb"),
    (span(None, None, "XXXX-02"), "February", "Feb"),
    (span(None, None, "XXXX-XX-05"), "XXXX-XX-05", "XXXX-XX-05"),
    (span("-0044-03-15", "-0044-03-15"), "15 March 44 BCE", "15 Mar"),
    (span("-0044-01-01", "-0044-12-31"), "44 BCE", "44 BCE"),
    (span("-0045-01-01", "-0044-12-31"), "45–44 BCE", "45–44 BCE"),
    (span(None, "-0044-03-15"), "by 15 March 44 BCE", "by 15 Mar"),
    (span("-0010-01-01", "0014-12-31"), "10 BCE–14", "10 BCE–14"),
]


@pytest.mark.parametrize(("value", "full", "short"), CASES)
def test_full_and_short(dates: Dates, value: DateRange, full: str, short: str) -> None:
    assert dates.full(value) == full
    assert dates.short(value) == short


def test_other_languages_have_their_own_order() -> None:
    english = load(resource("xslt") / "locale", "en")
    german = Dates(Strings("de", english.texts))
    assert german.full(span("1947-12-16", "1947-12-16")) == "16. Dezember 1947"
    # The language has its own kinds of blank around the dash, too.
    spring = german.full(span("1949-02-04", "1949-03-06"))
    assert " ".join(spring.split()) == "4. Februar – 6. März 1949"


def test_view_says_what_is_doubted_and_keeps_the_wording(dates: Dates) -> None:
    value = span("1949-02-04", "1949-02-04", text=" the 4th\n of Feb. ", certainty="medium")
    assert dates.view(value) == {
        "text": "4 February 1949",
        "iso": "1949-02-04",
        "uncertain": "medium",
        "wording": "the 4th of Feb.",
    }
    assert dates.view(None) is None


def test_wording_that_says_nothing_more_is_left_out(dates: Dates) -> None:
    value = span("1949-02-04", "1949-02-04", text="4 February 1949")
    assert dates.view(value) == {"text": "4 February 1949", "iso": "1949-02-04"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (span("1947-12-16", "1947-12-16"), "1947-12-16"),
        (span("1949-02-01", "1949-02-28"), "1949-02"),
        (span("1948-01-01", "1948-12-31"), "1948"),
        (span("1948-01-01", "1949-12-31"), ""),
        (span("0044-03-15", "0044-03-15"), ""),
        (span(None, "1949-10-12"), ""),
        (span("-0044-03-15", "-0044-03-15"), ""),
    ],
)
def test_machine_readable_value(value: DateRange, expected: str) -> None:
    assert iso(value) == expected


def test_year_of_a_list_and_place_on_a_time_line() -> None:
    assert year(span(None, "1949-10-12")) == "1949"
    assert year(None) == ""
    assert middle(span("1949-02-01", "1949-02-03")) == date(1949, 2, 2)
    assert middle(span(None, None)) is None


def test_years_of_a_life(dates: Dates) -> None:
    assert dates.years(span("1893-01-01", "1893-12-31", certainty="medium")) == "1893"
    assert dates.years(span("1893-01-01", "1894-12-31", certainty="low")) == "1893/1894?"
    assert dates.years(None) == ""


def test_parts_of_a_day_and_what_is_none(dates: Dates) -> None:
    assert dates.day("2024-05-01T10:00:00") == "1 May 2024"
    assert dates.day("2024-05") == "May 2024"
    assert dates.day("2024") == "2024"
    assert dates.day("soon") == "soon"
