"""Dates as a reader of the edition reads them, in the language of the interface.

Days come in as they are in the model, in the proleptic Gregorian calendar; what a source itself
writes stays in its own words and is no business of this module.
"""

import calendar
import re
from dataclasses import replace
from datetime import date, time
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_time

from tei_edition.model import DateRange
from tei_edition.site.strings import Strings

_DOUBTED = frozenset({"low", "medium", "unknown"})
# The dash between two figures, which versions of the Unicode CLDR set with and without blanks.
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[ \u2009\u202f]?[–—][ \u2009\u202f]?(?=\d)")
_CHOICE = re.compile(r"^[\[{]([^\]}]+)[\]}]$")


class Dates:
    """Formats dates with the patterns of the Unicode CLDR."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings
        self._locale = strings.locale
        self._known: dict[tuple[DateRange, str, bool], str] = {}

    def view(self, value: DateRange | None) -> dict[str, Any] | None:
        """Return what a page shows of a date: its text, its ``datetime``, its doubt and its ground.

        ``wording`` is the source's own, where it says more than the text.
        """
        if value is None:
            return None
        shown: dict[str, Any] = {"text": self.full(value), "iso": iso(value)}
        if is_doubted(value):
            shown["uncertain"] = value.certainty or "unknown"
            if value.evidence:
                shown["evidence"] = value.evidence
        if value.text and value.text.strip() not in ("", shown["text"]):
            shown["wording"] = " ".join(value.text.split())
        return shown

    def full(self, value: DateRange) -> str:
        """Return a date with its year: ``16 December 1947``, ``by 12 October 1949, 08:10``."""
        return self._qualified(value, "yMMMd", wide=True)

    def short(self, value: DateRange | None) -> str:
        """Return a date for a list under its year: ``16 Dec``. Undated: an empty text."""
        if value is None:
            return ""
        return self._qualified(value, "MMMd", wide=False) + ("?" if is_doubted(value) else "")

    def day(self, value: str) -> str:
        """Return a day or part of one, given as ``2024-05-01``, ``2024-05`` or ``2024``."""
        parts = value[:10].split("-")
        try:
            year, month, day = (int(p) for p in (*parts, "1", "1")[:3])
            moment = date(year, month, day)
        except ValueError:
            return value
        skeleton = ("y", "yMMM", "yMMMd")[min(len(parts), 3) - 1]
        return self._pattern(skeleton, moment, wide=True)

    def month_name(self, number: int) -> str:
        """Return the short name of a month, 1 to 12."""
        return format_date(date(2001, number, 1), "LLL", locale=self._locale)

    def years(self, value: DateRange | None) -> str:
        """Return a date by its years alone, with a question mark where they are most doubtful."""
        if value is None or not (value.earliest or value.latest):
            return ""
        ends = [(day or "")[:4].lstrip("0") for day in (value.earliest, value.latest)]
        shown = "/".join(dict.fromkeys(end for end in ends if end))
        return f"{shown}?" if value.certainty in ("low", "unknown") else shown

    def span(self, first: DateRange | None, last: DateRange | None) -> str:
        """Return the years from one date to another: ``1947–1950``."""
        years = dict.fromkeys(y for y in (year(first), year(last)) if y)
        return "–".join(self.year_label(y) for y in years)

    def year_label(self, key: str) -> str:
        """Return a year as readers write it: ``1949``, ``43 BCE``."""
        if key.startswith("-"):
            return self._strings.fill("date.bce", year=key[1:].lstrip("0"))
        return key.lstrip("0") or key

    def _qualified(self, value: DateRange, skeleton: str, wide: bool) -> str:
        """Return a date in words; a list and many pages show the same one."""
        key = (value, skeleton, wide)
        if key not in self._known:
            self._known[key] = self._in_words(value, skeleton, wide)
        return self._known[key]

    def _in_words(self, value: DateRange, skeleton: str, wide: bool) -> str:
        text = self._range(value, skeleton, wide)
        if "~" in value.edtf or "%" in value.edtf:
            text = self._strings.fill("date.about", date=text)
        if value.time and wide:
            text = f"{text}, {self._clock(value.time)}"
        return text

    def _clock(self, value: str) -> str:
        hour, minute = (int(p) for p in value.split(":")[:2])
        pattern = str(self._locale.datetime_skeletons.get("Hm", "HH:mm"))
        return str(format_time(time(hour, minute), pattern, locale=self._locale))

    def _range(self, value: DateRange, skeleton: str, wide: bool) -> str:
        if (value.earliest or value.latest or "").startswith("-"):
            return self._before_common_era(value, skeleton, wide)
        first, last = _date(value.earliest), _date(value.latest)
        choice = _CHOICE.match(value.edtf)
        if choice and ".." not in choice[1]:
            return self._choice(choice[1].split(","))
        if first and last:
            return self._between(first, last, skeleton, wide)
        if last:
            return self._strings.fill("date.before", date=self._pattern(skeleton, last, wide))
        if first:
            return self._strings.fill("date.after", date=self._pattern(skeleton, first, wide))
        return value.text or self._yearless(value.edtf, wide) or value.edtf

    def _before_common_era(self, value: DateRange, skeleton: str, wide: bool) -> str:
        """Return a date before the year 1, which neither Python nor its calendars know.

        It is written as one of the years that many later, which are then put right.
        """
        later = replace(
            value, earliest=_later(value.earliest), latest=_later(value.latest), edtf=""
        )
        if value.earliest and not (value.latest or "-").startswith("-"):
            return self.span(value, replace(value, earliest=value.latest))
        text = self._range(later, skeleton, wide)
        words = re.sub(r"\d{4}", lambda match: str(_LATER - int(match[0])), text)
        before, _, after = self._strings["date.bce"].partition("{year}")
        if words == text:  # Under a heading that has the year.
            return text
        return before + words if before else words + after

    def _yearless(self, edtf: str, wide: bool) -> str:
        """Return the month, or month and day, of a date without a year."""
        match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", edtf)
        if not match:
            return ""
        day = date(2000, int(match[1]), int(match[2] or 1))
        return self._pattern("MMMd" if match[2] else "MMM", day, wide)

    def _choice(self, options: list[str]) -> str:
        days = [self.day(o.strip(" ?~%")) for o in options]
        return self._strings["date.or"].join(days)

    def _between(self, first: date, last: date, skeleton: str, wide: bool) -> str:
        if first == last:
            return self._pattern(skeleton, first, wide)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            unit = "y"
        elif first.day == 1 and last.day == _days(last):
            unit = "yMMM" if wide or first.year != last.year else "MMM"
        else:
            unit = skeleton
        if first.year == last.year and (
            unit == "y" or (first.month == last.month and "d" not in unit)
        ):
            return self._pattern(unit, first, wide)
        if first.year != last.year and unit == "MMMd":
            unit = "yMMMd"
        return self._interval(unit, first, last, wide)

    def _interval(self, skeleton: str, first: date, last: date, wide: bool) -> str:
        step = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        known = self._locale.interval_formats
        halves = next(
            (known[s][step] for s in _skeletons(skeleton, wide) if known.get(s, {}).get(step)), None
        )
        if skeleton == "y" or not halves:
            return f"{self._pattern(skeleton, first, wide)}–{self._pattern(skeleton, last, wide)}"
        shown = "".join(
            format_date(day, self._widened(half) if wide else half, locale=self._locale)
            for day, half in zip((first, last), halves, strict=True)
        )
        return _BETWEEN_FIGURES.sub("–", shown)

    def _pattern(self, skeleton: str, day: date, wide: bool) -> str:
        if skeleton == "MMM":
            pattern = "LLL"
        else:
            known = self._locale.datetime_skeletons
            found = (known[s] for s in _skeletons(skeleton, wide) if s in known)
            pattern = str(next(found, "y-MM-dd"))
        return format_date(day, self._widened(pattern) if wide else pattern, locale=self._locale)

    def _widened(self, pattern: str) -> str:
        """Write months in full where a pattern shortens them, and days without a zero before them.

        Chinese numbers its months, and spells them out nowhere.
        """
        days = re.sub(r"(?<!d)dd(?!d)", "d", pattern)
        if "MMMM" not in str(self._locale.date_formats["long"].pattern):
            return days
        return re.sub(r"(?<![ML])(M{3}|L{3})(?![ML])", lambda m: m[0] + m[0][0], days)


def exact(value: DateRange) -> date | None:
    """Return the day of a date that is one day."""
    first = _date(value.earliest)
    return first if first and first == _date(value.latest) else None


def iso(value: DateRange) -> str:
    """Return a value for the attribute ``datetime`` of HTML: a day, a month or a year, or nothing
    where the date is a range that HTML cannot express."""
    return _iso(value.earliest, value.latest)


@lru_cache(maxsize=20_000)
def _iso(earliest: str | None, latest: str | None) -> str:
    first, last = _date(earliest), _date(latest)
    if not first or not last or first.year < 1000:
        return ""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else ""
    whole_month = first.day == 1 and last == first.replace(day=_days(first))
    return first.isoformat()[:7] if whole_month else ""


def year(value: DateRange | None) -> str:
    """Return the year under which a date is listed: ``1949``, ``-0043``; undated: an empty text."""
    start = (value.earliest or value.latest) if value else None
    return start[: 5 if start.startswith("-") else 4] if start else ""


def moment(changed: str) -> str:
    """Return a day, or part of one, as a moment; empty for what is no date.

    ``2024-05-01`` is ``2024-05-01T00:00:00Z``, and so is ``2024-05``.
    """
    parts = changed[:10].split("-")
    try:
        return f"{date.fromisoformat('-'.join([*parts, '01', '01'][:3]))}T00:00:00Z"
    except ValueError:
        return ""


def is_doubted(value: DateRange) -> bool:
    """Return whether the source marks the date as less than certain."""
    return value.certainty in _DOUBTED or "?" in value.edtf or "%" in value.edtf


def middle(value: DateRange) -> date | None:
    """Return the day in the middle of a date, for a place on a time line."""
    first, last = _date(value.earliest), _date(value.latest)
    if first and last:
        return date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    return first or last


def first_day(value: DateRange) -> date | None:
    """Return the first day of a date; of one with an open end the day that is known."""
    return _date(value.earliest or value.latest)


def last_day(value: DateRange) -> date | None:
    """Return the last day of a date; of one with an open end the day that is known."""
    return _date(value.latest or value.earliest)


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:  # before the year 1 or after 9999
        return None


_LATER = 2400
"""So many years later the calendar is the same."""


def _later(day: str | None) -> str | None:
    """Return a day before the common era so many years later, and any other day unchanged."""
    if not day or not day.startswith("-"):
        return day
    year, _, rest = day[1:].partition("-")
    return f"{_LATER - int(year):04}-{rest}"


def _days(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _skeletons(skeleton: str, wide: bool) -> tuple[str, ...]:
    """Return the skeletons to look for: one with the month in full may have words of its own, as
    in ``16 de diciembre de 1947``."""
    return (skeleton.replace("MMM", "MMMM"), skeleton) if wide else (skeleton,)
