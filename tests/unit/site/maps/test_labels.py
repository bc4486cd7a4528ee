"""Names on a map."""

from tei_edition.site.maps.labels import Dot, placed, shortened, text_width

WIDTH, HEIGHT, SIZE = 400, 300, 15


def boxes(dots: list[Dot]) -> list[tuple[float, float, float, float]]:
    found = []
    for number, label in placed(dots, WIDTH, HEIGHT, SIZE, 99).items():
        dot, width = dots[number], text_width(label.text, SIZE)
        left = dot.x + label.dx - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
        found.append((left, dot.y + label.dy - SIZE * 0.8, left + width, dot.y + label.dy))
    return found


def test_no_name_covers_another_or_leaves_the_map() -> None:
    dots = [Dot(20 + n * 37 % 360, 10 + n * 23 % 280, 4, f"Place {n}") for n in range(40)]
    found = boxes(dots)
    assert len(found) > 5
    for number, a in enumerate(found):
        assert a[0] >= 0
        assert a[2] <= WIDTH
        for b in found[number + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_the_weightiest_is_named_first() -> None:
    dots = [Dot(200, 150, 5, "Moscow"), Dot(202, 151, 5, "Khimki")]
    assert list(placed(dots, WIDTH, HEIGHT, SIZE, 1)) == [0]


def test_at_the_right_edge_a_name_stands_left_of_its_dot() -> None:
    (label,) = placed([Dot(395, 150, 4, "Vladivostok")], WIDTH, HEIGHT, SIZE, 5).values()
    assert label.anchor == "end"


def test_full_width_characters_take_more_room() -> None:
    assert text_width("北京", 10) > text_width("ab", 10)


def test_a_long_name_is_shortened() -> None:
    assert shortened("Moscow") == "Moscow"
    assert shortened("x" * 40) == "x" * 27 + "…"
