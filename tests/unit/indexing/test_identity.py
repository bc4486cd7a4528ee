from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.indexing import identity
from tei_edition.model import Index

Join = Callable[..., Index]

LETTER = "<teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader>"
PAGE = "<teiHeader/><text><body><p>Prose.</p></body></text>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ssa-1949-02-04", "ssa-1949-02-04"),
        ("amp_0001.xml", "amp_0001.xml"),
        ("Zürich", "Zürich"),
        ("伊藤野枝", "伊藤野枝"),
        ("a b", "a~20b"),
        ("a/b", "a~2Fb"),
        ("a~b", "a~7Eb"),
        ("a--b", "a-~2Db"),
        (".hidden", "~2Ehidden"),
        ("end.", "end~2E"),
        ("CON", "~43ON"),
        ("nul.xml", "~6Eul.xml"),
        ("e\u0301", "e~CC~81"),
    ],
)
def test_safe(text: str, expected: str) -> None:
    assert identity.safe(text) == expected


def test_long_ids_are_cut_and_stay_apart() -> None:
    one, two = (identity.safe("x" * 300 + end) for end in "ab")
    assert one != two
    assert len(one.encode()) < 150


@given(st.text(max_size=30), st.text(max_size=30))
def test_different_texts_give_different_ids_that_any_system_bears(a: str, b: str) -> None:
    one, two = identity.safe(a), identity.safe(b)
    assert (one == two) == (a == b)
    assert "--" not in one
    assert not set(one) & set('/\\:*?"<>| %#&+')


def test_names_read_well() -> None:
    assert identity.from_name("Doge  and Senate") == "Doge-and-Senate"
    assert identity.from_name("Beer-Hofmann") == "Beer~2DHofmann"


def test_documents_have_their_xml_id_else_their_path(join: Join) -> None:
    index = join({"tei/02/001.xml": LETTER, "tei/03/001.xml": LETTER, "tei/x.xml": f"own|{LETTER}"})
    assert set(index.documents) == {"02-001", "03-001", "own"}


@pytest.mark.parametrize(("one", "two"), [("same", "same"), ("same", "Same"), ("index", "other")])
def test_what_clashes_falls_back_to_its_path(join: Join, one: str, two: str) -> None:
    index = join({"a/1.xml": f"{one}|{LETTER}", "b/2.xml": f"{two}|{LETTER}"})
    assert set(index.documents) == {"a-1", "b-2" if two.lower() == "same" else two}
    assert {d.xml_id for d in index.documents.values()} == {one, two}


def test_a_path_that_is_anothers_id_is_told_apart(join: Join) -> None:
    index = join({"a/1.xml": LETTER, "b.xml": f"a-1|{LETTER}"})
    assert len(index.documents) == 2
    assert all(id.startswith(("a-1", "b")) for id in index.documents)


def test_a_root_index_is_no_list_page(join: Join) -> None:
    index = join({"index.xml": LETTER, "b.xml": LETTER})
    assert "index" not in index.documents
    assert len(index.documents) == 2


def test_pages_may_be_the_index_but_not_what_the_toolkit_makes(join: Join) -> None:
    index = join({"pages/index.xml": PAGE, "pages/rendering.xml": PAGE})
    assert set(index.pages) == {"index", "rendering.2"}


def test_letters_of_one_document(join: Join) -> None:
    two = (
        "<teiHeader><profileDesc><correspDesc xml:id='outer'/><correspDesc/></profileDesc>"
        "</teiHeader>"
    )
    index = join({"a.xml": f"two|{two}", "b.xml": f"one|{LETTER}"})
    assert set(index.letters) == {"two.outer", "two.2", "one"}


def test_entries_without_id_have_number_authority_or_name(join: Join) -> None:
    register = """<teiHeader/><standOff><listPerson>
      <person xml:id="a"><persName>A</persName></person>
      <person n="Escher (vom Glas) Alfred"><persName>B</persName></person>
      <person><persName>C</persName><idno type="GND">118577425</idno></person>
      <person><persName>Jean Paul</persName></person></listPerson></standOff>"""
    index = join({"p.xml": register})
    assert {e.name: e.id for e in index.entities.values()} == {
        "A": "a",
        "B": "Escher-~28vom-Glas~29-Alfred",
        "C": "gnd-118577425",
        "Jean Paul": "Jean-Paul",
    }


def test_entries_of_two_registers_with_one_id(join: Join) -> None:
    register = (
        "<teiHeader/><standOff><listPerson><person xml:id='a'><persName>{}</persName></person>"
        "</listPerson></standOff>"
    )
    index = join({"p.xml": register.format("P"), "q.xml": register.format("Q")})
    assert set(index.entities) == {"persons/p.a", "persons/q.a"}


def test_one_id_may_be_a_person_and_a_place(join: Join) -> None:
    register = (
        "<teiHeader/><standOff><listPerson><person xml:id='a'/></listPerson>"
        "<listPlace><place xml:id='a'/></listPlace></standOff>"
    )
    assert set(join({"p.xml": register}).entities) == {"persons/a", "places/a"}


def test_adding_a_file_changes_no_other_id(join: Join) -> None:
    files = {"tei/a/1.xml": LETTER, "tei/b/2.xml": f"own|{LETTER}", "tei/c.xml": LETTER}
    before = {d.location.path: d.id for d in join(files).documents.values()}
    after = {
        d.location.path: d.id
        for d in join({**files, "tei/b/3.xml": f"new|{LETTER}"}).documents.values()
    }
    assert before.items() <= after.items()
