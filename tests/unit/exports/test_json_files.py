import json
from typing import Any

import pytest

from tei_edition.config import Config
from tei_edition.exports import EXPORTS
from tei_edition.model import EntityKind, Index


def written(name: str, index: Index, config: Config) -> Any:
    return json.loads(EXPORTS[name].write(index, config))


def test_a_letter_has_all_keys_and_null_for_what_is_unknown(index: Index, config: Config) -> None:
    one, two = written("json", index, config)["letters"]
    assert list(one) == list(two)
    assert one["id"] == "a"
    assert one["url"] == "https://example.org/edition/documents/a.html"
    assert (one["number"], two["number"], two["exchange"]) == ("4159", None, None)
    assert one["exchange"] == "mao--stalin"


def test_names_have_their_action_form_and_reference(index: Index, config: Config) -> None:
    one, two = written("json", index, config)["letters"]
    assert one["names"][0] == {
        "text": "Joseph Stalin",
        "canonical_ref": "http://www.wikidata.org/entity/Q855",
        "id": "stalin",
        "action": "sent",
        "kind": "persons",
        "form": "Filippov",
        "type": "pseudonym",
        "certainty": "low",
    }
    assert [name["action"] for name in one["names"]] == [
        "sent",
        "sent",
        "transmitted",
        "received",
        "received",
    ]
    assert two["names"][0]["id"] is None


def test_places_are_those_of_the_actions_and_those_mentioned(index: Index, config: Config) -> None:
    one, _ = written("json", index, config)["letters"]
    assert [(p["text"], p["form"], p["action"]) for p in one["places"]] == [
        ("Beijing", "Peiping", "received"),
        ("Beijing", "Peiping", "mentioned"),
    ]


def test_dates(index: Index, config: Config) -> None:
    one, two = written("json", index, config)["letters"]
    assert one["dates"][0] == {
        "start": "1949-10-14",
        "end": "1949-10-14",
        "edtf": "1949-10-14?",
        "text": "14 October",
        "time": "08:10:00",
        "certainty": "medium",
        "action": "sent",
    }
    assert (one["dates"][1]["start"], one["dates"][1]["end"]) == ("1949-10-14", None)
    assert (two["dates"][0]["start"], two["dates"][0]["text"]) == (None, "some day in spring")


def test_every_document_is_listed_with_its_kind(index: Index, config: Config) -> None:
    documents = written("documents", index, config)["documents"]
    assert [d["id"] for d in documents] == ["t", "a", "b"]
    assert [d["kind"] for d in documents] == [None, "letter", "letter"]
    assert documents[0]["participants"] == [
        {"text": "Mao", "role": "participant", "function": "speaker", "id": "mao"}
    ]
    assert [d["letters"] for d in documents] == [[], ["a"], ["b"]]


@pytest.mark.parametrize("kind", list(EntityKind))
def test_registers(index: Index, config: Config, kind: EntityKind) -> None:
    entries = written(kind.value, index, config)[kind.value]
    assert [e["id"] for e in entries] == [e.id for e in index.entities.values() if e.kind is kind]


def test_an_entry_says_where_it_occurs_and_whether_a_register_has_it(
    index: Index, config: Config
) -> None:
    persons = {e["id"]: e for e in written("persons", index, config)["persons"]}
    assert persons["mao"]["documents"] == [
        {"id": "t", "roles": ["participant"], "forms": ["Mao"]},
        {"id": "a", "roles": ["received"], "forms": ["Mao"]},
    ]
    assert persons["mao"]["in_register"]
    assert not persons["Molotov"]["in_register"]
    (place,) = written("places", index, config)["places"]
    assert place["geo"] == {"latitude": 39.91, "longitude": 116.4}


@pytest.mark.parametrize("name", list(EXPORTS))
def test_every_format_is_utf8_ends_its_last_line_and_is_the_same_again(
    index: Index, config: Config, name: str
) -> None:
    first = EXPORTS[name].write(index, config)
    assert first.decode("utf-8").endswith("\n")
    assert first == EXPORTS[name].write(index, config)


def test_formats_have_one_place_each() -> None:
    paths = [export.path for export in EXPORTS.values() if export.path]
    assert len(paths) == len(set(paths))
    assert {"data/cmif.xml", "data/correspondence.csv", "data/correspondence.json"} <= set(paths)
    assert all(name == export.name for name, export in EXPORTS.items())
