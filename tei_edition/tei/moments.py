"""One value of a dating attribute: the days that it stands for, or what is wrong with it.

Knows the lexical forms of `teidata.temporal.w3c` (XSD 1.1) and `teidata.temporal.iso` (ISO 8601);
knows nothing of elements or of how attributes combine.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tei_edition.tei.date_spellings import NOTATIONS, REPAIRS

ProblemKind = Literal["malformed", "impossible", "reversed", "conflict"]


@dataclass(frozen=True, slots=True)
class Moment:
    """The days from `first` to `last` that a value covers; ``None`` where it names no year.

    `edtf` is the value to the day, `time` the hour with its zone, if there is one.
    """

    first: str | None
    last: str | None
    edtf: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value is no date. `suggestion` is the value that was probably meant, or empty.

    `rest` is what can still be told from it, such as year and month.
    """

    kind: ProblemKind
    reason: str
    suggestion: str = ""
    rest: Moment | None = None


_ZONE = r"(?P<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d|[+-]\d\d)?"
_TIME = r"(?P<time>\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?)"
_YEAR = r"(?P<year>-?\d{4})"
_DAY = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T{_TIME})?)?)?{_ZONE}")
_COMPACT = re.compile(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T{_TIME})?{_ZONE}")
_WEEK = re.compile(rf"{_YEAR}-?W(?P<week>\d\d)(?:-?(?P<weekday>[1-7]))?(?:T{_TIME})?{_ZONE}")
_ORDINAL = re.compile(rf"{_YEAR}-?(?P<ordinal>\d{{3}})(?:T{_TIME})?{_ZONE}")
_CENTURY = re.compile(r"(?P<century>\d\d)")
_NO_YEAR = re.compile(
    rf"(?:--(?P<month>\d\d)(?:-?(?P<day>\d\d))?|---(?P<only>\d\d)|T?(?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)){_ZONE}"
)
_W3C = re.compile(
    r"(-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?)?)?)?|--\d\d(-\d\d)?|---\d\d"
    r"|\d\d:\d\d:\d\d(\.\d+)?)(Z|[+-]\d\d:\d\d)?"
)
_LONG_YEAR = re.compile(r"-?\d{5,}(-\d\d)?(-\d\d)?")
_OTHER_NOTATIONS = (
    ("?", 'doubt has an attribute of its own: cert="low"'),
    ("~", 'an approximate date has precision="medium"'),
    ("..", "a span has the attributes from and to, or notBefore and notAfter"),
    ("X", "of a date that is known in part only the part is written: 1949-02 or 1949"),
)
"""What other notations (EDTF) put into the value, and where TEI has it."""
_MONTHS = [calendar.month_name[n].lower() for n in range(13)]


# Letters repeat dates: of their days, and of the lives of those whom they name.
@lru_cache(maxsize=10_000)
def parse(value: str) -> Moment | Fault:
    """Read one value. Blanks around it do not count (XSD collapses them)."""
    text = value.strip()
    if "/" in text:
        return _interval(text)
    for pattern, read in _FORMS if text.isascii() else ():
        match = pattern.fullmatch(text)
        if match:
            return read(match)
    return _malformed(text)


def is_w3c(value: str) -> bool:
    """Say whether a readable value has a form that XSD knows: all forms but those of ISO alone."""
    return bool(_W3C.fullmatch(value.strip()))


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month in the proleptic Gregorian calendar, any year."""
    return calendar.monthrange(year % 400 + 2000, month)[1]


def _interval(text: str) -> Moment | Fault:
    """Read an ISO 8601 interval, ``start/end``; durations name no day and are not read."""
    start, _, end = text.partition("/")
    first, last = parse(start), parse(end)
    for part in (first, last):
        if isinstance(part, Fault):
            return part
    assert isinstance(first, Moment)
    assert isinstance(last, Moment)
    if first.first and last.last and first.first > last.last:
        return Fault("reversed", "the interval ends before it begins", f"{end}/{start}")
    edtf = first.edtf if first.edtf == last.edtf else f"{first.edtf}/{last.edtf}"
    return Moment(first.first, last.last, edtf, first.time)


def _day(match: re.Match[str]) -> Moment | Fault:
    """Read year, year and month, or a day, with or without an hour."""
    year, time = match["year"], _time(match)
    if match["month"] is None:
        return _whole_year(year)
    month = int(match["month"])
    if not 1 <= month <= 12:
        rest = _whole_year(year) if int(year) else None
        # Month and day have changed places, where the day would do as a month.
        is_day = match["day"] and 1 <= int(match["day"]) <= 12
        exchanged = f"{year}-{match['day']}-{match['month']}" if is_day else ""
        meant = exchanged if exchanged and isinstance(parse(exchanged), Moment) else ""
        return Fault("impossible", f"there is no month {match['month']}", meant, rest)
    whole = _whole_month(year, month)
    if match["day"] is None:
        return whole
    if not 1 <= int(match["day"]) <= days_in_month(int(year), month):
        return _no_such_day(match, year, month)
    day = f"{year}-{month:02}-{match['day']}"
    if isinstance(time, Fault):
        return replace(time, rest=Moment(day, day, day))
    return Moment(day, day, day, time)


def _no_such_day(match: re.Match[str], year: str, month: int) -> Fault:
    last = days_in_month(int(year), month)
    day = int(match["day"])
    suggestion = f"{year}-{month:02}-{last}" if day else f"{year}-{month:02}"
    name = _MONTHS[month].capitalize()
    reason = f"{name} {year} has {last} days" if day else f"{name} {year} has no day 00"
    return Fault("impossible", reason, suggestion, _whole_month(year, month))


def _whole_year(year: str) -> Moment:
    return Moment(f"{year}-01-01", f"{year}-12-31", year)


def _whole_month(year: str, month: int) -> Moment:
    start = f"{year}-{month:02}"
    return Moment(f"{start}-01", f"{start}-{days_in_month(int(year), month)}", start)


def _time(match: re.Match[str]) -> str | Fault:
    """Return the hour of a value as ``hh:mm:ss`` with its zone, or empty where it has none."""
    written = match["time"]
    if not written:
        return ""
    digits = re.sub(r"[:.,]", "", written.split(".")[0].split(",")[0])
    hour, minute, second = digits[:2], digits[2:4] or "00", digits[4:6] or "00"
    midnight = (hour, minute, second) == ("24", "00", "00")
    if (int(hour) > 23 and not midnight) or int(minute) > 59 or int(second) > 59:
        return Fault("impossible", f"there is no hour {written}")
    return f"{hour}:{minute}:{second}{match['zone'] or ''}"


def _week(match: re.Match[str]) -> Moment | Fault:
    """Read an ISO week date."""
    time = _time(match)
    if isinstance(time, Fault):
        return time
    weekday = int(match["weekday"] or 0)
    try:
        first = datetime.date.fromisocalendar(int(match["year"]), int(match["week"]), weekday or 1)
        last = first if weekday else first + datetime.timedelta(days=6)
    except (ValueError, OverflowError):
        return Fault("impossible", f"{match['year']} has no week {match['week']}")
    edtf = first.isoformat() if weekday else f"{first.isoformat()}/{last.isoformat()}"
    return Moment(first.isoformat(), last.isoformat(), edtf, time)


def _ordinal(match: re.Match[str]) -> Moment | Fault:
    """Read a day of the year, ``1949-035``."""
    time, year, number = _time(match), int(match["year"]), int(match["ordinal"])
    if isinstance(time, Fault):
        return time
    if year < 1 or not 1 <= number <= (366 if calendar.isleap(year) else 365):
        return Fault("impossible", f"{match['year']} has no day number {match['ordinal']}")
    day = (datetime.date(year, 1, 1) + datetime.timedelta(days=number - 1)).isoformat()
    return Moment(day, day, day, time)


def _century(match: re.Match[str]) -> Moment:
    """Read an ISO century: ``19`` are the years 1900 to 1999."""
    start = match["century"]
    return Moment(f"{start}00-01-01", f"{start}99-12-31", f"{start}XX")


def _no_year(match: re.Match[str]) -> Moment | Fault:
    """Read a date without a year or a time of day: true, but nothing that can be ordered."""
    if match["time"]:
        time = _time(match)
        return time if isinstance(time, Fault) else Moment(None, None, "", time)
    month, day = match["month"], match["day"] or match["only"]
    if month and not 1 <= int(month) <= 12:
        return Fault("impossible", f"there is no month {month}")
    longest = days_in_month(2000, int(month)) if month else 31
    if day and not 1 <= int(day) <= longest:
        return Fault("impossible", f"no such month has a day {day}")
    return Moment(None, None, f"XXXX-{month or 'XX'}" + (f"-{day}" if day else ""))


_FORMS = (
    (_DAY, _day),
    (_COMPACT, _day),
    (_WEEK, _week),
    (_ORDINAL, _ordinal),
    (_NO_YEAR, _no_year),
    (_CENTURY, _century),
)


def _malformed(text: str) -> Fault:
    """Explain a value of no known form, with the near miss where there is one."""
    if not text:
        return Fault("malformed", "the value is empty")
    if _LONG_YEAR.fullmatch(text):
        return Fault("malformed", "the year has more than four digits", _shorter_year(text))
    for repair in REPAIRS:
        mended = repair(text)
        meant = parse(mended) if mended else None
        if isinstance(meant, Moment):
            rest = meant if repair in NOTATIONS else _rest(text)
            return Fault("malformed", "a date is written year-month-day, 1949-02-04", mended, rest)
    reason = next(
        (reason for sign, reason in _OTHER_NOTATIONS if sign in text),
        "a date is written 1949-02-04, 1949-02 or 1949",
    )
    return Fault("malformed", reason, rest=_rest(text))


def _rest(text: str) -> Moment | None:
    """Return what can be told from a value of no known form: year and month, or the only year."""
    start = re.match(r"-?\d{4}(?:-\d\d)?(?!\d)|\d\d(?=XX)|\d{3}(?=X)", text)
    years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)
    part = start[0] if start else years[0] if len(years) == 1 else text
    if start and len(part) == 3:
        return Moment(f"{part}0-01-01", f"{part}9-12-31", f"{part}X")
    known = parse(part) if part != text else None
    return known if isinstance(known, Moment) else None


def _shorter_year(text: str) -> str:
    """Drop the superfluous digit of a year of five where it is plain: ``19011`` to ``1901``.

    It is one that is doubled, or the last; where these give two years, nobody can tell.
    """
    year, _, rest = text.partition("-")
    if len(year) != 5:
        return ""
    doubled = [i for i in range(1, 5) if year[i] == year[i - 1]]
    shorter = {year[:i] + year[i + 1 :] for i in (*doubled, 4)}
    if len(shorter) != 1:
        return ""
    mended = "-".join(filter(None, [shorter.pop(), rest]))
    return mended if isinstance(parse(mended), Moment) else ""
