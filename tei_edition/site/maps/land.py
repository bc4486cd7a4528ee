"""Coast lines and borders of today, read once and drawn for any part of the world.

The data lie in ``assets/geo``; its README says where they come from and how they are kept.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tei_edition.project import resource
from tei_edition.site.maps.projection import Point, Projection, Vector, vector

MARGIN = 12
"""How far beyond the map areas are drawn, in units of the map: their cut edges stay unseen."""


@dataclass(frozen=True, slots=True)
class World:
    """The lines of one level of detail."""

    land: tuple[tuple[Vector, ...], ...]
    borders: tuple[tuple[Vector, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the plane, drawn as a map of `width` by `height` units."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, point: Point) -> Point:
        """Return where a point of the plane lies on the map."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def shows(self, point: Point, margin: float = 0) -> bool:
        """Return whether a point of the map lies within its edges."""
        x, y = point
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin


@cache
def world(level: str) -> World:
    """Return the lines of a level: ``fine`` or ``coarse``."""
    data = json.loads((resource("assets") / "geo" / "world.json").read_text("utf-8"))[level]
    arcs = [_unpacked(arc, data["unit"]) for arc in data["arcs"]]
    return World(
        tuple(_joined(ring, arcs) for ring in data["land"]),
        tuple(arcs[number] for number in data["borders"]),
    )


def land_path(lines: World, projection: Projection, view: View, detail: float) -> str:
    """Return the land in a view as data of an SVG path, no finer than `detail`."""
    pieces = []
    for ring in lines.land:
        for area in projection.ring(ring):
            shown = _thinned([view.place(point) for point in area], detail)
            clipped = _clipped(shown, view) if len(shown) > 2 else []
            if len(clipped) > 2 and _extent(clipped) > detail * 1.5:
                pieces.append(path(clipped) + "z")
    return "".join(pieces)


def border_path(lines: World, projection: Projection, view: View, detail: float) -> str:
    """Return the borders in a view as data of an SVG path."""
    pieces = []
    for border in lines.borders:
        for line in projection.line(border):
            shown = _thinned([view.place(point) for point in line], detail)
            pieces += [path(piece) for piece in _visible(shown, view)]
    return "".join(pieces)


def path(points: Sequence[Point]) -> str:
    """Return points as data of a path: the first one as it is, then the way to each next one."""
    x, y = round(points[0][0] * 10), round(points[0][1] * 10)
    start = f"M{_tenth(x)},{_tenth(y)}l"
    steps = []
    for point in points[1:]:
        nx, ny = round(point[0] * 10), round(point[1] * 10)
        if (nx, ny) != (x, y):
            steps.append(f"{_tenth(nx - x)},{_tenth(ny - y)}")
        x, y = nx, ny
    return start + " ".join(steps or ["0,0"])


def _tenth(value: int) -> str:
    return f"{value / 10:g}"


def _unpacked(arc: Sequence[int], unit: int) -> tuple[Vector, ...]:
    x = y = 0
    points = []
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append(vector(y / unit, x / unit))
    return tuple(points)


def _joined(ring: Iterable[int], arcs: Sequence[tuple[Vector, ...]]) -> tuple[Vector, ...]:
    points: list[Vector] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _thinned(points: Sequence[Point], detail: float) -> list[Point]:
    """Leave out points that lie closer than `detail` to the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= detail:
            kept.append(point)
    return kept


def _clipped(points: list[Point], view: View) -> list[Point]:
    """Cut an area to the view and its margin (Sutherland and Hodgman)."""
    limits = ((0, -MARGIN, 1), (0, view.width + MARGIN, -1))
    for axis, limit, sign in (*limits, (1, -MARGIN, 1), (1, view.height + MARGIN, -1)):
        kept: list[Point] = []
        last = points[-1] if points else (0.0, 0.0)
        for point in points:
            before, after = (last[axis] - limit) * sign >= 0, (point[axis] - limit) * sign >= 0
            if before != after:
                share = (limit - last[axis]) / (point[axis] - last[axis])
                x, y = (a + (b - a) * share for a, b in zip(last, point, strict=True))
                kept.append((x, y))
            if after:
                kept.append(point)
            last = point
        points = kept
    return points


def _extent(points: Sequence[Point]) -> float:
    xs, ys = zip(*points, strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


def _visible(points: Sequence[Point], view: View) -> list[list[Point]]:
    """Return the pieces of a line of which some point lies in the view."""
    pieces: list[list[Point]] = [[]]
    for number, point in enumerate(points):
        around = points[max(number - 1, 0) : number + 2]
        if any(view.shows(p, MARGIN) for p in around):
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]
