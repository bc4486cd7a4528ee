"""The head of a letter: names, pseudonyms, doubt, carriers, gaps."""

from dataclasses import replace

import pytest

from tei_edition.model import Action, Correspondent, IndexedLetter, Letter
from tei_edition.site import letterhead
from tests.unit.site.conftest import MakeFrame, day

ANNA = Correspondent("Anna", "Anna Li", "persons/anna")
BORIS = Correspondent("Boris", "Boris Ivanov", "persons/boris")
GARDENER = Correspondent("The Gardener", "Boris Ivanov", "persons/boris", type="pseudonym")
CARL = Correspondent("Carl", "Carl Ott")


def letter(*actions: tuple[str, str, tuple[Correspondent, ...]]) -> IndexedLetter:
    """Return a letter from (type, subtype, names) of each action."""
    made = tuple(Action(type, subtype=subtype) for type, subtype, _ in actions)
    people = tuple((type, names) for type, _, names in actions)
    return IndexedLetter(Letter("d0", "d0", made), people, ())


CASES = [
    (letter(("sent", "", (ANNA,)), ("received", "", (BORIS,))), "Anna Li to Boris Ivanov"),
    (
        letter(("sent", "", (GARDENER,)), ("transmitted", "", (CARL,)), ("received", "", (ANNA,))),
        "Boris Ivanov [as The Gardener] to Anna Li, through Carl Ott",
    ),
    (letter(("sent", "", (ANNA,))), "Anna Li to unknown addressee"),
    (letter(("received", "", (ANNA,))), "Unknown sender to Anna Li"),
    (letter(), "Letter 0"),
    (
        letter(("sent", "", (ANNA, BORIS)), ("received", "", (CARL,))),
        "Anna Li and Boris Ivanov to Carl Ott",
    ),
    (
        letter(
            ("sent", "", (ANNA,)),
            ("received", "", (BORIS,)),
            ("forwarded", "", (BORIS,)),
            ("received", "final", (CARL,)),
        ),
        "Anna Li to Boris Ivanov, for Carl Ott",
    ),
    (
        letter(("sent", "", (replace(ANNA, certainty="low"),)), ("received", "", (CARL,))),
        "Anna Li? to Carl Ott",
    ),
]


@pytest.mark.parametrize(("head", "line"), CASES)
def test_line(make_frame: MakeFrame, head: IndexedLetter, line: str) -> None:
    assert letterhead.label(make_frame([None]), head) == line


def test_parts_have_links_where_the_register_knows_the_name(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    head = letterhead.view(frame, CASES[1][0], "../")
    assert head["senders"] == [
        {"label": "Boris Ivanov", "url": "../persons/boris.html", "as": "The Gardener"}
    ]
    assert head["carriers"] == [{"label": "Carl Ott"}]


def test_copies_are_no_addressees_and_who_passes_on_is_no_third_person(
    make_frame: MakeFrame,
) -> None:
    frame = make_frame([None])
    head = letterhead.view(frame, CASES[6][0], "")
    assert "forwarders" not in head
    assert [name["label"] for name in head["final"]] == ["Carl Ott"]
    copied = letter(
        ("sent", "", (ANNA,)), ("received", "", (BORIS,)), ("received", "copy", (CARL,))
    )
    assert [n["label"] for n in letterhead.view(frame, copied, "")["copies"]] == ["Carl Ott"]
    sent_on = letter(("sent", "", (ANNA,)), ("received", "", (BORIS,)), ("forwarded", "", (CARL,)))
    assert [n["label"] for n in letterhead.view(frame, sent_on, "")["forwarders"]] == ["Carl Ott"]


def test_rival_dates_stand_beside_the_preferred_one(make_frame: MakeFrame) -> None:
    action = Action("sent", date=day("1949-02-04"), alternatives=(day("1949-02-06", "low"),))
    head = letterhead.view(
        make_frame([None]), IndexedLetter(Letter("d0", "d0", (action,)), (("sent", ()),), ()), ""
    )
    assert head["date"]["text"] == "4 February 1949"
    assert [d["text"] for d in head["other_dates"]] == ["6 February 1949"]


def test_arrival_and_the_grounds_of_a_doubt(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    doubted = replace(ANNA, certainty="low", evidence="conjecture")
    known = letter(("sent", "", (doubted,)), ("received", "copy", ()), ("received", "", (BORIS,)))
    sent, copied, received = known.letter.actions
    dates = (replace(copied, date=day("1900-01-09")), replace(received, date=day("1900-01-05")))
    head = letterhead.view(
        frame, replace(known, letter=replace(known.letter, actions=(sent, *dates))), "../"
    )
    assert head["received"]["iso"] == "1900-01-05"
    assert head["senders"][0]["evidence"] == "conjecture"
    assert letterhead.view(frame, CASES[0][0], "../")["received"] is None
