"""The geometry of the site's pictures: when letters were written, and on which side.

Places are per cent of the width and pixels of the height, so that a picture fills any column and
its lines and dots keep their size. What a picture shows is also said in words beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tei_edition.model import DateRange
from tei_edition.site.dates import middle
from tei_edition.site.frame import Frame

ROW = 34
_MARGIN = 1.5
_FEWEST = 5
"""Fewer days than this do not make a picture: the list says it better."""

_STEM = 16
_LEVEL = 10
_TOUCHING = 2.0
_ROOM, _ROOM_ON_A_PHONE = 24.0, 60.0
"""How much of the width, in per cent, the name of a pause takes on a desk and on a phone."""

_MOST_TICKS = 9
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter on a time line: `side` 0 above the axis, 1 below; `answers` are ids of others."""

    date: DateRange
    side: int
    url: str
    label: str
    id: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without a letter, which is named where there is room for it."""

    start: date
    end: date
    label: str


class Axis:
    """Time from left to right: from the first month's beginning to the last month's end."""

    def __init__(self, frame: Frame, days: Sequence[date]) -> None:
        self._frame = frame
        self._first = _month(min(days))
        self._months = _month(max(days)) - self._first + 1
        self.unit = next(u for u in (1, 12, 120, 1200, 12000) if self._months <= u * 72)
        self._first -= self._first % self.unit if self.unit > 1 else 0
        self._months = _month(max(days)) - self._first + 1
        self._months += -self._months % self.unit

    def at(self, day: date) -> float:
        """Return the place of a day, in per cent."""
        return self._place(_month(day) + (day.day - 1) / 31)

    def bin(self, day: date) -> int:
        """Return the number of the month, year or decade in which a day falls."""
        return (_month(day) - self._first) // self.unit

    def bin_place(self, number: int) -> tuple[float, float]:
        """Return where a bin begins and how wide it is, in per cent."""
        start = self._place(self._first + number * self.unit)
        return start, self._place(self._first + (number + 1) * self.unit) - start

    def ticks(self) -> list[dict[str, str]]:
        """Return the labels of the axis: years, or months where all lies within a year or two."""
        step = next((s for s in _STEPS if self._months / s <= _MOST_TICKS), 12000)
        start = self._first + -self._first % step
        return [
            {"x": _percent(self._place(month)), "label": self._label(month, step)}
            for month in range(start, self._first + self._months, step)
        ]

    def _label(self, month: int, step: int) -> str:
        year, number = divmod(month, 12)
        if step >= 12 or number == 0:
            return str(year)
        return self._frame.dates.month_name(number + 1)

    def _place(self, month: float) -> float:
        return _MARGIN + (month - self._first) / self._months * (100 - 2 * _MARGIN)


def timeline(
    frame: Frame, marks: Sequence[Mark], pauses: Sequence[Pause] = ()
) -> dict[str, Any] | None:
    """Return a time line with two sides; letters that would touch stand on longer stems."""
    dated = [(mark, day) for mark in marks if (day := middle(mark.date))]
    if not dated:
        return None
    axis = Axis(frame, [day for _, day in dated])
    placed = []
    ends: tuple[list[float], list[float]] = ([], [])
    for mark, day in sorted(dated, key=lambda item: item[1]):
        x = axis.at(day)
        level = _free_level(ends[mark.side], x)
        placed.append((mark, x, level))
    heights = [_STEM + _LEVEL * len(side) if side else 0 for side in ends]
    middle_line = heights[0] + 2
    shown = {mark: _mark_view(mark, x, level, middle_line) for mark, x, level in placed}
    return {
        "height": str(sum(heights) + 30),
        "above": str(middle_line),
        "below": str(middle_line + 26),
        "labels": str(middle_line + 18),
        "ticks": axis.ticks(),
        "marks": list(shown.values()),
        "ties": _ties(shown),
        "pauses": [view for pause in pauses if (view := _pause_view(axis, pause))],
    }


def _ties(shown: Mapping[Mark, dict[str, str]]) -> list[dict[str, str]]:
    """Return lines from letters to those that they answer."""
    by_id = {mark.id: view for mark, view in shown.items() if mark.id}
    return [
        {"x1": by_id[id]["x"], "y1": by_id[id]["from"], "x2": view["x"], "y2": view["from"]}
        for mark, view in shown.items()
        for id in mark.answers
        if id in by_id
    ]


def _pause_view(axis: Axis, pause: Pause) -> dict[str, str] | None:
    start, end = axis.at(pause.start), axis.at(pause.end)
    if end - start < _ROOM:
        return None
    size = "wide" if end - start >= _ROOM_ON_A_PHONE else "narrow"
    return {"x": _percent((start + end) / 2), "label": pause.label, "size": size}


def rows(
    frame: Frame, series: Sequence[tuple[str, str, Sequence[DateRange]]]
) -> dict[str, Any] | None:
    """Return bars by month, year or decade, a row for each of (role, label, dates)."""
    dated = [
        (role, label, len(dates), [d for d in map(middle, dates) if d])
        for role, label, dates in series
    ]
    days = [day for *_, group in dated for day in group]
    if len(set(days)) < _FEWEST:
        return None
    axis = Axis(frame, days)
    counts = [_counted(axis, group) for *_, group in dated]
    most = max(n for count in counts for n in count.values())
    return {
        "height": str(ROW),
        "ticks": axis.ticks(),
        "rows": [
            {
                "role": role,
                "label": label,
                "count": total,
                "bars": [_bar(axis, number, n, most) for number, n in sorted(count.items())],
            }
            for (role, label, total, _), count in zip(dated, counts, strict=True)
        ],
    }


def _bar(axis: Axis, number: int, count: int, most: int) -> dict[str, str]:
    x, width = axis.bin_place(number)
    height = max(round(count / most * (ROW - 4)), 3)
    return {
        "x": _percent(x + width * 0.1),
        "width": _percent(width * 0.8),
        "y": str(ROW - height),
        "height": str(height),
    }


def _counted(axis: Axis, days: Sequence[date]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for day in days:
        number = axis.bin(day)
        counts[number] = counts.get(number, 0) + 1
    return counts


def _free_level(ends: list[float], x: float) -> int:
    """Take the lowest level on which nothing stands close to `x`."""
    for level, last in enumerate(ends):
        if x - last >= _TOUCHING:
            ends[level] = x
            return level
    ends.append(x)
    return len(ends) - 1


def _mark_view(mark: Mark, x: float, level: int, middle_line: int) -> dict[str, str]:
    length = _STEM + _LEVEL * level
    start = middle_line if mark.side == 0 else middle_line + 26
    return {
        "x": _percent(x),
        "from": str(start),
        "to": str(start - length if mark.side == 0 else start + length),
        "side": "above" if mark.side == 0 else "below",
        "url": mark.url,
        "label": mark.label,
    }


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _percent(value: float) -> str:
    return f"{value:.2f}%"
