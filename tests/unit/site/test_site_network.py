"""The matrix of senders and addressees, and the ties between them."""

from collections import Counter
from dataclasses import replace

from tei_edition.model import Correspondent, Exchange
from tei_edition.site import network
from tei_edition.site.frame import Frame
from tests.unit.site.conftest import MakeFrame, day, person


def circle(make_frame: MakeFrame, others: int) -> Frame:
    """Return an edition in which person n writes n + 1 letters to Anna, who answers the last."""
    people = [person("anna", "Anna Li"), *(person(f"p{n:02}", f"P {n}") for n in range(others))]
    count = sum(n + 1 for n in range(others)) + 1
    base = make_frame([day("1900-01-01")] * count)
    letters, exchanges = {}, {}
    free = iter(base.index.letters.items())
    for number, other in enumerate(people[1:]):
        ids = []
        for turn in range(number + 1 + (number == others - 1)):
            id, letter = next(free)
            pair = [other, people[0]] if turn <= number else [people[0], other]
            sides = tuple(
                (kind, (Correspondent(who.name, who.name, who.key),))
                for kind, who in zip(("sent", "received"), pair, strict=True)
            )
            letters[id] = replace(letter, people=sides)
            ids.append(id)
        key = f"anna--{other.id}"
        exchanges[key] = Exchange(key, (people[0].key, other.key), tuple(ids))
    index = replace(
        base.index,
        letters=letters,
        exchanges=exchanges,
        entities={p.key: p for p in people},
    )
    return Frame(index, base.config, base.strings)


def test_the_matrix_counts_each_direction(make_frame: MakeFrame) -> None:
    frame = circle(make_frame, 3)
    (page,) = network.pages(frame)
    matrix = page.context["main"]["matrix"]
    assert [c["label"] for c in matrix["columns"]] == ["Anna Li", "P 2"]
    rows = {row["label"]: row["cells"] for row in matrix["rows"]}
    assert [c.get("count") for c in rows["P 2"]] == [3, None]
    assert [c.get("count") for c in rows["Anna Li"]] == [None, 1]
    assert rows["Anna Li"][0] == {"self": True}
    assert rows["P 2"][0]["url"] == "../correspondence/anna--p02.html"
    assert rows["P 2"][0]["title"] == "P 2 to Anna Li: 3 letters"
    total = sum(c.get("count", 0) for cells in rows.values() for c in cells)
    assert total == len(frame.index.letters)


def test_the_pictures_show_the_busiest_and_say_so(make_frame: MakeFrame) -> None:
    (page,) = network.pages(circle(make_frame, 30))
    main = page.context["main"]
    assert len(main["matrix"]["rows"]) == network.MOST
    assert len(main["graph"]["names"]) == network.MOST
    assert main["most"].startswith("The 20 correspondents with the most letters are shown, of 31")
    assert len(main["rows"]) == 30
    assert main["rows"][0]["count"] == 31


def test_two_correspondents_need_no_such_page(make_frame: MakeFrame) -> None:
    assert list(network.pages(make_frame([day("1900-01-01")] * 9))) == []


def test_shades_rise_with_the_count() -> None:
    shades = [network.level(count, 100) for count in (1, 4, 16, 40, 100)]
    assert shades == sorted(shades)
    assert (shades[0], shades[-1]) == (1, 5)


def test_who_writes_often_stands_close_whatever_the_order_they_come_in() -> None:
    ties = Counter({("a", "d"): 9, ("b", "c"): 9, ("a", "b"): 1})
    found = network.ordered(["a", "b", "c", "d"], ties)
    assert abs(found.index("a") - found.index("d")) == 1
    assert abs(found.index("b") - found.index("c")) == 1
    assert found == network.ordered(["a", "b", "c", "d"], ties)


def test_arcs_stay_in_their_picture(make_frame: MakeFrame) -> None:
    (page,) = network.pages(circle(make_frame, 12))
    graph = page.context["main"]["graph"]
    assert len(graph["arcs"]) == 12
    swings = [float(arc["path"].split("C")[1].split(",")[0]) for arc in graph["arcs"]]
    assert max(swings) * 0.75 <= 100
    assert all(arc["url"] for arc in graph["arcs"])
