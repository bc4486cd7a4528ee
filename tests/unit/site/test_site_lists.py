"""Lists by year, their parts, and their summaries."""

from datetime import date, timedelta

from tei_edition.site import lists
from tests.unit.site.conftest import MakeFrame, day


def days(first: date, count: int) -> list[str]:
    return [(first + timedelta(n)).isoformat() for n in range(count)]


def test_undated_documents_come_last(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-01"), None, day("1948-01-01")])
    parts = lists.by_year(frame, frame.index.documents.values())
    assert [(p.label, len(p.documents)) for p in parts] == [
        ("1948", 1),
        ("1949", 1),
        ("Without a date", 1),
    ]


def test_a_list_is_split_by_year_and_a_huge_year_by_month(make_frame: MakeFrame) -> None:
    crowded = [day(text) for text in days(date(1900, 1, 1), 60) for _ in range(9)]
    frame = make_frame([*crowded, day("1901-05-05")])
    parts = lists.split(frame, list(frame.index.documents.values()))
    assert [(p.key, p.label, len(p.documents)) for p in parts] == [
        ("1900-01", "January 1900", 279),
        ("1900-02", "February 1900", 252),
        ("1900-03", "March 1900", 9),
        ("1901", "1901", 1),
    ]


def test_a_list_that_fits_is_not_split(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1900-01-01")] * lists.LIMIT)
    assert lists.split(frame, list(frame.index.documents.values())) == []


def test_thousands_without_a_date_are_numbered(make_frame: MakeFrame) -> None:
    frame = make_frame([None] * (2 * lists.LIMIT + 1))
    parts = lists.split(frame, list(frame.index.documents.values()))
    assert [p.key for p in parts] == ["undated", "undated-2", "undated-3"]
    assert parts[1].label == "Without a date (2)"


def test_part_paths_give_way_to_documents_of_the_same_name() -> None:
    assert lists.part_path("documents/index.html", "1948") == "documents/1948.html"
    assert lists.part_path("documents/index.html", "1948", {"1948"}) == "documents/list-1948.html"
    assert lists.part_path("persons/mao.html", "1948") == "persons/mao/1948.html"


def test_summaries_end_with_a_sentence_or_a_word() -> None:
    assert lists.in_short("Short.") == "Short."
    sentences = "A first sentence of some length that says a thing or two, as they do. " * 5
    assert lists.in_short(sentences).endswith("as they do.")
    assert len(lists.in_short(sentences)) <= lists.SUMMARY
    endless = "word " * 100
    assert lists.in_short(endless).endswith("word …")


def test_an_entry_shows_doubt(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-01", "low")])
    record = frame.index.documents["d0"]
    assert lists.entry(frame, record, "../") == {
        "url": "../documents/d0.html",
        "date": "1 Feb?",
        "label": "Anna Li to Boris Ivanov",
        "iso": "1949-02-01",
        "uncertain": True,
    }
