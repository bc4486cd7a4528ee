"""What the page and the list entry of a register entry are told."""

from dataclasses import replace

from tei_edition.model import (
    Backlink,
    DateRange,
    Entity,
    EntityKind,
    EntityName,
    Identifier,
    Role,
)
from tei_edition.site import lists, registers
from tei_edition.site.entity import EntityPages, life
from tei_edition.site.frame import Frame
from tests.unit.site.conftest import MakeFrame, day

STALIN = Entity(
    "stalin",
    EntityKind.PERSON,
    "Joseph Stalin",
    sort_name="Stalin, Joseph",
    names=(
        EntityName("Joseph Stalin", "preferred", "en"),
        EntityName("Stalin, Joseph", "sort", "en"),
        EntityName("Иосиф Сталин", "native", "ru"),
        EntityName("Filippov", "pseudonym", "ru-Latn", certainty="medium"),
        EntityName("J. V. Stalin", "", "en-GB"),
    ),
    birth=DateRange("1878-12-18", "1878-12-18", "1878-12-18"),
    death=DateRange("1953-03-05", "1953-03-05", "1953-03-05"),
    identifiers=(Identifier("GND", "118642499", "https://d-nb.info/gnd/118642499"),),
    geo=(55.751, 37.618),
)


def with_entity(frame: Frame, entity: Entity, *roles: Role) -> Frame:
    index = replace(
        frame.index,
        entities={**frame.index.entities, entity.key: entity},
        backlinks={**frame.index.backlinks, entity.key: (Backlink("d0", roles),)},
    )
    return Frame(index, frame.config, frame.strings)


def test_all_forms_of_a_name_but_the_title_of_the_page(make_frame: MakeFrame) -> None:
    frame = with_entity(make_frame([None]), STALIN, Role.MENTIONED)
    (page,) = EntityPages(frame).pages(STALIN)
    main = page.context["main"]
    assert [(g["label"], [n["text"] for n in g["names"]]) for g in main["names"]] == [
        ("In the original script", ["Иосиф Сталин"]),
        ("Pseudonyms", ["Filippov"]),
        ("Also", ["J. V. Stalin"]),
    ]
    pseudonym = main["names"][1]["names"][0]
    assert pseudonym["language"] == "Russian (Latin)"
    assert pseudonym["uncertain"] == "medium"
    assert "language" not in main["names"][2]["names"][0]
    assert main["geo"] == "55.75, 37.62"


def test_who_writes_a_letter_is_not_counted_as_mentioned_in_it(make_frame: MakeFrame) -> None:
    base = make_frame([day("1949-02-01")])
    frame = with_entity(base, STALIN, Role.SENT, Role.MENTIONED)
    (page,) = EntityPages(frame).pages(STALIN)
    assert [r["role"] for r in page.context["main"]["roles"]] == ["sent"]
    frame = with_entity(base, STALIN, Role.MENTIONED, Role.SOURCE)
    (page,) = EntityPages(frame).pages(STALIN)
    assert [r["role"] for r in page.context["main"]["roles"]] == ["mentioned", "source"]


def test_roles_have_words_that_fit_the_kind(make_frame: MakeFrame) -> None:
    place = replace(STALIN, kind=EntityKind.PLACE, id="moscow", name="Moscow")
    frame = with_entity(make_frame([None]), place, Role.SENT)
    (page,) = EntityPages(frame).pages(place)
    assert page.context["main"]["roles"][0]["label"] == "Sent from here"


def test_life_as_far_as_it_is_known(make_frame: MakeFrame) -> None:
    frame = make_frame([])
    assert life(frame, STALIN) == "1878–1953"
    assert life(frame, replace(STALIN, death=None)) == "born 1878"
    assert life(frame, replace(STALIN, birth=None)) == "died 1953"
    assert life(frame, replace(STALIN, birth=None, death=None)) == ""


def test_a_register_shows_script_years_and_pseudonyms(make_frame: MakeFrame) -> None:
    frame = with_entity(make_frame([None]), STALIN, Role.SENT)
    index = next(iter(registers.pages(frame)))
    entries = [e for s in index.context["main"]["sections"] for e in s["entries"]]
    stalin = next(e for e in entries if e["label"] == "Stalin, Joseph")
    assert stalin["native"] == {"text": "Иосиф Сталин", "lang": "ru"}
    assert (stalin["life"], stalin["also"]) == ("1878–1953", "also as Filippov")
    assert (stalin["count"], stalin["documents"]) == (1, "1 document")


def test_a_register_shows_the_beginning_of_a_long_description(make_frame: MakeFrame) -> None:
    life = "He wrote letters to many, and few answered. " * 20
    frame = with_entity(make_frame([None]), replace(STALIN, description=life), Role.SENT)
    index = next(iter(registers.pages(frame)))
    (stalin,) = [
        e
        for s in index.context["main"]["sections"]
        for e in s["entries"]
        if e["label"] == "Stalin, Joseph"
    ]
    assert 40 < len(stalin["description"]) <= lists.SUMMARY


def test_many_related_entries_stand_behind_their_number(make_frame: MakeFrame) -> None:
    base = with_entity(make_frame([None]), STALIN, Role.SENT)
    shown = {}
    for number in (20, 21):
        index = replace(base.index, related={STALIN.key: ("persons/anna",) * number})
        (page,) = EntityPages(Frame(index, base.config, base.strings)).pages(STALIN)
        shown[number] = page.context["main"].get("related_count")
    assert shown == {20: None, 21: "21 register entries"}


def test_works_of_one_title_are_told_apart(make_frame: MakeFrame) -> None:
    source = (
        '<bibl xmlns="http://www.tei-c.org/ns/1.0"><title>Bulletin</title>, '
        "<biblScope>no. 8</biblScope> (<date>1997</date>)</bibl>"
    )
    work = Entity("b8", EntityKind.WORK, "Bulletin", sort_name="Bulletin", source=source)
    frame = with_entity(make_frame([None]), work, Role.SOURCE)
    pages = {page.path: page.context["main"] for page in registers.pages(frame)}
    (section,) = pages["works/index.html"]["sections"]
    assert section["entries"][0]["part"] == "no. 8, 1997"
