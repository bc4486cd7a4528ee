"""What all pages are told alike: where pointers lead, and how a kind of document is called."""

from dataclasses import replace

import pytest

from tei_edition.model import Pointer, Resolved
from tei_edition.project import resource
from tei_edition.site import strings
from tei_edition.site.clipping import clipped
from tei_edition.site.frame import Frame
from tests.unit.site.conftest import MakeFrame


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("twelve signs", "twelve signs"),
        ("a sculptor, and more", "a sculptor …"),
        ("", ""),
    ],
)
def test_a_text_ends_after_a_word(text: str, expected: str) -> None:
    assert clipped(text, 12) == expected


def test_a_kind_without_a_name_of_the_edition_s_own_is_called_as_the_interface_says(
    make_frame: MakeFrame,
) -> None:
    frame = make_frame([None])
    german = Frame(frame.index, frame.config, strings.load(resource("xslt") / "locale", "de"))
    record = replace(frame.index.documents["d0"], kind="letter", kind_label="letter")
    assert (frame.kind(record), german.kind(record)) == ("Letter", "Brief")
    assert german.kind(replace(record, kind_label="Missive")) == "Missive"
    assert german.kind(replace(record, kind="cable", kind_label="cable")) == "cable"
    assert german.kind(replace(record, kind="", kind_label="")) == ""


def test_a_link_to_an_entry_says_the_beginning_of_a_life(make_frame: MakeFrame) -> None:
    base = make_frame([])
    anna = replace(base.index.entities["persons/anna"], description="She wrote letters. " * 50)
    index = replace(
        base.index,
        entities={anna.key: anna},
        pointers={("a.xml", "#anna"): Resolved("entity", anna.key)},
    )
    frame = Frame(index, base.config, base.strings)
    pointer = Pointer("#anna", "persName", "ref", anna.location)
    link = frame.links("a.xml", (pointer,), "../")["#anna"]
    assert link["url"] == "../persons/anna.html"
    assert 100 < len(link["title"]) <= 122
    assert link["title"].endswith(" …")
