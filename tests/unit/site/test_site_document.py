"""What the page of a document is told: people, relations, facts, links."""

from dataclasses import replace

from tei_edition.diagnostics import Location
from tei_edition.model import (
    Backlink,
    DocumentRecord,
    Entity,
    EntityKind,
    Index,
    LetterLink,
    Mention,
    Name,
    PageRecord,
    Pointer,
    Resolved,
    Role,
)
from tei_edition.site.document import DocumentPages, licence_name
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page
from tests.unit.site.conftest import MakeFrame, day

HERE = Location("letters.xml")


def reframed(frame: Frame, index: Index) -> Frame:
    return Frame(index, frame.config, frame.strings)


def with_document(frame: Frame, record: DocumentRecord) -> Frame:
    documents = {**frame.index.documents, record.id: record}
    return reframed(frame, replace(frame.index, documents=documents))


def page_of(frame: Frame, id: str = "d0") -> Page:
    return DocumentPages(frame).page(id, "", "")


def test_participants_are_named_once_with_all_they_did(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-01")])
    anna = Name("Anna", EntityKind.PERSON, "#anna")
    stranger = Name("A stranger", EntityKind.PERSON)
    record = replace(
        frame.index.documents["d0"],
        mentions=(
            Mention(anna, Role.AUTHOR),
            Mention(anna, Role.PARTICIPANT, "speaker"),
            Mention(anna, Role.PARTICIPANT, "speaker"),
            Mention(stranger, Role.PARTICIPANT, "cook"),
            Mention(stranger),
        ),
    )
    index = replace(
        with_document(frame, record).index,
        pointers={("letters.xml", "#anna"): Resolved("entity", "persons/anna")},
    )
    main = page_of(reframed(frame, index)).context["main"]
    assert main["participants"] == [
        {
            "label": "Anna Li",
            "url": "../persons/anna.html",
            "functions": ["author", "speaker"],
        },
        {"label": "A stranger", "functions": ["cook"]},
    ]
    assert not main["authored"]


def test_relations_lead_to_documents_to_known_letters_or_nowhere(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-01"), day("1949-02-02")])
    lost = Entity("lost", EntityKind.WORK, "A lost letter")
    links = (
        LetterLink("next", "answered-by", "his answer", document="d1", certainty="medium"),
        LetterLink("prev", "answers", "a lost letter", entity="works/lost"),
        LetterLink("prev", "quotes", "something else"),
        LetterLink("next", "encloses", "what lies in it", document="d0"),
    )
    letters = {**frame.index.letters, "d0": replace(frame.index.letters["d0"], links=links)}
    index = replace(
        frame.index, letters=letters, entities={**frame.index.entities, "works/lost": lost}
    )
    related = page_of(reframed(frame, index)).context["main"]["related"]
    assert [
        (r["relation"], r.get("url"), r.get("missing"), r.get("uncertain")) for r in related
    ] == [
        ("Answered by", "../documents/d1.html", None, "medium"),
        ("Answers", "../works/lost.html", True, None),
        ("quotes", None, None, None),
    ]


def test_names_in_it_say_what_they_did(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-01")])
    places = {
        f"places/{id}": Entity(id, EntityKind.PLACE, id.title()) for id in ("riga", "archive")
    }
    backlinks = {
        **frame.index.backlinks,
        "places/riga": (Backlink("d0", (Role.SENT, Role.MENTIONED)),),
        "places/archive": (Backlink("d0", (Role.SOURCE,)),),
    }
    index = replace(frame.index, entities={**frame.index.entities, **places}, backlinks=backlinks)
    names = page_of(reframed(frame, index)).context["main"]["names"]
    assert [(n["kind"], [e["label"] for e in n["entries"]]) for n in names] == [
        ("persons", ["Anna Li", "Boris Ivanov"]),
        ("places", ["Riga"]),
    ]
    assert names[1]["entries"][0]["roles"] == "sent from here"


def test_a_draft_says_so_and_facts_that_are_missing_are_left_out(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    record = replace(
        frame.index.documents["d0"],
        status="draft",
        licence="https://creativecommons.org/publicdomain/zero/1.0/",
        topics=("roses", "bees"),
    )
    main = page_of(with_document(frame, record)).context["main"]
    assert main["draft"]
    facts = {fact["label"]: fact["value"] for fact in main["about"]}
    assert facts["Topics"] == "roses, bees"
    assert facts["Licence"] == "CC0 1.0"
    assert "Last changed" not in facts


def test_licences_have_short_names() -> None:
    assert licence_name("https://creativecommons.org/licenses/by-sa/4.0/") == "CC BY-SA 4.0"
    assert licence_name("https://creativecommons.org/publicdomain/mark/1.0/deed.en") == (
        "Public Domain Mark 1.0"
    )
    assert licence_name("https://creativecommons.org/") == "https://creativecommons.org/"
    assert licence_name("All rights reserved") == "All rights reserved"


def test_links_of_the_source_are_resolved_by_the_index(make_frame: MakeFrame) -> None:
    frame = make_frame([None])
    targets = {
        "person:anna": Resolved("entity", "persons/anna"),
        "doc:d0#p1": Resolved("document", "d0", "p1"),
        "about.xml": Resolved("page", "about"),
        "https://example.org/": Resolved("external", "https://example.org/"),
        "#p2": Resolved("fragment", "", "p2"),
        "kind:letter": Resolved("category", "letter"),
    }
    index = replace(
        frame.index,
        pages={"about": PageRecord("about", "About us", HERE)},
        pointers={("letters.xml", value): resolved for value, resolved in targets.items()},
    )
    pointers = tuple(Pointer(value, "ref", "target", HERE) for value in (*targets, "nowhere"))
    links = reframed(frame, index).links("letters.xml", pointers, "../")
    assert {value: (link["kind"], link["url"]) for value, link in links.items()} == {
        "person:anna": ("person", "../persons/anna.html"),
        "doc:d0#p1": ("document", "../documents/d0.html#p1"),
        "about.xml": ("page", "../about/about.html"),
        "https://example.org/": ("external", "https://example.org/"),
        "#p2": ("fragment", "#p2"),
    }
