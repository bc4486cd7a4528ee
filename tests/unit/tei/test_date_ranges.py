import pytest

from tei_edition.model import DateRange
from tei_edition.tei import dates


@pytest.mark.parametrize(
    ("attributes", "earliest", "latest", "edtf"),
    [
        ({"when": "1949-02-04"}, "1949-02-04", "1949-02-04", "1949-02-04"),
        ({"from": "1949-01", "to": "1949-02"}, "1949-01-01", "1949-02-28", "1949-01/1949-02"),
        ({"from": "1949-01-03"}, "1949-01-03", None, "1949-01-03/.."),
        ({"to": "1949-01-03"}, None, "1949-01-03", "../1949-01-03"),
        (
            {"notBefore": "1949-01", "notAfter": "1949-02-04"},
            "1949-01-01",
            "1949-02-04",
            "[1949-01..1949-02-04]",
        ),
        ({"notAfter": "1949-10-12"}, None, "1949-10-12", "[..1949-10-12]"),
        ({"notBefore": "1949-10-12"}, "1949-10-12", None, "[1949-10-12..]"),
        ({"notBefore": "1949", "to": "1950"}, "1949-01-01", "1950-12-31", "1949/1950"),
        ({"notBefore": "1949-02-04", "notAfter": "1949-02-04"}, *["1949-02-04"] * 3),
        ({"when-iso": "19490204"}, "1949-02-04", "1949-02-04", "1949-02-04"),
        ({"when": "1949-02-04", "when-iso": "1950"}, "1949-02-04", "1949-02-04", "1949-02-04"),
        ({"when": "1949-02-30"}, "1949-02-01", "1949-02-28", "1949-02"),
        ({"when": "nonsense"}, None, None, ""),
        ({"from": "1950", "to": "1949"}, "1949-01-01", "1950-12-31", "1949/1950"),
        ({}, None, None, ""),
    ],
)
def test_attributes_combine(
    attributes: dict[str, str], earliest: str | None, latest: str | None, edtf: str
) -> None:
    found = dates.read(attributes)
    assert (found.earliest, found.latest, found.edtf) == (earliest, latest, edtf)


@pytest.mark.parametrize(
    ("attributes", "edtf"),
    [
        ({"when": "1949", "cert": "low"}, "1949?"),
        ({"when": "1949", "cert": "high"}, "1949"),
        ({"when": "1949", "precision": "low"}, "1949~"),
        ({"when": "1949", "precision": "low", "cert": "medium"}, "1949%"),
        ({"from": "1949", "to": "1950", "cert": "low"}, "1949?/1950?"),
        ({"notAfter": "1949", "cert": "low"}, "[..1949]"),
    ],
)
def test_doubt_is_marked_as_edtf_marks_it(attributes: dict[str, str], edtf: str) -> None:
    assert dates.read(attributes).edtf == edtf


def test_an_hour_of_a_postmark_is_kept_and_a_whole_day_has_none() -> None:
    day = "1963-05-13"
    postmark = {
        "notBefore-iso": f"{day}T11:00:01+01:00",
        "notAfter-iso": f"{day}T12:00:00+01:00",
    }
    whole = {"notBefore-iso": f"{day}T00:00:00+01:00", "notAfter-iso": f"{day}T23:59:59+01:00"}
    assert dates.read(postmark).time == "11:00:01+01:00"
    assert dates.read(whole) == DateRange(day, day, day)


def test_wording_doubt_and_other_calendars_are_kept() -> None:
    attributes = {
        "when": "1878-12-18",
        "when-custom": "1878-12-06",
        "cert": "medium",
        "evidence": "external",
    }
    found = dates.read(attributes, "6 December 1878")
    assert (found.text, found.custom) == ("6 December 1878", "1878-12-06")
    assert (found.certainty, found.evidence) == ("medium", "external")


def test_a_text_that_is_an_iso_date_counts_only_without_attributes() -> None:
    assert dates.read({}, "2023-08-21+02:00").earliest == "2023-08-21"
    assert dates.read({}, "21 August 2023").earliest is None
    assert dates.read({"when": "1949"}, "2023-08-21").edtf == "1949"


def test_problems_name_attribute_reason_and_near_miss() -> None:
    found = list(dates.problems({"from": "1950", "to": "1949-02-30", "when": "x"}))
    assert [(p.attribute, p.kind, p.suggestion) for p in found] == [
        ("when", "malformed", ""),
        ("to", "impossible", "1949-02-28"),
        ("when", "conflict", ""),
    ]


@pytest.mark.parametrize(
    ("attributes", "attribute"),
    [
        ({"from": "1950", "to": "1949"}, "to"),
        ({"notBefore": "1949-02-05", "notAfter": "1949-02-04"}, "notAfter"),
        ({"from-iso": "19500101", "to-iso": "19490101"}, "to-iso"),
        ({"from": "-0043", "to": "-0099"}, "to"),
    ],
)
def test_a_span_that_ends_before_it_begins(attributes: dict[str, str], attribute: str) -> None:
    assert [(p.attribute, p.kind) for p in dates.problems(attributes)] == [(attribute, "reversed")]


def test_forms_of_iso_alone_are_wrong_in_a_w3c_attribute() -> None:
    (problem,) = dates.problems({"when": "1949-10-12T08:10"})
    assert problem.suggestion == "1949-10-12T08:10:00"
    assert not list(dates.problems({"when-iso": "1949-10-12T08:10"}))


def test_order_is_by_day_then_precision_then_hour_and_open_ends_last() -> None:
    written = [
        {"when": "-0100"},
        {"when": "-0044"},
        {"when": "1949-02-01"},
        {"when": "1949-02-01T08:00:00"},
        {"when": "1949-02"},
        {"from": "1949-02-01"},
        {"when": "1949-02-02"},
        {"notAfter": "1949-02-02"},
        {"when": "--02-03"},
    ]
    found = [dates.read(attributes) for attributes in written]
    assert sorted(reversed(found), key=lambda date: date.sort_key) == found


@pytest.mark.parametrize(
    "attributes",
    [
        {"when": "1949"},
        {"when": "1949-02-04"},
        {"from": "1949", "to": "1950-01"},
        {"from": "1949"},
        {"to": "1949"},
        {"notBefore": "1949", "notAfter": "1950"},
        {"notAfter": "1949-10-12"},
        {"notBefore": "1949-10-12"},
    ],
)
def test_exports_get_back_the_attributes(attributes: dict[str, str]) -> None:
    assert dates.attributes(dates.read(attributes)) == attributes
    assert dates.attributes(dates.read({**attributes, "cert": "low"})) == attributes


def test_a_century_is_exported_as_its_ends_and_a_day_of_no_year_not_at_all() -> None:
    century = dates.read({"when-iso": "19"})
    assert dates.attributes(century) == {"notBefore": "1900", "notAfter": "1999"}
    assert dates.attributes(dates.read({"when": "--02-04"})) == {}
