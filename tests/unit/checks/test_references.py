"""Declared prefixes, and what the rules share of an index."""

import pytest

from tei_edition.checks.references import Prefix, references_of
from tei_edition.model import DocumentRecord, Index, Location


@pytest.mark.parametrize(
    ("pattern", "rest", "fits"),
    [
        ("([a-z]+)", "mao", True),
        ("([a-z]+)", "Mao", False),
        (r"(\i\c*)", "mao-2", True),
        (r"\p{IsCyrillic}+", "mao", True),
        (r"(", "mao", True),
    ],
)
def test_a_pattern_of_xml_schema_decides_what_may_follow_a_prefix(
    pattern: str, rest: str, fits: bool
) -> None:
    assert Prefix(pattern, "x.xml#$1").fits(rest) is fits


def index_of(*records: DocumentRecord) -> Index:
    return Index({r.id: r for r in records}, {}, {}, {}, {}, {})


def test_a_register_may_use_the_prefixes_of_the_letters_but_a_letter_only_its_own() -> None:
    letter = DocumentRecord("l1", Location("l1.xml"), "", prefixes=(("p", "(.+)", "p.xml#$1"),))
    other = DocumentRecord("l2", Location("l2.xml"), "")
    references = references_of(index_of(letter, other))
    assert set(references.prefixes("l1.xml")) == {"p"}
    assert set(references.prefixes("l2.xml")) == set()
    assert set(references.prefixes("persons.xml")) == {"p"}


def test_rules_in_a_row_share_their_look_at_an_index() -> None:
    first, second = index_of(), index_of()
    shared = references_of(first)
    assert references_of(first) is shared
    assert references_of(second) is not shared
