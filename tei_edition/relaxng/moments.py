"""Dates, times and durations of XML Schema (Part 2, 3.2.6 to 3.2.14), and their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

_DAY = 86_400
_MOST_ZONE = 14 * 3600
_ZONE = r"(?P<zone>Z|[+-]\d\d:\d\d)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d(?:\.\d+)?)"
_FORMS = {
    "dateTime": rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)T{_CLOCK}",
    "date": rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
    "time": _CLOCK,
    "gYearMonth": rf"{_YEAR}-(?P<month>\d\d)",
    "gYear": _YEAR,
    "gMonthDay": r"--(?P<month>\d\d)-(?P<day>\d\d)",
    "gDay": r"---(?P<day>\d\d)",
    "gMonth": r"--(?P<month>\d\d)(?:--)?",
}
_COMPILED = {name: re.compile(form + _ZONE, re.ASCII) for name, form in _FORMS.items()}
_DURATION = re.compile(
    r"(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
    r"(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on the time line. Without a time zone it is only known to within 14 hours."""

    seconds: Fraction
    zoned: bool

    def before(self, other: Moment) -> bool:
        slack = 0 if self.zoned == other.zoned else _MOST_ZONE
        return self.seconds + slack < other.seconds


@dataclass(frozen=True, slots=True)
class Duration:
    months: int
    seconds: Fraction

    def before(self, other: Duration) -> bool:
        """Whether it is the shorter one from whichever month one counts."""
        starts = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
        return all(self._after(*start) < other._after(*start) for start in starts)

    def _after(self, year: int, month: int) -> Fraction:
        months = year * 12 + month - 1 + self.months
        return _days(months // 12, months % 12 + 1, 1) * _DAY + self.seconds


def read_duration(text: str) -> Duration:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    sign = -1 if found[1] else 1
    years, months, days, hours, minutes = (int(found[i] or 0) for i in range(2, 7))
    clock = hours * 3600 + minutes * 60 + Fraction(found[7] or 0)
    return Duration(sign * (years * 12 + months), sign * (days * _DAY + clock))


def reader(kind: str) -> Callable[[str], Moment]:
    """The function that reads a `dateTime`, `date`, `gYear` ..., or raises ValueError."""
    form = _COMPILED[kind]

    def read(text: str) -> Moment:
        found = form.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return _moment({key: value for key, value in found.groupdict().items() if value})

    return read


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _moment(parts: dict[str, str]) -> Moment:
    year = _astronomical(parts.get("year", "2000"))
    month, day = int(parts.get("month", 1)), int(parts.get("day", 1))
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        raise ValueError("there is no such day")
    zone = _zone(parts.get("zone"))
    return Moment(
        _days(year, month, day) * _DAY + _clock(parts) - (zone or 0), zoned=zone is not None
    )


def _astronomical(year: str) -> int:
    """The year as a number that leap years can be counted with: 1 BC is year 0."""
    number = int(year)
    if number == 0:
        raise ValueError("there is no year 0")
    return number if number > 0 else number + 1


def _clock(parts: dict[str, str]) -> Fraction:
    hour, minute = int(parts.get("hour", 0)), int(parts.get("minute", 0))
    second = Fraction(parts.get("second", 0))
    past_midnight = hour == 24 and (minute or second)
    if hour > 24 or past_midnight or minute > 59 or second >= 60:
        raise ValueError("there is no such time of day")
    return hour * 3600 + minute * 60 + second


def _zone(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    seconds = hours * 3600 + minutes * 60
    if minutes > 59 or seconds > _MOST_ZONE:
        raise ValueError("there is no such time zone")
    return seconds if zone[0] == "+" else -seconds


def _days(year: int, month: int, day: int) -> int:
    """Days since 1 March of year 0, in the Gregorian calendar carried backwards."""
    shifted = year - (month < 3)
    from_march = (month + 9) % 12
    return (
        365 * shifted + shifted // 4 - shifted // 100 + shifted // 400
        + (153 * from_march + 2) // 5 + day - 1
    )  # fmt: skip
