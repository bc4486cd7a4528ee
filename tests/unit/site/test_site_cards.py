"""Cards: what they say of an entry, and that they stay small."""

import json
from dataclasses import replace

from tei_edition.model import EntityName
from tei_edition.site import cards
from tests.unit.site.conftest import MakeFrame, day


def test_a_card_is_a_script_beside_the_page(make_frame: MakeFrame) -> None:
    files = dict(cards.files(make_frame([day("1900-01-01"), day("1900-01-02")])))
    assert list(files) == ["persons/anna.js", "persons/boris.js"]
    text = files["persons/anna.js"].decode()
    assert text.startswith("teiEdition.card(")
    assert json.loads(text.removeprefix("teiEdition.card(").removesuffix(");\n")) == {
        "name": "Anna Li",
        "count": "2 documents",
        "roles": [["Sent", 1], ["Received", 1]],
    }


def test_a_card_is_never_long(make_frame: MakeFrame) -> None:
    frame = make_frame([])
    anna = frame.index.entities["persons/anna"]
    names = tuple(EntityName(f"Name {n}", "variant", "ru") for n in range(50))
    card = cards.card(frame, replace(anna, description="word " * 500, names=names))
    assert card["text"].endswith("word …")
    assert len(card["text"]) <= 245
    assert card["names"] == [["Also", *([f"Name {n}", "ru"] for n in range(6))]]
    assert card["count"] == "0 documents"
