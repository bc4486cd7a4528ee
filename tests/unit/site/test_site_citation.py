"""Citations where little is known, and data in HTML that no text can break out of."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tei_edition.exports.references import Agent
from tei_edition.site import citation, linked_data
from tei_edition.site.citation import Citations
from tei_edition.site.frame import Frame

MakeFrame = Callable[..., Frame]


def sentences(cited: dict[str, Any]) -> dict[str, str]:
    return {s["label"]: "".join(run["text"] for run in s["runs"]) for s in cited["styles"]}


def test_an_undated_letter_of_an_edition_without_address_or_editors(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    record = frame.index.documents["d0"]
    assert sentences(Citations(frame).of_document(record, "../")) == {
        "Chicago (note)": "Anna Li to Boris Ivanov, undated, in Two Gardeners, d0",
        "APA": "Anna Li. (n.d.). Letter 0. In Two Gardeners. d0",
        "ISO 690": "Anna Li. Letter 0. undated. In: Two Gardeners [online]. Available from: d0",
    }
    assert sentences(Citations(frame).of_edition()) == {
        "Chicago (note)": "Two Gardeners",
        "APA": "Two Gardeners (n.d.).",
        "ISO 690": "Two Gardeners [online].",
    }


def test_nothing_without_an_address_claims_one(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    reference = Citations(frame).references.of_document(frame.index.documents["d0"])
    found = linked_data.document(frame, reference, frame.index.letters_of("d0"), "documents/d0")
    parsed = json.loads(linked_data.encoded(found))
    assert "@id" not in parsed
    assert parsed["sender"] == [{"@type": "Person", "name": "Anna Li"}]
    assert parsed["isPartOf"] == {"@type": "Collection", "name": "Two Gardeners"}


@pytest.mark.parametrize("text", ["</script><b>", "<!--<script>", "a & b", "\u2028", 'quote "'])
def test_no_text_leaves_its_block(make_frame: MakeFrame, text: str) -> None:
    frame = make_frame([None])
    reference = Citations(frame).references.of_document(frame.index.documents["d0"])
    written = linked_data.encoded(
        linked_data.document(frame, replace(reference, title=text), (), "documents/d0.html")
    )
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written)["name"] == text


@pytest.mark.parametrize(
    ("given", "initials"),
    [("Anna Maria", "A. M."), ("Jean-Paul", "J.-P."), ("安娜", "安娜"), ("Иосиф", "И.")],
)
def test_initials(given: str, initials: str) -> None:
    assert citation._inverted(Agent("", "Li", given)) == f"Li, {initials}"
