"""Long pauses of an exchange: which count, and how they are called."""

from tei_edition.model import DateRange, IndexedLetter
from tei_edition.site.silences import silences
from tests.unit.site.conftest import MakeFrame, day, letter


def letters(*dates: str | DateRange | None) -> list[IndexedLetter]:
    """Return letters of these days, in order."""
    days = [day(date) if isinstance(date, str) else date for date in dates]
    return [letter(number, date)[1] for number, date in enumerate(days)]


def test_half_a_year_among_weeks_is_a_silence(make_frame: MakeFrame) -> None:
    found = silences(letters("1900-01-01", "1900-02-01", "1900-10-01", "1900-11-01"))
    assert [pause.letter for pause in found] == ["d2"]
    assert found[0].label(make_frame([])) == "8 months without a letter"


def test_where_letters_are_rare_only_longer_pauses_count(make_frame: MakeFrame) -> None:
    rare = letters("1900-01-01", "1901-01-01", "1902-01-01", "1903-01-01", "1913-01-01")
    assert [pause.label(make_frame([])) for pause in silences(rare)] == [
        "10 years without a letter"
    ]


def test_only_what_is_certain_counts() -> None:
    some_day = DateRange("1900-02-01", "1900-12-31", "1900")
    early = DateRange(None, "1900-01-15", "../1900-01-15")
    assert not silences(letters("1900-01-01", early, some_day, "1901-01-01"))


def test_without_dates_there_is_no_silence() -> None:
    assert silences(letters()) == []
    assert silences(letters(None, None)) == []
    assert silences(letters("1900-01-01", None)) == []
