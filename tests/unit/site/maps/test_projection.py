"""From the globe to the plane."""

from math import hypot, radians

import pytest

from tei_edition.site.maps.projection import Azimuthal, EqualEarth, chosen, vector

MOSCOW, BEIJING, LIMA = vector(55.75, 37.6), vector(39.9, 116.4), vector(-12.05, -77.05)


def test_north_is_above_and_east_is_right_of_the_middle() -> None:
    flat = Azimuthal(vector(50, 10))
    assert flat.point(vector(50, 10)) == pytest.approx((0, 0), abs=1e-12)
    north, east = flat.point(vector(51, 10)), flat.point(vector(50, 11))
    assert north[1] < 0
    assert abs(north[0]) < 1e-9
    assert east[0] > 0


def test_distances_near_the_middle_are_true() -> None:
    flat = Azimuthal(vector(50, 10))
    assert hypot(*flat.point(vector(52, 10))) == pytest.approx(radians(2), rel=1e-3)


def test_a_region_is_azimuthal_and_the_world_is_equal_earth() -> None:
    assert isinstance(chosen([MOSCOW, BEIJING]), Azimuthal)
    assert isinstance(chosen([MOSCOW, BEIJING, LIMA]), EqualEarth)
    assert isinstance(chosen([vector(90, 0)]), Azimuthal)


def test_places_on_both_sides_of_180_degrees_lie_side_by_side() -> None:
    for flat in (Azimuthal(vector(0, 180)), EqualEarth(radians(180))):
        west, east = flat.point(vector(0, 179)), flat.point(vector(0, -179))
        assert 0 < east[0] - west[0] < 0.1


def test_the_middle_of_the_world_map_is_opposite_to_the_widest_gap() -> None:
    flat = chosen([vector(60, 170), vector(-40, -170), vector(0, 120), vector(0, -120)])
    assert isinstance(flat, EqualEarth)
    assert abs(flat.point(vector(0, 180))[0]) < 0.05


def test_equal_earth_keeps_areas() -> None:
    """A band of ten degrees has the same share of the map as of the globe."""
    flat = EqualEarth(0.0)

    def area(south: float, north: float) -> float:
        corners = [(lat, lon) for lat in (south, north) for lon in (-5, 5)]
        (a, b, c, d) = (flat.point(vector(lat, lon)) for lat, lon in corners)
        return ((b[0] - a[0]) + (d[0] - c[0])) / 2 * abs(a[1] - c[1])

    globe = (vector(2, 0)[2] - vector(0, 0)[2]) / (vector(62, 0)[2] - vector(60, 0)[2])
    assert area(0, 2) / area(60, 62) == pytest.approx(globe, rel=0.01)


def test_an_area_across_the_edge_of_the_map_is_cut_in_two() -> None:
    island = [vector(lat, lon) for lat, lon in ((5, 175), (5, -175), (-5, -175), (-5, 175))]
    areas = EqualEarth(0.0).ring(island)
    assert len(areas) == 2
    sides = sorted(max(x for x, _ in area) for area in areas)
    assert sides[0] < 0 < sides[1]
    assert len(EqualEarth(radians(180)).ring(island)) == 1


def test_land_around_a_pole_is_closed_along_the_edge() -> None:
    ice = [vector(-70, lon) for lon in range(-180, 181, 10)]
    (area,) = [a for a in EqualEarth(0.0).ring(ice) if len(a) > 10]
    assert max(y for _, y in area) == pytest.approx(EqualEarth(0.0).point(vector(-90, 0))[1])


def test_what_lies_on_the_far_side_is_not_drawn_across() -> None:
    flat = Azimuthal(vector(50, 10))
    far = [vector(-50, lon) for lon in (180, 190, 200)]
    assert flat.ring(far) == []
    assert flat.line(far) == []
    (area,) = flat.ring([vector(50, 10), vector(-45, 150), vector(-45, -130)])
    assert all(hypot(x, y) < 1.74 for x, y in area)
