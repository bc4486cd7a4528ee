"""Dates: any day can be read back, order is total, nothing that is typed can raise."""

import calendar
import datetime

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tei import dates
from tei_edition.tei.moments import Fault, Moment, parse

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
ZONES = st.sampled_from(["", "Z", "+01:00", "-11:30"])
VALUES = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
)
ATTRIBUTES = st.dictionaries(st.sampled_from(dates.ATTRIBUTES), VALUES, max_size=4)


@given(DAYS, ZONES)
def test_every_day_is_itself(day: datetime.date, zone: str) -> None:
    written = day.isoformat()
    assert parse(f" {written}{zone}\n") == Moment(written, written, written)


@given(DAYS, st.sampled_from(["%Y%m%d", "%Y-%j", "%G-W%V-%u"]))
def test_every_iso_form_is_the_same_day(day: datetime.date, form: str) -> None:
    # strftime pads years differently from system to system.
    if day.year < 1000 or day.isocalendar().year > 9999:
        return
    found = parse(day.strftime(form))
    assert isinstance(found, Moment)
    assert (found.first, found.last) == (day.isoformat(), day.isoformat())


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(29, 99))
def test_a_day_too_many_is_a_fault_with_the_last_day(year: int, month: int, day: int) -> None:
    last = calendar.monthrange(year, month)[1]
    found = parse(f"{year:04}-{month:02}-{day}")
    if day <= last:
        assert isinstance(found, Moment)
    else:
        assert isinstance(found, Fault)
        assert found.suggestion == f"{year:04}-{month:02}-{last}"


@given(st.text(max_size=20) | st.text("0123456789-/:TWZ+ .", max_size=20))
def test_nothing_raises_and_suggestions_are_dates(text: str) -> None:
    found = parse(text)
    if isinstance(found, Fault) and found.suggestion:
        assert isinstance(parse(found.suggestion), Moment)


@given(ATTRIBUTES)
def test_earliest_is_never_after_latest(attributes: dict[str, str]) -> None:
    found = dates.read(attributes)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest


@given(ATTRIBUTES)
def test_what_is_exported_reads_as_the_same_days(attributes: dict[str, str]) -> None:
    found = dates.read(attributes)
    again = dates.read(dates.attributes(found))
    assert (again.earliest, again.latest, again.edtf) == (
        found.earliest,
        found.latest,
        found.edtf,
    )


@given(ATTRIBUTES, ATTRIBUTES, ATTRIBUTES)
def test_order_is_total(a: dict[str, str], b: dict[str, str], c: dict[str, str]) -> None:
    keys = [dates.read(attributes).sort_key for attributes in (a, b, c)]
    one, two, three = sorted(keys)
    assert one <= two <= three
    assert one <= three


@given(DAYS, DAYS)
def test_order_of_days_is_that_of_time(a: datetime.date, b: datetime.date) -> None:
    first, second = (dates.read({"when": day.isoformat()}).sort_key for day in (a, b))
    assert (first < second) == (a < b)
