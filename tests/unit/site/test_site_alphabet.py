"""Lists from A to Z."""

import pytest

from tei_edition.site import alphabet


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Émile", "E"),
        ("‘Abd", "A"),
        ("Žukov", "Z"),
        ("毛泽东", "…"),
        ("1st", "…"),
        ("Жуков", "Ж"),
        ("", "…"),
    ],
)
def test_initial(name: str, letter: str) -> None:
    assert alphabet.initial(name) == letter


def test_sections_end_with_what_has_no_letter() -> None:
    found = alphabet.sections(
        [("毛", 1), ("Zhou", 2), ("Álvarez", 3), ("Acheson", 4), ("Жуков", 5)]
    )
    assert [(s.key, s.label, s.items) for s in found] == [
        ("a", "A", (3, 4)),
        ("z", "Z", (2,)),
        ("u0416", "Ж", (5,)),
        ("other", "…", (1,)),
    ]


def test_a_short_list_stays_whole_and_a_long_one_gets_a_page_for_each_initial() -> None:
    few = alphabet.sections([("A", n) for n in range(500)])
    assert alphabet.pages(few) == []
    many = alphabet.sections([("A", n) for n in range(2100)] + [("B", 1)])
    assert [(s.key, len(s.items)) for s in alphabet.pages(many)] == [
        ("a", 1000),
        ("a-2", 1000),
        ("a-3", 100),
        ("b", 1),
    ]
