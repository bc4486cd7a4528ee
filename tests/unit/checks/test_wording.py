"""Turns of phrase of the messages."""

import pytest

from tei_edition.checks.wording import also, counted, extent, listed, quoted
from tei_edition.diagnostics import Location


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 entry"), (2, "2 entries"), (1200, "1,200 entries")]
)
def test_counts(number: int, text: str) -> None:
    assert counted(number, "entry", "entries") == text


@pytest.mark.parametrize(
    ("things", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d and 2 more"),
    ],
)
def test_lists(things: list[str], text: str) -> None:
    assert listed(things) == text


def test_quotes_on_one_line_and_cuts_what_is_long() -> None:
    assert quoted("Mao\n  Zedong") == '"Mao Zedong"'
    assert quoted("x" * 100, 10) == f'"{"x" * 9}…"'


def test_says_in_how_many_places_and_files() -> None:
    here, there = Location("a.xml", 1, 1), Location("a.xml", 2, 1)
    assert extent([here]) == ""
    assert extent([here, there]) == " (2 places)"
    assert extent([here, Location("b.xml")]) == " (2 places in 2 files)"


def test_names_all_further_places_in_order() -> None:
    places = [Location("b.xml"), *(Location("a.xml", line) for line in range(1, 2000))]
    related = also(places)
    assert [r.location for r in related] == sorted(places)
    assert all(r.is_further for r in related)
