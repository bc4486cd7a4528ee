from collections.abc import Callable

from tei_edition import tei
from tei_edition.tei import split
from tei_edition.xml import Document, parse_bytes

Make = Callable[..., Document]


def positions(document: Document) -> list[tuple[str, str]]:
    return [
        (part.part, split.element_at(document.root, part.position).get("n", ""))
        for part in split.parts(document.root)
    ]


def test_one_letter_is_the_file(make: Make) -> None:
    document = make("<text><body><div type='letter' n='1'/></body></text>")
    (part,) = split.parts(document.root)
    assert part.whole
    assert part.position == ""


def test_divisions_that_are_letters(make: Make) -> None:
    document = make(
        "<text><body><div type='edition'>"
        "<div subtype='letter' n='1'/><div type='Brief' xml:id='b' n='2'/>"
        "<div type='letter' n='1'/>"
        "<div type='letter'><div type='letter' n='inner'/></div><div type='note'/>"
        "</div></body></text>"
    )
    assert positions(document) == [("1", "1"), ("b", "2"), ("3", "1"), ("4", "")]


def test_texts_of_a_group(make: Make) -> None:
    document = make("<text><group><text n='1'/><text n='2'/></group></text>")
    assert positions(document) == [("1", "1"), ("2", "2")]


def test_a_text_and_its_translation_are_one(make: Make) -> None:
    document = make("<text><text type='source'/><text type='translation'/></text>")
    assert len(split.parts(document.root)) == 1


def test_one_description_of_several_divisions_keeps_them_together(make: Make) -> None:
    divisions = "<text><body><div type='letter'/><div type='letter'/></body></text>"
    one = f"<teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader>{divisions}"
    two = (
        f"<teiHeader><profileDesc><correspDesc/><correspDesc/></profileDesc></teiHeader>{divisions}"
    )
    assert len(split.parts(make(one).root)) == 1
    assert len(split.parts(make(two).root)) == 2


def test_divisions_that_say_how_deep_they_are(make: Make) -> None:
    document = make(
        "<text><body><div1><div2 type='letter' n='1'/><div2 type='letter' n='2'/></div1>"
        "</body></text>"
    )
    assert positions(document) == [("1", "1"), ("2", "2")]


def test_a_text_and_the_one_that_corresponds_to_it_are_one(make: Make) -> None:
    text = "<text><group><text xml:id='la'/><text {}='#la'/></group></text>"
    assert len(split.parts(make(text.format("corresp")).root)) == 1
    assert len(split.parts(make(text.format("rendition")).root)) == 2


def test_an_element_that_holds_others_is_a_corpus(make: Make) -> None:
    inner = "<TEI n='1'><text/></TEI><TEI n='2'><text/></TEI>"
    assert [m.part for m in split.members(make(inner).root)] == ["1", "2"]
    document = make(f"{inner}<text><p>Beside them.</p></text>")
    assert [m.part for m in split.members(document.root)] == ["1", "2"]
    assert [words for _, words in tei.read(document).outside] == [2]


def test_members_of_a_corpus() -> None:
    text = (
        '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI xml:id="a" n="x"/>'
        '<teiCorpus><TEI n="y"/></teiCorpus></teiCorpus>'
    )
    document = parse_bytes(text.encode(), "all.xml")
    assert isinstance(document, Document)
    members = split.members(document.root)
    assert [m.part for m in members] == ["a", "y"]
    assert [split.element_at(document.root, m.position) for m in members] == [
        m.tei for m in members
    ]
