"""From the globe to a plane, at equal area, with the edition in the middle.

A part of the world is shown as Lambert's azimuthal projection shows it, turned so that the middle
of the places is the middle of the map; what spans more, as Equal Earth does (Šavrič, Patterson and
Jenny 2018), around a meridian of its own. Neither knows an edge at 180°.
"""

from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import Protocol

Vector = tuple[float, float, float]
Point = tuple[float, float]

_WIDEST = radians(48)
"""Up to this far from the middle Lambert's projection keeps shapes, and the north above."""

_LIMIT = -0.5
"""The cosine of 120°: what lies farther is drawn at that distance, outside of every map."""


class Projection(Protocol):
    """Places are unit vectors; points of the plane have y downwards, the radius as their unit."""

    def point(self, place: Vector) -> Point:
        """Return where a place lies."""

    def ring(self, ring: Sequence[Vector]) -> list[list[Point]]:
        """Return the areas that a closed line bounds."""

    def line(self, line: Sequence[Vector]) -> list[list[Point]]:
        """Return an open line, in pieces where the map cuts it."""


def vector(latitude: float, longitude: float) -> Vector:
    """Return a place given in degrees as a vector of length 1."""
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def chosen(places: Sequence[Vector]) -> Projection:
    """Return the projection that suits some places."""
    middle = _middle(places)
    if middle is None or min(_dot(middle, place) for place in places) < cos(_WIDEST):
        return EqualEarth(_meridian(places))
    return Azimuthal(middle)


class Azimuthal:
    """Lambert's azimuthal equal-area projection around a place."""

    def __init__(self, middle: Vector) -> None:
        x, y, z = middle
        flat = hypot(x, y)
        east = (-y / flat, x / flat, 0.0) if flat else (0.0, 1.0, 0.0)
        self._up = middle
        self._east = east
        self._north = (-z * east[1], z * east[0], x * east[1] - y * east[0])

    def point(self, place: Vector) -> Point:
        a, b = _dot(place, self._east), _dot(place, self._north)
        height = _dot(place, self._up)
        if height < _LIMIT:
            far = sqrt(2 * (1 - _LIMIT)) / (hypot(a, b) or 1e-9)
            return a * far, -b * far
        scale = sqrt(2 / (1 + height))
        return a * scale, -b * scale

    def ring(self, ring: Sequence[Vector]) -> list[list[Point]]:
        """Return the area; its far side runs along the circle beyond which nothing is drawn."""
        if all(_dot(place, self._up) < _LIMIT for place in ring):
            return []
        return [_rounded([self.point(place) for place in ring])]

    def line(self, line: Sequence[Vector]) -> list[list[Point]]:
        pieces: list[list[Point]] = [[]]
        for place in line:
            if _dot(place, self._up) >= _LIMIT:
                pieces[-1].append(self.point(place))
            elif pieces[-1]:
                pieces.append([])
        return [piece for piece in pieces if len(piece) > 1]


class EqualEarth:
    """The Equal Earth projection around a meridian."""

    _A = (1.340264, -0.081106, 0.000893, 0.003796)

    def __init__(self, meridian: float) -> None:
        self._meridian = meridian

    def point(self, place: Vector) -> Point:
        return self._flat(_turned(self._longitude(place)), place[2])

    def ring(self, ring: Sequence[Vector]) -> list[list[Point]]:
        """Return the area, cut where the map ends and once more on the other side."""
        corners = self._unrolled(ring)
        if round((corners[-1][0] - corners[0][0]) / (2 * pi)):  # around a pole: to it and back
            pole = -1.0 if corners[0][1] < 0 else 1.0
            corners += [(corners[-1][0], pole), (corners[0][0], pole)]
        areas = []
        for shift in (-2 * pi, 0.0, 2 * pi):
            moved = [(lam + shift, sine) for lam, sine in corners]
            kept = _between(_between(moved, -pi, 1), pi, -1)
            if len(kept) > 2:
                areas.append([self._flat(lam, sine) for lam, sine in _stepped(kept)])
        return areas

    def line(self, line: Sequence[Vector]) -> list[list[Point]]:
        pieces: list[list[Point]] = [[]]
        last = None
        for place in line:
            lam = _turned(self._longitude(place))
            if last is not None and abs(lam - last) > pi:
                pieces.append([])
            pieces[-1].append(self._flat(lam, place[2]))
            last = lam
        return [piece for piece in pieces if len(piece) > 1]

    def _longitude(self, place: Vector) -> float:
        return atan2(place[1], place[0]) - self._meridian

    def _unrolled(self, ring: Sequence[Vector]) -> list[Point]:
        """Return longitude and sine of latitude, the longitude without jumps."""
        found: list[Point] = []
        for place in ring:
            lam = _turned(self._longitude(place))
            if abs(place[2]) > 0.99999 and found:
                lam = found[-1][0]
            elif found:
                lam += round((found[-1][0] - lam) / (2 * pi)) * 2 * pi
            found.append((lam, place[2]))
        return found

    def _flat(self, lam: float, sine: float) -> Point:
        a, b, c, d = self._A
        t = asin(max(min(sqrt(3) / 2 * sine, 1.0), -1.0))
        t2 = t * t
        t6 = t2**3
        slope = a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2)
        return 2 * sqrt(3) * lam * cos(t) / (3 * slope), -t * (a + b * t2 + t6 * (c + d * t2))


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _middle(places: Iterable[Vector]) -> Vector | None:
    """Return the middle of places; nothing where they lie all around the globe.

    What lies at the edge counts, not where most places lie.
    """
    points = sorted(set(places))
    found = _unit([sum(axis) for axis in zip(*points, strict=True)])
    for step in range(1, 200):
        if found is None:
            return None
        at = found
        far = min(points, key=lambda p: (_dot(p, at), p))
        found = _unit([a + (b - a) / (step + 1) for a, b in zip(at, far, strict=True)])
    return found


def _unit(parts: Sequence[float]) -> Vector | None:
    length = sqrt(sum(p * p for p in parts))
    if length < 1e-6:
        return None
    x, y, z = (p / length for p in parts)
    return x, y, z


def _meridian(places: Iterable[Vector]) -> float:
    """Return the longitude opposite to the widest gap between places, in radians."""
    found = sorted({atan2(y, x) for x, y, _ in places})
    gaps = [
        ((found[n + 1] if n + 1 < len(found) else found[0] + 2 * pi) - lam, lam)
        for n, lam in enumerate(found)
    ]
    width, start = max(gaps)
    return radians(round(degrees(_turned(start + width / 2 + pi))))


def _turned(lam: float) -> float:
    """Return an angle between -π and π."""
    return (lam + pi) % (2 * pi) - pi


def _between(corners: Sequence[Point], limit: float, sign: int) -> list[Point]:
    """Cut an area at a meridian; keep what lies east (`sign` 1) or west (-1) of it."""
    kept: list[Point] = []
    for (x0, y0), (x1, y1) in zip([*corners[-1:], *corners[:-1]], corners, strict=True):
        before, after = (x0 - limit) * sign >= 0, (x1 - limit) * sign >= 0
        if before != after:
            kept.append((limit, y0 + (y1 - y0) * (limit - x0) / (x1 - x0)))
        if after:
            kept.append((x1, y1))
    return kept


def _stepped(corners: Sequence[Point]) -> list[Point]:
    """Add corners along the edges of the map, which are no straight lines in it."""
    found: list[Point] = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        found.append((x0, y0))
        steps = int(abs(y1 - y0) / 0.1) if x0 == x1 else 0
        found += [(x0, y0 + (y1 - y0) * n / (steps + 1)) for n in range(1, steps + 1)]
    return found


def _rounded(points: Sequence[Point]) -> list[Point]:
    """Lead lines between two points at the farthest distance around the circle, not across."""
    radius = sqrt(2 * (1 - _LIMIT))
    found: list[Point] = []
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        found.append((x0, y0))
        if min(hypot(x0, y0), hypot(x1, y1)) < radius - 1e-6:
            continue
        start = atan2(y0, x0)
        turn = _turned(atan2(y1, x1) - start)
        steps = int(abs(turn) / 0.3)
        for number in range(1, steps + 1):
            angle = start + turn * number / (steps + 1)
            found.append((radius * cos(angle), radius * sin(angle)))
    return found
