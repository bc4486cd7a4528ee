"""Make the coast lines and borders of the maps (tei_edition/assets/geo) from an npm package.

    npm pack world-atlas@2.0.2
    python docs/geodata.py world-atlas-2.0.2.tgz

The package brings Natural Earth's lines as TopoJSON. They are thinned here to what a map on a page
can show: two levels, one for maps of the whole edition, one for small locators.
"""

import argparse
import json
import tarfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import hypot
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "tei_edition" / "assets" / "geo" / "world.json"
LEVELS = {"fine": ("countries-50m.json", 50, 0.035), "coarse": ("countries-110m.json", 10, 0.12)}
"""For each level: the file, how many units make a degree, and what is too small to be kept."""

Point = tuple[float, float]


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a TopoJSON topology in degrees: longitude, latitude."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Drop the points that lie within `tolerance` degrees of the line (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = 0.0, 0
        for number in range(first + 1, last):
            distance = _from_line(points[number], points[first], points[last])
            if distance > far:
                far, at = distance, number
        if far > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]


def _from_line(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    px, py = point[0] - start[0], point[1] - start[1]
    if not length:
        return hypot(px, py)
    share = min(max((px * dx + py * dy) / length**2, 0), 1)
    return hypot(px - share * dx, py - share * dy)


def packed(points: Iterable[Point], unit: int) -> list[int]:
    """Return points as whole units: the first as it is, each other as its difference."""
    flat: list[int] = []
    last = (0, 0)
    for x, y in points:
        here = (round(x * unit), round(y * unit))
        if not flat or here != last:
            flat += [here[0] - last[0], here[1] - last[1]]
        last = here
    return flat


def rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a geometry as lists of arcs; ``~n`` is arc n backwards."""
    if geometry["type"] == "GeometryCollection":
        return list(chain.from_iterable(map(rings, geometry["geometries"])))
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return list(chain.from_iterable(geometry["arcs"]))


def level(topology: dict[str, Any], unit: int, tolerance: float) -> dict[str, Any]:
    """Return what one level holds: arcs, the rings of the land, and the arcs that are borders."""
    arcs = [packed(thinned(arc, tolerance), unit) for arc in decoded(topology)]
    land = [ring for ring in rings(topology["objects"]["land"]) if _is_area(ring, arcs)]
    used = Counter(
        arc if arc >= 0 else ~arc
        for country in topology["objects"]["countries"]["geometries"]
        for arc in chain.from_iterable(rings(country))
    )
    borders = sorted(arc for arc, count in used.items() if count > 1 and len(arcs[arc]) > 2)
    needed = sorted({*borders, *(a if a >= 0 else ~a for a in chain.from_iterable(land))})
    place = {arc: number for number, arc in enumerate(needed)}
    return {
        "unit": unit,
        "arcs": [arcs[arc] for arc in needed],
        "land": [[place[a] if a >= 0 else ~place[~a] for a in ring] for ring in land],
        "borders": [place[arc] for arc in borders],
    }


def _is_area(ring: Sequence[int], arcs: Sequence[Sequence[int]]) -> bool:
    """Return whether a ring has more than two corners left."""
    corners = sum(len(arcs[a if a >= 0 else ~a]) // 2 - 1 for a in ring)
    return corners > 2


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Make the lines of the maps.")
    parser.add_argument("package", type=Path, help="world-atlas-VERSION.tgz, from npm pack")
    world = {}
    with tarfile.open(parser.parse_args().package) as package:
        for name, (file, unit, tolerance) in LEVELS.items():
            member = package.extractfile(f"package/{file}")
            if member is None:
                parser.error(f"the package has no {file}")
            world[name] = level(json.load(member), unit, tolerance)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(world, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
