"""Documents in rows of years and months."""

from tei_edition.model import DateRange, DocumentRecord
from tei_edition.site import calendar, lists
from tests.unit.site.conftest import MakeFrame, day


def test_a_year_is_no_month_and_a_few_weeks_are() -> None:
    assert calendar.month(day("1949-02-04")) == "1949-02"
    assert calendar.month(DateRange("1949-02-20", "1949-03-05", "")) == "1949-02"
    assert calendar.month(DateRange("1949-01-01", "1949-12-31", "1949")) == "1949-00"
    assert calendar.month(DateRange(None, "1949-03-01", "../1949-03-01")) == "1949-03"
    assert calendar.month(DateRange("-0043-03-15", "-0043-03-15", "-0042-03-15")) == "-0043-03"
    assert calendar.month(None) == ""
    assert calendar.anchor(day("1949-02-04")) == "m-1949-02"


def test_cells_count_letters_and_others_and_lead_to_the_month(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04")] * 3 + [day("1950-11-01")] * 2)
    records: list[DocumentRecord] = list(frame.index.documents.values())
    records.append(DocumentRecord("c", records[0].location, "Talk", date=day("1949-02-09")))
    shown = calendar.picture(frame, records, lambda r: f"#{calendar.anchor(r.date)}")
    assert shown
    first, second = shown["rows"]
    cell = first["cells"][1]
    assert cell["title"] == "February 1949: 3 letters, 1 other document"
    assert (cell["url"], cell["count"]) == ("#m-1949-02", 4)
    assert int(cell["letters"]) == 3 * int(cell["others"])
    assert (first["total"], second["total"], second["url"]) == (4, 2, "#m-1950-11")
    assert len(shown["columns"]) == 12
    assert shown["both"]


def test_every_link_of_the_picture_has_its_anchor_in_the_list(make_frame: MakeFrame) -> None:
    frame = make_frame([day(f"19{40 + n}-0{n % 9 + 1}-03") for n in range(20)])
    records = list(frame.index.documents.values())
    shown = calendar.picture(frame, records, lambda r: calendar.anchor(r.date))
    assert shown
    urls = {cell["url"] for row in shown["rows"] for cell in row["cells"] if cell}
    entries = [e for group in lists.months(frame, records, "") for e in group["entries"]]
    anchors = [e["anchor"] for e in entries if "anchor" in e]
    assert urls == set(anchors)
    assert len(anchors) == len(set(anchors))


def test_rows_never_grow_beyond_a_page(make_frame: MakeFrame) -> None:
    for last, label in ((1947, "1900"), (1999, "1900–1909"), (2900, "1900–1999")):
        frame = make_frame([day(f"{y}-01-01") for y in range(1900, last + 1)])
        shown = calendar.picture(frame, frame.index.documents.values(), lambda r: "")
        assert shown
        assert len(shown["rows"]) <= calendar.MOST_ROWS
        assert shown["rows"][0]["label"] == label


def test_years_without_documents_keep_their_row(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1900-01-01")] * 4 + [day("1903-01-01")])
    shown = calendar.picture(frame, frame.index.documents.values(), lambda r: "#x")
    assert shown
    assert [row["total"] for row in shown["rows"]] == [4, 0, 0, 1]
    assert shown["rows"][1]["url"] == ""


def test_few_documents_make_no_picture(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1900-01-01")] * 4)
    assert calendar.picture(frame, frame.index.documents.values(), lambda r: "") is None
