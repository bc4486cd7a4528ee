"""What a page is told of a map."""

from dataclasses import replace

from tei_edition.model import Backlink, Correspondent, Entity, EntityKind, Role
from tei_edition.site.frame import Frame
from tei_edition.site.maps import drawing, places
from tei_edition.site.maps.land import View, world
from tests.unit.site.conftest import MakeFrame, day


def place(id: str, name: str, geo: tuple[float, float] | None) -> Entity:
    return Entity(id, EntityKind.PLACE, name, sort_name=name, geo=geo)


MOSCOW = place("moscow", "Moscow", (55.75, 37.62))
BEIJING = place("beijing", "Beijing", (39.9, 116.4))
NOWHERE = place("nowhere", "Nowhere", None)
LIMA = place("lima", "Lima", (-12.05, -77.05))


def travelling(make_frame: MakeFrame, letters: int, *further: Entity) -> Frame:
    """Return an edition whose letters all go from Moscow to Beijing."""
    base = make_frame([day("1949-01-01")] * letters)
    ends = (
        ("sent", (Correspondent("Moscow", "Moscow", MOSCOW.key),)),
        ("received", (Correspondent("Beijing", "Beijing", BEIJING.key),)),
    )
    index = replace(
        base.index,
        letters={id: replace(letter, places=ends) for id, letter in base.index.letters.items()},
        entities={e.key: e for e in (MOSCOW, BEIJING, NOWHERE, *further)},
        backlinks={e.key: (Backlink("d0", (Role.MENTIONED,)),) for e in (MOSCOW, *further)},
    )
    return Frame(index, base.config, base.strings)


def test_dots_ways_and_the_table_say_the_same(make_frame: MakeFrame) -> None:
    frame = travelling(make_frame, 4)
    shown = drawing.edition_map(frame, places.Places(frame.index), "../")
    assert shown
    assert [(r["label"], r["sent"], r["received"]) for r in shown["places"]] == [
        ("Moscow", 4, 0),
        ("Beijing", 0, 4),
    ]
    assert [(w["start"], w["end"], w["letters"]) for w in shown["ways"]] == [
        ("Moscow", "Beijing", "4")
    ]
    dots = {dot["title"]: dot for dot in shown["dots"]}
    moscow = dots["Moscow: Letters sent: 4, 1 document"]
    assert "received" not in moscow
    assert moscow["url"] == "../places/moscow.html"
    assert float(moscow["x"]) < float(dots["Beijing: Letters received: 4, 0 documents"]["x"])
    assert shown["by_letters"]
    assert shown["land"].startswith("M")


def test_a_far_place_that_hardly_counts_lies_beyond_the_edge(make_frame: MakeFrame) -> None:
    frame = travelling(make_frame, 40, LIMA)
    shown = drawing.edition_map(frame, places.Places(frame.index), "")
    assert shown
    assert len(shown["dots"]) == 2
    assert shown["beyond"] == "1 place lies beyond the edge; the table has it."
    assert [row["label"] for row in shown["places"]] == ["Moscow", "Beijing", "Lima"]


def test_a_map_shows_so_many_places_and_no_more(make_frame: MakeFrame) -> None:
    many = [place(f"p{n}", f"P {n}", (40 + n % 20, n % 30)) for n in range(400)]
    frame = travelling(make_frame, 2, *many)
    shown = drawing.edition_map(frame, places.Places(frame.index), "")
    assert shown
    assert len(shown["places"]) == places.MOST_PLACES
    assert shown["left_out"] == 402 - places.MOST_PLACES
    assert sum("label" in dot for dot in shown["dots"]) <= 26


def test_without_coordinates_there_is_no_map(make_frame: MakeFrame) -> None:
    frame = make_frame([])
    assert drawing.edition_map(frame, places.Places(frame.index), "") is None
    assert drawing.locator(frame, NOWHERE, []) is None


def test_a_locator_shows_its_place_first_and_never_twice(make_frame: MakeFrame) -> None:
    frame = travelling(make_frame, 1, place("smolensk", "Smolensk", (54.78, 32.04)))
    shown = drawing.locator(frame, MOSCOW, places.Places(frame.index).all)
    assert shown
    assert [dot.get("label") for dot in shown["dots"]] == ["Moscow", "Smolensk"]
    assert shown["label"] == "Map: where Moscow lies"


def test_lines_there_and_back_are_two() -> None:
    there, back = drawing.wedge((0, 0), (100, 0), 4), drawing.wedge((100, 0), (0, 0), 4)
    assert "Q50,-14.7" in there
    assert "Q50,14.7" in back


def test_the_data_cover_the_world_at_both_levels() -> None:
    for level, least in (("coarse", 100), ("fine", 1000)):
        lines = world(level)
        assert len(lines.land) >= least
        assert all(abs(sum(c * c for c in ring[0]) - 1) < 1e-9 for ring in lines.land)
        assert lines.borders


def test_a_view_knows_its_edges() -> None:
    view = View(0, 0, 10, 100, 50)
    assert view.place((1, 2)) == (10, 20)
    assert view.shows((100, 50))
    assert not view.shows((101, 50))
    assert view.shows((101, 50), 2)
