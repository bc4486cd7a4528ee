"""The geometry of the pictures."""

from datetime import date

from tei_edition.site import pictures
from tests.unit.site.conftest import MakeFrame, day


def place(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


def test_time_runs_from_left_to_right_and_sides_stand_apart(make_frame: MakeFrame) -> None:
    marks = [
        pictures.Mark(day("1949-01-15"), 0, "a.html", "first"),
        pictures.Mark(day("1949-06-15"), 1, "b.html", "second"),
    ]
    line = pictures.timeline(make_frame([]), marks)
    assert line
    first, second = line["marks"]
    assert 0 < place(first["x"]) < place(second["x"]) < 100
    assert (first["side"], second["side"]) == ("above", "below")
    assert int(first["to"]) < int(first["from"]) == int(line["above"])
    assert int(second["to"]) > int(second["from"]) == int(line["below"])
    assert int(second["to"]) < int(line["height"])


def test_letters_of_one_day_do_not_cover_each_other(make_frame: MakeFrame) -> None:
    marks = [pictures.Mark(day("1949-01-15"), 0, "", str(n)) for n in range(4)]
    line = pictures.timeline(make_frame([]), marks)
    assert line
    assert len({mark["to"] for mark in line["marks"]}) == 4
    assert min(int(mark["to"]) for mark in line["marks"]) >= 0


def test_answers_are_tied_and_pauses_named_where_there_is_room(make_frame: MakeFrame) -> None:
    marks = [
        pictures.Mark(day("1949-01-15"), 0, "", "", "a"),
        pictures.Mark(day("1949-02-15"), 1, "", "", "b", ("a", "elsewhere")),
        pictures.Mark(day("1950-12-15"), 0, "", "", "c"),
    ]
    long = pictures.Pause(date(1949, 2, 15), date(1950, 12, 15), "22 months")
    short = pictures.Pause(date(1949, 1, 15), date(1949, 2, 15), "1 month")
    line = pictures.timeline(make_frame([]), marks, [long, short])
    assert line
    first, second, _ = line["marks"]
    assert line["ties"] == [
        {"x1": first["x"], "y1": first["from"], "x2": second["x"], "y2": second["from"]}
    ]
    assert [(pause["label"], pause["size"]) for pause in line["pauses"]] == [("22 months", "wide")]


def test_nothing_dated_makes_no_picture(make_frame: MakeFrame) -> None:
    assert pictures.timeline(make_frame([]), []) is None
    assert pictures.rows(make_frame([]), [("sent", "Sent", [])]) is None
    few = [day("1949-01-01"), day("1950-01-01")]
    assert pictures.rows(make_frame([]), [("sent", "Sent", few)]) is None


def test_bars_share_one_scale(make_frame: MakeFrame) -> None:
    many = [day(f"1949-0{month}-01") for month in range(1, 7)] + [day("1949-01-02")] * 3
    picture = pictures.rows(
        make_frame([]), [("sent", "Sent", many), ("received", "Received", many[:1])]
    )
    assert picture
    sent, received = picture["rows"]
    assert (sent["count"], received["count"]) == (9, 1)
    assert int(sent["bars"][0]["height"]) == pictures.ROW - 4
    assert int(received["bars"][0]["height"]) == round((pictures.ROW - 4) / 4)


def test_labels_never_crowd(make_frame: MakeFrame) -> None:
    for last in ("1949-05-01", "1952-01-01", "1999-01-01", "2400-01-01"):
        days = [
            day(text) for text in ("1949-01-01", "1949-01-02", "1949-02-01", "1949-03-01", last)
        ]
        picture = pictures.rows(make_frame([]), [("sent", "Sent", days)])
        assert picture
        assert 1 <= len(picture["ticks"]) <= 9
        assert all(0 <= place(tick["x"]) <= 100 for tick in picture["ticks"])
