"""Names beside dots: as many as fit, the weightiest first, none over another or over a dot."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_GAP = 4.0
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a map, and what is to stand beside it."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: an offset from its dot, and which end of the text is there."""

    dx: float
    dy: float
    anchor: str
    text: str


def placed(
    dots: Sequence[Dot], width: float, height: float, size: float, most: int
) -> dict[int, Label]:
    """Return labels by the number of their dot; `dots` come in the order of their weight.

    `size` is the size of the letters, in the units of the map.
    """
    taken: list[Box] = [_around(dot) for dot in dots]
    found: dict[int, Label] = {}
    for number, dot in enumerate(dots):
        if len(found) == most:
            break
        for label, box in _candidates(dot, size):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            free = all(n == number or not _overlap(box, other) for n, other in enumerate(taken))
            if inside and free:
                found[number] = label
                taken.append(box)
                break
    return found


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is; a full-width character counts as two."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.52 for c in text) * size


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return a name that is short enough for a map, of so many characters at most."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _candidates(dot: Dot, size: float) -> Iterator[tuple[Label, Box]]:
    text = shortened(dot.text)
    width, off = text_width(text, size), dot.radius + _GAP
    middle, base = size * 0.35, size * 0.8
    for dx, dy, anchor in (
        (off, middle, "start"),
        (-off, middle, "end"),
        (0.0, -off, "middle"),
        (0.0, off + base, "middle"),
        (off * 0.75, -off * 0.6, "start"),
        (off * 0.75, off * 0.6 + base, "start"),
        (-off * 0.75, -off * 0.6, "end"),
        (-off * 0.75, off * 0.6 + base, "end"),
    ):
        left = dot.x + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        bottom = dot.y + dy + size * 0.25
        yield Label(dx, dy, anchor, text), (left, bottom - size * 1.1, left + width, bottom)


def _around(dot: Dot) -> Box:
    r = dot.radius
    return dot.x - r, dot.y - r, dot.x + r, dot.y + r


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
