"""The files of the filters: compact, named by their content, and changed only where letters are."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tei_edition.exports import correspondence, csv
from tei_edition.model import DateRange, EntityKind
from tei_edition.site import filters
from tei_edition.site.filters.files import SAVED_TOGETHER, SMALL, TOGETHER, day_number, parts
from tei_edition.site.filters.rows import rows
from tei_edition.site.frame import Frame
from tei_edition.site.search.numbers import decode
from tests.unit.site.conftest import MakeFrame, day

CALL = re.compile(r'teiEdition\.piece\("([^"]+)",(.*)\);\n', re.DOTALL)


def read(frame: Frame) -> dict[str, Any]:
    """Return the values that the files hand over, by their names."""
    found = {}
    for path, data in filters.files(frame):
        match = CALL.fullmatch(data.decode())
        assert match
        assert path == f"data/filters/{match[1]}.js"
        assert match[1] not in found
        found[match[1]] = json.loads(match[2])
    return found


def days(number: int) -> list[DateRange | None]:
    """Return so many days, one after the other."""
    first = date(1900, 1, 1)
    return [day((first + timedelta(n)).isoformat()) for n in range(number)]


def test_columns_say_who_when_and_what(make_frame: MakeFrame) -> None:
    made = read(make_frame([*days(4), None]))
    [name] = made["start"]["parts"]
    part = made[name]
    assert part["rows"] == 5
    values = [value.split("\t")[1] for value in part["values"].split("\n")]
    senders = [values[number] for number in list(decode(part["columns"]["sender"]))[1::2]]
    assert senders == ["Anna Li", "Boris Ivanov", "Anna Li", "Boris Ivanov", "Anna Li"]
    assert list(decode(part["columns"]["sender"]))[::2] == [1] * 5
    assert made["start"]["choices"]["1"] == ["sender", "addressee"]
    assert list(decode(part["flags"])) == [3] * 5
    first = 2 * day_number("1900-01-01")
    assert list(decode(part["dates"])) == [first, 1, 2, 1, 2, 1, 2, 1, 0, 0]
    assert "carrier" not in part["columns"]


def test_dates_with_open_ends_and_before_the_common_era(make_frame: MakeFrame) -> None:
    open_end = DateRange("1900-01-05", None, "1900-01-05/..")
    bce = DateRange("-0043-03-01", "-0043-03-31", "-0042-03")
    nothing = DateRange(None, None, "", text="some day")
    made = read(make_frame([bce, open_end, nothing, None, None]))
    dates = list(decode(made[made["start"]["parts"][0]]["dates"]))
    start = day_number("-0043-03-01")
    assert dates[:2] == [-2 * start - 1, 31]
    assert dates[2:4] == [2 * (day_number("1900-01-05") - start), 1]
    assert dates[4:] == [0] * 6


def test_lists_and_what_is_saved_are_in_files_of_their_own(make_frame: MakeFrame) -> None:
    frame = make_frame(days(SAVED_TOGETHER + 1))
    made = read(frame)
    part = made[made["start"]["parts"][0]]
    assert [len(made[name]) for name in part["lines"]] == [TOGETHER] * 4 + [1]
    assert made[part["lines"][0]][0][:4] == [
        "documents/d0.html",
        "1 Jan",
        "1 January 1900",
        "Anna Li to Boris Ivanov",
    ]
    saved = [row for name in part["saved"] for row in made[name]]
    table = made["start"]["csv"] + "".join(line for line, *_ in saved)
    assert table.encode() == csv.write(frame.index, frame.config)
    letters = json.loads(correspondence.write(frame.index, frame.config))["letters"]
    assert [letter for _, letter, _ in saved] == letters


def test_a_new_letter_changes_the_files_of_its_part_alone(make_frame: MakeFrame) -> None:
    many = make_frame(days(18000))
    before = dict(filters.files(many))
    fewer = dict(many.index.letters)
    del fewer["d17900"]
    index = replace(
        many.index,
        letters=fewer,
        documents={k: v for k, v in many.index.documents.items() if k != "d17900"},
    )
    after = dict(filters.files(Frame(index, many.config, many.strings)))
    changed = {path for path in after if after[path] != before.get(path)}
    assert "data/filters/start.js" in changed
    assert len(changed) < len(after) / 2


def test_parts_end_where_their_rows_say_so(make_frame: MakeFrame) -> None:
    all_rows = list(rows(make_frame(days(18000))))
    cut = list(parts(all_rows))
    assert [row for part in cut for row in part] == all_rows
    assert len(cut) > 1
    assert all(len(part) >= SMALL for part in cut[:-1])


def test_the_same_edition_gives_the_same_bytes(make_frame: MakeFrame) -> None:
    assert [*filters.files(make_frame(days(9)))] == [*filters.files(make_frame(days(9)))]


def test_a_few_letters_need_no_filter(make_frame: MakeFrame) -> None:
    frame = make_frame(days(4))
    assert not list(filters.files(frame))
    assert filters.panel(frame, "letters") is None
    assert filters.chosen(frame, frame.index.entities["persons/anna"], "sent", "../") == ""


def test_registers_lead_to_the_index_with_a_choice(make_frame: MakeFrame) -> None:
    frame = make_frame(days(5))
    person = replace(frame.index.entities["persons/anna"], id="a b")
    place = replace(person, kind=EntityKind.PLACE)
    work = replace(person, kind=EntityKind.WORK)
    index = "../correspondence/index.html"
    assert filters.chosen(frame, person, "sent", "../") == f"{index}?sender=persons/a%20b"
    assert filters.chosen(frame, place, "received", "../") == f"{index}?to=places/a%20b"
    assert filters.chosen(frame, work, "mentioned", "../") == f"{index}?mentioned=works/a%20b"
    assert filters.chosen(frame, work, "sent", "../") == ""
