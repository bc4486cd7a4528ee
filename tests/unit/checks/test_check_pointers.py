"""The shape of pointers."""

import pytest

from tei_edition.checks.pointers import leads_outside, other_file, prefix_of, wanted_id


@pytest.mark.parametrize(
    ("value", "prefix", "id"),
    [
        ("#mao", "", "mao"),
        ("mao", "", "mao"),
        ("person:mao", "person", "mao"),
        ("persons.xml#mao", "", "mao"),
        ("doc:l1#p2", "doc", "p2"),
        ("https://example.org/x", "", "https://example.org/x"),
    ],
)
def test_takes_a_pointer_apart(value: str, prefix: str, id: str) -> None:
    assert prefix_of(value) == prefix
    assert wanted_id(value) == id


@pytest.mark.parametrize(
    "value",
    ["https://d-nb.info/gnd/118577425", "mailto:a@b.org", "urn:isbn:1", "//example.org/x", "x://y"],
)
def test_uris_lead_outside(value: str) -> None:
    assert leads_outside(value)


@pytest.mark.parametrize("value", ["#mao", "person:mao", "l1.xml", "../l1.xml#p1", "L00221"])
def test_everything_else_leads_inside(value: str) -> None:
    assert not leads_outside(value)


def test_knows_files_of_other_kinds() -> None:
    assert other_file("images/f1.jpg")
    assert other_file("paper.pdf#page=2")
    assert not other_file("letter.xml#p1")
    assert not other_file("edd.vett.")
