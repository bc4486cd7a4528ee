"""Entries that documents keep for themselves: one id need not be one person everywhere."""

from collections.abc import Callable

import pytest

from tei_edition import indexing, tei
from tei_edition.checks.references import Fate, References
from tei_edition.model import Index
from tei_edition.xml import Document, parse_bytes

Join = Callable[..., Index]


IN_HEADER = ("<particDesc>{}</particDesc>", "")
STANDING_OFF = ("", "<standOff>{}</standOff>")


def letter(who: str, entries: str, place: tuple[str, str]) -> str:
    header, apart = (part.format(f"<listPerson>{entries}</listPerson>") for part in place)
    return (
        "<teiHeader><profileDesc><correspDesc><correspAction type='sent'>"
        f"<persName ref='{who}'>E.</persName></correspAction></correspDesc>{header}</profileDesc>"
        f"</teiHeader>{apart}<text><body><p/></body></text>"
    )


def sender(index: Index, id: str) -> tuple[str, str]:
    (found,) = index.letters[id].with_role("sent")
    return found.text, found.entity


@pytest.mark.parametrize("place", [IN_HEADER, STANDING_OFF])
def test_two_persons_with_one_id_stay_two(join: Join, place: tuple[str, str]) -> None:
    index = join(
        {
            f"{id}.xml": letter(
                "#p1", f"<person xml:id='p1'><persName>{name}</persName></person>", place
            )
            for id, name in (("a", "Eva Eins"), ("b", "Eva Zwei"))
        }
    )
    assert sender(index, "a") == ("Eva Eins", "persons/p1-Eva-Eins")
    assert sender(index, "b") == ("Eva Zwei", "persons/p1-Eva-Zwei")
    found = index.resolve("b.xml", "#p1")
    assert found
    assert found.target == "persons/p1-Eva-Zwei"


def test_documents_in_one_file_stay_apart_too() -> None:
    members = "".join(
        "<TEI>"
        + letter("#p1", f"<person xml:id='p1'><persName>{name}</persName></person>", place)
        + "</TEI>"
        for name, place in (("Eva Eins", IN_HEADER), ("Eva Zwei", IN_HEADER), ("Ida", STANDING_OFF))
    )
    text = f"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>{members}</teiCorpus>"
    document = parse_bytes(text.encode(), "all.xml")
    assert isinstance(document, Document)
    index = indexing.join([tei.read(document)])
    found = [sender(index, f"all.{number}")[0] for number in (1, 2, 3)]
    assert found == ["Eva Eins", "Eva Zwei", "Ida"]


def test_copies_of_an_entry_are_one(join: Join) -> None:
    idno = "<idno>http://d-nb.info/gnd/118577425</idno>"
    entries = {
        "a": f"<persName>Berg, Eva</persName><persName>Eva  Berg</persName>{idno}",
        "b": "<persName>eva berg</persName>",
        "c": f"<persName>E. B.</persName>{idno}",
    }
    index = join(
        {
            f"{id}.xml": letter("#p1", f"<person xml:id='p1'>{names}</person>", STANDING_OFF)
            for id, names in entries.items()
        }
    )
    assert {sender(index, id)[1] for id in entries} == {"persons/p1"}


def test_another_file_and_a_prefix_lead_to_the_entry_that_is_meant(join: Join) -> None:
    prefix = (
        "<teiHeader><encodingDesc><listPrefixDef><prefixDef ident='p' matchPattern='(.+)' "
        "replacementPattern='a.xml#$1'/></listPrefixDef></encodingDesc>"
    )
    own = "<person xml:id='p1'><persName>{}</persName></person>"
    files = {
        "a.xml": letter("#p1", own.format("Eva Eins"), STANDING_OFF),
        "b.xml": letter("a.xml#p1", own.format("Eva Zwei"), STANDING_OFF),
    }
    files["c.xml"] = files["b.xml"].replace("<teiHeader>", prefix).replace("a.xml#p1", "p:p1")
    index = join(files)
    assert {sender(index, id)[0] for id in "abc"} == {"Eva Eins"}


def test_a_register_of_the_edition_goes_before(join: Join) -> None:
    own = "<person xml:id='p1'><persName>{}</persName></person>"
    register = (
        f"<teiHeader/><standOff><listPerson>{own.format('Registered')}</listPerson></standOff>"
    )
    index = join({"a.xml": letter("#p1", own.format("Eva"), STANDING_OFF), "r.xml": register})
    assert sender(index, "a") == ("Registered", "persons/p1")


def test_a_participant_is_the_entry_under_all_its_names(join: Join) -> None:
    person = "<person xml:id='p1'><persName>Eva</persName><persName>E. Berg</persName></person>"
    index = join({"a.xml": letter("#p1", person, IN_HEADER)})
    assert list(index.entities) == ["persons/p1"]


def test_what_a_document_keeps_is_not_missing_from_the_register(join: Join) -> None:
    person = "<person xml:id='{}'><persName>Eva</persName></person>"
    register = f"<teiHeader/><standOff><listPerson>{person.format('other')}</listPerson></standOff>"
    index = join({"a.xml": letter("#p1", person.format("p1"), STANDING_OFF), "r.xml": register})
    assert list(References(index).with_fate(Fate.MISSING)) == []
