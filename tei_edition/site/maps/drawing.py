"""What the stylesheets are told of a map: paths, dots, names, in the units of its ``viewBox``."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import hypot, sqrt
from typing import Any

from tei_edition.model import Entity
from tei_edition.site import urls
from tei_edition.site.frame import Frame
from tei_edition.site.maps import labels
from tei_edition.site.maps.land import View, border_path, land_path, world
from tei_edition.site.maps.places import Place, Places, Way, core
from tei_edition.site.maps.projection import Point, Projection, Vector, chosen, vector

WIDTH = 960
_HEIGHTS = (480, 640)
_NARROWEST = 0.14
"""The least width of a map in radians, about 900 km: the lines are too coarse for less."""

_LARGEST, _SMALLEST, _QUIET = 17.0, 3.5, 3.0
_TEXT, _TEXT_PHONE = 15, 36
_MOST_LABELS, _MOST_LABELS_PHONE = 26, 6
_DETAIL = 1.4

_LOCATOR = (360, 240)
_LOCATOR_SPAN = 0.42
_GRID = 6
_NEIGHBOURS = 3


def edition_map(frame: Frame, places: Places, root: str) -> dict[str, Any] | None:
    """Return the map of the edition's places; nothing where no place has coordinates."""
    if not places.shown:
        return None
    projection, view, land, borders = _ground(tuple(place.at for place in core(places.shown)))
    spots = {p.entity.key: view.place(projection.point(p.at)) for p in places.shown}
    drawn = [place for place in places.shown if view.shows(spots[place.entity.key])]
    beyond = len(places.shown) - len(drawn)
    return {
        "width": str(view.width),
        "height": str(view.height),
        "land": land,
        "borders": borders,
        "ways": [_way_view(frame, way, places.ways[0].letters, spots) for way in places.ways],
        "dots": _dots(frame, drawn, spots, view, root),
        "by_letters": any(place.letters for place in places.shown),
        "places": [_row(frame, place, root) for place in places.shown],
        "left_out": len(places.all) - len(places.shown),
        "count": frame.strings.count("places", len(places.shown)),
        "ways_left_out": places.ways_total - len(places.ways),
        "beyond": frame.strings.count("map.beyond", beyond) if beyond else "",
    }


def locator(frame: Frame, entity: Entity, around: Sequence[Place]) -> dict[str, Any] | None:
    """Return a small map on which a place lies among the busiest places near it."""
    if not entity.geo:
        return None
    latitude, longitude = (round(value / _GRID) * _GRID for value in entity.geo)
    projection, view, land, borders = _backdrop(latitude, longitude)
    x, y = view.place(projection.point(vector(*entity.geo)))
    near = []
    for place in around:
        spot = view.place(projection.point(place.at))
        apart = hypot(spot[0] - x, spot[1] - y) > 30
        if place.entity.key != entity.key and apart and view.shows(spot):
            near.append((place, spot))
        if len(near) == _NEIGHBOURS:
            break
    dots = [labels.Dot(x, y, 6, entity.name)]
    dots += [labels.Dot(*spot, 3, place.entity.name) for place, spot in near]
    named = labels.placed(dots, view.width, view.height, 18, len(dots))
    return {
        "width": str(view.width),
        "height": str(view.height),
        "land": land,
        "borders": borders,
        "label": frame.strings.fill("map.locator", name=entity.name),
        "dots": [
            {"x": _short(dot.x), "y": _short(dot.y), **_label_view(named.get(number))}
            for number, dot in enumerate(dots)
        ],
    }


@lru_cache(maxsize=4)
def _ground(around: tuple[Vector, ...]) -> tuple[Projection, View, str, str]:
    """Return what a map with these places is drawn on; a preview has the same one all the time."""
    projection = chosen(around)
    view = _fitted([projection.point(place) for place in around])
    fine = world("fine")
    return (
        projection,
        view,
        land_path(fine, projection, view, _DETAIL),
        border_path(fine, projection, view, _DETAIL),
    )


@lru_cache(maxsize=256)
def _backdrop(latitude: int, longitude: int) -> tuple[Projection, View, str, str]:
    """Return what the locators of one region share, so that it is drawn once."""
    projection = chosen([vector(latitude, longitude)])
    width, height = _LOCATOR
    scale = width / _LOCATOR_SPAN
    view = View(-width / 2 / scale, -height / 2 / scale, scale, width, height)
    coarse = world("coarse")
    return (
        projection,
        view,
        land_path(coarse, projection, view, 0.9),
        border_path(coarse, projection, view, 0.9),
    )


def _fitted(points: Sequence[Point]) -> View:
    """Return the view that holds all points with room for their names."""
    xs, ys = zip(*points, strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    low, high = (h / WIDTH for h in _HEIGHTS)
    wide = max(width * 1.22, height * 1.24 / high, _NARROWEST)
    share = min(max(height * 1.24 / wide, low), high)
    return View(
        (max(xs) + min(xs) - wide) / 2,
        (max(ys) + min(ys) - wide * share) / 2,
        WIDTH / wide,
        WIDTH,
        round(WIDTH * share),
    )


def _dots(
    frame: Frame, places: Sequence[Place], spots: Mapping[str, Point], view: View, root: str
) -> list[dict[str, Any]]:
    """Return the dots, the small ones last, so that none hides under a large one."""
    most = max(max(place.sent, place.received) for place in places)
    documents = max(place.documents for place in places)
    sizes = [_sizes(place, most, documents) for place in places]
    dots = [
        labels.Dot(*spots[place.entity.key], max(size.values()), place.entity.name)
        for place, size in zip(places, sizes, strict=True)
    ]
    wide = labels.placed(dots, view.width, view.height, _TEXT, _MOST_LABELS)
    # On a phone a dot is drawn twice as large, and few names fit.
    large = [labels.Dot(d.x, d.y, d.radius * 2, d.text) for d in dots]
    phone = labels.placed(large, view.width, view.height, _TEXT_PHONE, _MOST_LABELS_PHONE)
    return [
        {
            "x": _short(dot.x),
            "y": _short(dot.y),
            "url": urls.href(root, urls.entity(place.entity.key)),
            "title": _title(frame, place),
            **{key: _short(radius) for key, radius in size.items()},
            **_label_view(wide.get(number)),
            **({"phone": _label_view(phone[number])} if number in phone else {}),
        }
        for number, (place, dot, size) in enumerate(zip(places, dots, sizes, strict=True))
    ]


def _sizes(place: Place, most: int, documents: int) -> dict[str, float]:
    """Return radii whose areas stand for letters; without any letter, for documents."""
    if not most:
        return {"other": _radius(place.documents, documents)}
    if not place.letters:
        return {"other": _QUIET}
    counts = {"sent": place.sent, "received": place.received}
    return {key: _radius(count, most) for key, count in counts.items() if count}


def _radius(count: int, most: int) -> float:
    return max(_LARGEST * sqrt(count / most), _SMALLEST) if most else _QUIET


def _way_view(frame: Frame, way: Way, most: int, spots: Mapping[str, Point]) -> dict[str, str]:
    start, end = way.start.entity, way.end.entity
    letters = frame.strings.count("letters", way.letters)
    return {
        "path": wedge(spots[start.key], spots[end.key], max(9 * sqrt(way.letters / most), 2.0)),
        "title": frame.strings.fill("map.way", start=start.name, end=end.name, letters=letters),
        "start": start.name,
        "end": end.name,
        "letters": str(way.letters),
    }


def wedge(start: Point, end: Point, width: float) -> str:
    """Return a bent line as an area: `width` at the start, a hair's breadth at the end.

    It bends to one side, so that there and back are two lines.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    bend = length * 0.16
    x, y = (start[0] + end[0]) / 2 - nx * bend, (start[1] + end[1]) / 2 - ny * bend
    half, mid = width / 2, width * 0.32
    return (
        f"M{_short(start[0] + nx * half)},{_short(start[1] + ny * half)}"
        f"Q{_short(x + nx * mid)},{_short(y + ny * mid)} {_short(end[0])},{_short(end[1])}"
        f"Q{_short(x - nx * mid)},{_short(y - ny * mid)} "
        f"{_short(start[0] - nx * half)},{_short(start[1] - ny * half)}z"
    )


def _row(frame: Frame, place: Place, root: str) -> dict[str, Any]:
    return {
        **frame.entity_link(place.entity.key, root),
        "sent": place.sent,
        "received": place.received,
        "documents": place.documents,
    }


def _title(frame: Frame, place: Place) -> str:
    strings = frame.strings
    sides = (("map.sent", place.sent), ("map.received", place.received))
    parts = [f"{strings[key]}: {count}" for key, count in sides if count]
    parts.append(strings.count("documents", place.documents))
    return f"{place.entity.name}: {strings['list.comma'].join(parts)}"


def _label_view(label: labels.Label | None) -> dict[str, str]:
    if label is None:
        return {}
    return {
        "dx": _short(label.dx),
        "dy": _short(label.dy),
        "anchor": label.anchor,
        "label": label.text,
    }


def _short(value: float) -> str:
    return f"{round(value, 1):g}"
