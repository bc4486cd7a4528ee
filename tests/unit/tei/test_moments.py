import pytest

from tei_edition.tei.moments import Fault, Moment, is_w3c, parse


@pytest.mark.parametrize(
    ("value", "first", "last", "edtf"),
    [
        ("1949", "1949-01-01", "1949-12-31", "1949"),
        ("1949-02", "1949-02-01", "1949-02-28", "1949-02"),
        ("1948-02", "1948-02-01", "1948-02-29", "1948-02"),
        ("1949-02-04", "1949-02-04", "1949-02-04", "1949-02-04"),
        ("1908-11-10 ", "1908-11-10", "1908-11-10", "1908-11-10"),
        ("2025-10-06+02:00", "2025-10-06", "2025-10-06", "2025-10-06"),
        ("18970116", "1897-01-16", "1897-01-16", "1897-01-16"),
        ("1949-035", "1949-02-04", "1949-02-04", "1949-02-04"),
        ("1949-W05", "1949-01-31", "1949-02-06", "1949-01-31/1949-02-06"),
        ("1949-W05-5", "1949-02-04", "1949-02-04", "1949-02-04"),
        ("19", "1900-01-01", "1999-12-31", "19XX"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("1949-02-04/1949-02-10", "1949-02-04", "1949-02-10", "1949-02-04/1949-02-10"),
        ("--02-29", None, None, "XXXX-02-29"),
        ("---15", None, None, "XXXX-XX-15"),
    ],
)
def test_forms(value: str, first: str | None, last: str | None, edtf: str) -> None:
    found = parse(value)
    assert isinstance(found, Moment)
    assert (found.first, found.last, found.edtf) == (first, last, edtf)


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("1949-10-12T08:10:00", "08:10:00"),
        ("1949-10-12T08:10", "08:10:00"),
        ("1947-12-17T00:35:00+08:00", "00:35:00+08:00"),
        ("1963-05-13T11:00:01.5Z", "11:00:01Z"),
        ("08:10:00", "08:10:00"),
        ("1949-10-12", ""),
    ],
)
def test_hours(value: str, time: str) -> None:
    found = parse(value)
    assert isinstance(found, Moment)
    assert found.time == time


@pytest.mark.parametrize(
    ("value", "kind", "suggestion"),
    [
        ("1949-02-30", "impossible", "1949-02-28"),
        ("1948-02-30", "impossible", "1948-02-29"),
        ("1834-09-31", "impossible", "1834-09-30"),
        ("19070400", "impossible", "1907-04"),
        ("1949-13-01", "impossible", "1949-01-13"),
        ("0000-00-00", "impossible", ""),
        ("1949-02-04T25:00:00", "impossible", ""),
        ("1949-W54", "impossible", ""),
        ("1949-366", "impossible", ""),
        ("19011-05-29", "malformed", "1901-05-29"),
        ("18871-06-01", "malformed", ""),
        ("1949-2-4", "malformed", "1949-02-04"),
        ("4.2.1949", "malformed", "1949-02-04"),
        ("4/2/1949", "malformed", ""),
        ("1949-02-04 08:10", "malformed", "1949-02-04T08:10:00"),
        ("l949-02-O4", "malformed", "1949-02-04"),
        ("1878-04-he16", "malformed", ""),
        ("", "malformed", ""),
        ("February", "malformed", ""),
        ("1950/1949", "reversed", "1949/1950"),
    ],
)
def test_faults(value: str, kind: str, suggestion: str) -> None:
    found = parse(value)
    assert isinstance(found, Fault)
    assert (found.kind, found.suggestion) == (kind, suggestion)
    assert found.reason


def test_what_can_be_told_of_an_impossible_day_is_its_month() -> None:
    found = parse("1834-09-31")
    assert isinstance(found, Fault)
    assert found.rest == Moment("1834-09-01", "1834-09-30", "1834-09")


@pytest.mark.parametrize(
    ("value", "suggestion", "rest"),
    [
        ("1801-12-01T25:00:00", "", "1801-12-01"),
        ("1801-1-5", "1801-01-05", "1801-01-05"),
        ("1801‑11‑01", "1801-11-01", "1801-11-01"),
        ("１８０１-12-01", "1801-12-01", "1801-12-01"),
        ("١٨٠١", "1801", "1801"),
        ("1801-06-02 10:30", "1801-06-02T10:30:00", "1801-06-02"),
        ("1.2.1801", "1801-02-01", "1801"),
        ("c. 1801", "", "1801"),
        ("[1801]", "", "1801"),
        ("180X", "", "180X"),
        ("18XX", "", "18XX"),
        ("799", "", ""),
        ("between 1801 and 1803", "", ""),
        ("19011-05-29", "1901-05-29", ""),
    ],
)
def test_what_is_left_of_a_value_that_is_no_date(value: str, suggestion: str, rest: str) -> None:
    found = parse(value)
    assert isinstance(found, Fault)
    assert found.suggestion == suggestion
    assert (found.rest.edtf if found.rest else "") == rest


def test_nothing_can_be_told_of_zeros() -> None:
    found = parse("0000-00-00")
    assert isinstance(found, Fault)
    assert found.rest is None


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("1949-02-04", True),
        ("1949-02-04T08:10:00Z", True),
        ("--02-04", True),
        ("1949-02-04T08:10", False),
        ("19490204", False),
        ("1949-W05", False),
    ],
)
def test_w3c_forms(value: str, allowed: bool) -> None:
    assert is_w3c(value) is allowed
