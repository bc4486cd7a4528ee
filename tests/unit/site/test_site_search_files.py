"""The files of the search: what is in them, and that they are always the same."""

import json
import re
from typing import Any

from tei_edition.model import DocumentRecord
from tei_edition.site import search
from tei_edition.site.frame import Frame
from tei_edition.site.search.numbers import decode
from tests.unit.site.conftest import MakeFrame, day

CALL = re.compile(r'teiEdition\.piece\("([^"]+)",(.*)\);\n', re.DOTALL)


def read(frame: Frame, text: str = "") -> dict[str, Any]:
    """Return the values that the files hand over, by their names."""
    found = {}
    for path, data in search.files(frame, lambda _: text):
        match = CALL.fullmatch(data.decode())
        assert match
        assert path == f"search/data/{match[1]}.js"
        found[match[1]] = json.loads(match[2])
    return found


def test_documents_come_first_and_then_the_registers(make_frame: MakeFrame) -> None:
    made = read(make_frame([day("1949-02-04"), day("1950-01-02")]))
    assert made["start"]["documents"] == 2
    assert made["start"]["records"] == 4
    urls = [row[0] for row in made["records-0"]]
    assert urls == [
        "documents/d0.html",
        "documents/d1.html",
        "persons/anna.html",
        "persons/boris.html",
    ]
    assert made["records-0"][0][1:4] == ["Anna Li to Boris Ivanov", "4 February 1949", ""]
    assert made["records-0"][2][3] == "Person"


def test_facets_say_who_when_and_what(make_frame: MakeFrame) -> None:
    facets = read(make_frame([day("1949-02-04"), day("1950-01-02"), None]))["facets"]
    assert facets["sender"] == [["anna", "Anna Li", "AC"], ["boris", "Boris Ivanov", "B"]]
    assert facets["addressee"][0][:2] == ["anna", "Anna Li"]
    assert [row[:2] for row in facets["year"]] == [["1949", "1949"], ["1950", "1950"]]
    kinds = {key: len(list(decode(records))) for key, _, records in facets["kind"]}
    assert kinds == {"document": 3, "persons": 2}


def test_a_text_is_read_from_its_copy(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04")])
    record = frame.index.documents["d0"]
    fields = {name: getattr(record, name) for name in record.__slots__}
    frame.index.documents["d0"] = DocumentRecord(**(fields | {"has_text": True}))  # type: ignore[index]
    made = read(frame, "Letter 0\n\nDie Königin schrieb.\n")
    assert "konigin" in _terms(made)
    assert made["records-0"][0][5] == 1


def _terms(made: dict[str, Any]) -> list[str]:
    before, found = "", []
    for line in made["words-0"][1].split("\n"):
        before = before[: int(line[0], 36)] + line[1:]
        found.append(before)
    return found


def test_the_same_edition_gives_the_same_bytes(make_frame: MakeFrame) -> None:
    dates = [day("1949-02-04"), None, day("1950-01-02")]
    one, other = ([*search.files(make_frame(dates), lambda _: "")] for _ in range(2))
    assert one == other


def test_an_empty_edition_can_be_searched(make_frame: MakeFrame) -> None:
    frame = make_frame([])
    empty = type(frame.index)({}, {}, {}, {}, {}, {})
    made = read(Frame(empty, frame.config, frame.strings))
    assert made["start"] == made["start"] | {"records": 0, "documents": 0, "firsts": []}
