from collections.abc import Callable

import pytest

from tei_edition.model import EntityKind, Letter
from tei_edition.tei import correspondence
from tei_edition.xml import Document

Make = Callable[..., Document]


def letters(document: Document) -> tuple[Letter, ...]:
    return correspondence.read(document, document.root)


def described(content: str) -> str:
    return f"<teiHeader><profileDesc>{content}</profileDesc></teiHeader>"


def names(letter: Letter, type: str) -> list[str]:
    return [name.form for action in letter.actions if action.type == type for name in action.names]


def test_all_actions_with_everything_in_them(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                """<correspDesc xml:id="c" n="58986" type="covering"><note>A note.</note>
                <correspAction type="sent" sortKey="2">
                  <persName ref="#stalin" type="pseudonym">Filippov</persName><orgName>CC</orgName>
                  <placeName ref="#moscow">Moscow</placeName><date when="1949-02-06">6 Feb.</date>
                  <note type="alternativeDate">Listed under <date when="1949-02-04"/></note>
                  <note type="signature">Signed <persName ref="#k">Kuznetsov</persName>.</note>
                </correspAction>
                <correspAction type="transmitted"><name>Terebin</name></correspAction>
                <correspAction type="received" subtype="copy"><rs type="person">M</rs>
                </correspAction>
                <correspContext><ref type="next" subtype="answered-by" target="doc:x">Reply</ref>
                  <ptr type="prev" target="doc:w"/></correspContext></correspDesc>"""
            )
        )
    )
    assert (letter.anchor, letter.number, letter.type) == ("c", "58986", "covering")
    assert (letter.notes, letter.rule) == (("A note.",), "correspAction")
    sent, carried, received = letter.actions
    assert [(n.form, n.kind) for n in sent.names] == [
        ("Filippov", EntityKind.PERSON),
        ("CC", EntityKind.ORGANISATION),
    ]
    assert [p.ref for p in sent.places] == ["#moscow"]
    assert sent.date
    assert (sent.date.edtf, sent.date.text) == ("1949-02-06", "6 Feb.")
    assert [d.edtf for d in sent.alternatives] == ["1949-02-04"]
    assert sent.notes == ("Signed Kuznetsov.",)
    assert sent.sort_key == "2"
    assert [n.form for n in carried.names] == ["Terebin"]
    assert received.subtype == "copy"
    assert [(k.type, k.subtype, k.target, k.text) for k in letter.links] == [
        ("next", "answered-by", "doc:x", "Reply"),
        ("prev", "", "doc:w", ""),
    ]


def test_the_first_date_that_says_anything_is_meant_the_others_are_rivals(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><correspAction type='sent'><date>undated</date>"
                "<date when='1901'/><date when='1902'/></correspAction></correspDesc>"
            )
        )
    )
    (sent,) = letter.actions
    assert sent.date
    assert sent.date.edtf == "1901"
    assert [d.text or d.edtf for d in sent.alternatives] == ["undated", "1902"]


def test_places_in_any_dress(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><correspAction type='sent'><settlement>The Hague</settlement>"
                "</correspAction><correspAction type='received'><location><placeName>Tokyo"
                "</placeName><geo>35.6 139.7</geo></location></correspAction>"
                "<correspAction type='read'><address><addrLine>1 Main St</addrLine></address>"
                "</correspAction></correspDesc>"
            )
        )
    )
    assert [a.places[0].form for a in letter.actions] == ["The Hague", "Tokyo", "1 Main St"]


def test_two_descriptions_are_two_letters(make: Make) -> None:
    found = letters(make(described("<correspDesc xml:id='a'/><correspDesc xml:id='b'/>")))
    assert [letter.anchor for letter in found] == ["a", "b"]


def test_sender_and_addressee_in_one_action_are_told_apart(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><correspAction type='sent'>"
                "<persName key='Escher A' type='addressee'>Escher</persName>"
                "<persName key='Blum B' type='sender'>Blum</persName><date when='1840'/>"
                "</correspAction></correspDesc>"
            )
        )
    )
    assert letter.rule == "correspAction, persName by @type"
    assert (names(letter, "sent"), names(letter, "received")) == (["Blum"], ["Escher"])
    assert letter.date
    assert letter.date.edtf == "1840"
    assert all(not name.type for action in letter.actions for name in action.names)


def test_descriptions_from_before_2015(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><sender><persName ref='#b'>Bahr</persName></sender>"
                "<addressee><persName>Schnitzler</persName></addressee>"
                "<placeSender><placeName>Linz</placeName></placeSender>"
                "<dateSender><date when='1894-05-01'/></dateSender></correspDesc>"
            )
        )
    )
    assert "before 2015" in letter.rule
    assert (names(letter, "sent"), names(letter, "received")) == (["Bahr"], ["Schnitzler"])
    assert letter.actions[0].places[0].form == "Linz"
    assert letter.date
    assert letter.date.edtf == "1894-05-01"


def test_participants_with_roles(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<creation><date when='1860'/></creation><particDesc>"
                "<person role='sender'><persName>Whitman</persName></person>"
                "<person role='recipient'><persName>Doyle</persName></person></particDesc>"
            )
        )
    )
    assert letter.rule == "particDesc/person by @role"
    assert (names(letter, "sent"), names(letter, "received")) == (["Whitman"], ["Doyle"])


def test_a_participant_has_one_name_and_its_own_entry(make: Make) -> None:
    person = "<persName>Whitman</persName><persName>Walt</persName></person>"
    (letter,) = letters(
        make(
            described(
                f"<particDesc><person role='sender' xml:id='w'>{person}"
                f"<person role='addressee' sameAs='p.xml#d'>{person}</particDesc>"
            )
        )
    )
    named = [(n.form, n.ref) for action in letter.actions for n in action.names]
    assert named == [("Whitman", "#w"), ("Whitman", "p.xml#d")]


@pytest.mark.parametrize(
    ("content", "who"),
    [
        ("<opener><salute>Dear <persName>Dahl</persName></salute></opener>", ("", "Dahl")),
        (
            "<opener><dateline/></opener><closer><signed><persName>Berg</persName></signed></closer>",
            ("Berg", ""),
        ),
        ("<opener><dateline/></opener>", None),
        ("<p><quote><opener><salute>Dear Sir</salute></opener></quote></p>", None),
        ("<closer><signed><persName>Editor</persName></signed></closer>", None),
    ],
)
def test_how_a_letter_opens_and_closes(
    make: Make, content: str, who: tuple[str, str] | None
) -> None:
    found = letters(make(f"<teiHeader/><text><body>{content}</body></text>"))
    assert [tuple("; ".join(names(x, s)) for s in ("sent", "received")) for x in found] == (
        [who] if who else []
    )


def test_the_author_of_a_letter_without_signature_wrote_it(make: Make) -> None:
    head = (
        "<teiHeader><fileDesc><titleStmt><author>Berg</author></titleStmt></fileDesc></teiHeader>"
    )
    (letter,) = letters(
        make(f"{head}<text><body><opener><salute>Sir</salute></opener></body></text>")
    )
    assert names(letter, "sent") == ["Berg"]


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("To <persName ref='#d'>Carl Dahl</persName>", ("", "Carl Dahl")),
        ("12. An Carl Dahl. Wien, 4. Mai 1896", ("", "Carl Dahl")),
        ("Clara Berg à Carl Dahl, 1896", ("Clara Berg", "Carl Dahl")),
        ("Wien, den 4. Mai", ("", "")),
    ],
)
def test_the_heading_of_a_letter(make: Make, head: str, who: tuple[str, str]) -> None:
    (letter,) = letters(
        make(
            "<teiHeader/><text><body><div type='letter'>"
            f"<head>{head}</head><p/></div></body></text>"
        )
    )
    assert tuple("; ".join(names(letter, side)) for side in ("sent", "received")) == who
    refs = {name.ref for action in letter.actions for name in action.names}
    assert ("#d" in refs) == ("#d" in head)


def test_a_title_of_a_letter_needs_no_author(make: Make) -> None:
    (letter,) = letters(
        make(
            "<teiHeader><fileDesc><titleStmt><title>Brief von Clara Berg an Carl Dahl vom 4. Mai "
            "1896</title></titleStmt></fileDesc></teiHeader><text/>"
        )
    )
    assert (names(letter, "sent"), names(letter, "received")) == (["Clara Berg"], ["Carl Dahl"])


def test_prose_in_a_description_is_kept(make: Make) -> None:
    first, second = letters(
        make(
            described(
                "<correspDesc><p>Anna to Bert.</p></correspDesc><correspDesc>"
                "<correspAction type='sent'><p>From <persName>Anna</persName>.</p></correspAction>"
                "<correspAction type='received'>Bert, <placeName>Ulm</placeName></correspAction>"
                "</correspDesc>"
            )
        )
    )
    assert first.notes == ("Anna to Bert.",)
    assert [action.notes for action in second.actions] == [("From Anna.",), ("Bert,",)]


def test_a_bare_hash_points_at_nobody(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><correspAction type='sent'><persName ref='#'>A</persName>"
                "</correspAction></correspDesc>"
            )
        )
    )
    assert [name.ref for name in letter.actions[0].names] == [""]


def test_the_side_may_be_a_role_and_a_country_is_around_its_town(make: Make) -> None:
    (letter,) = letters(
        make(
            described(
                "<correspDesc><correspAction type='sent'><persName role='sender'>A</persName>"
                "<persName role='addressee'>B</persName><location><settlement>Ulm</settlement>"
                "<country>DE</country></location></correspAction></correspDesc>"
            )
        )
    )
    assert (names(letter, "sent"), names(letter, "received")) == (["A"], ["B"])
    assert [place.form for place in letter.actions[0].places] == ["Ulm"]


def test_a_division_that_is_a_letter(make: Make) -> None:
    (letter,) = letters(
        make(
            "<teiHeader/><text><body><div type='letter'><opener><dateline><placeName>Nanking"
            "</placeName>, <date when='1949-01-20'>January 20</date></dateline></opener><p/>"
            "<closer><signed><persName>Stuart</persName></signed></closer></div></body></text>"
        )
    )
    assert names(letter, "sent") == ["Stuart"]
    assert letter.actions[0].places[0].form == "Nanking"
    assert letter.date
    assert letter.date.edtf == "1949-01-20"


def test_a_conversation_with_speakers_is_no_letter(make: Make) -> None:
    content = described(
        "<particDesc><person role='speaker'><persName>A</persName></person></particDesc>"
    )
    assert letters(make(content + "<text><body><p>x</p></body></text>")) == ()


OFFICE = "<orgName>Post office</orgName>"
PARTIES = (
    "<correspContext><ref type='belongsToCorrespondence' target='#a'>Auden</ref>"
    "<ref type='belongsToCorrespondence' target='#m'>Musulin</ref></correspContext>"
)
RECEIVED = "<correspAction type='received'><persName ref='#m'>M.</persName></correspAction>"


def test_the_other_party_of_the_correspondence_is_the_sender(make: Make) -> None:
    sent = f"<correspAction type='sent'>{OFFICE}<date when='1963'/></correspAction>"
    (letter,) = letters(make(described(f"<correspDesc>{sent}{RECEIVED}{PARTIES}</correspDesc>")))
    assert letter.rule == correspondence.BY_CONTEXT
    assert [(n.form, n.ref) for n in letter.actions[0].names] == [
        ("Auden", "#a"),
        ("Post office", ""),
    ]
    assert letter.date
    assert letter.date.edtf == "1963"
    (letter,) = letters(make(described(f"<correspDesc>{RECEIVED}{PARTIES}</correspDesc>")))
    assert [a.type for a in letter.actions] == ["sent", "received"]


def test_a_sender_who_is_named_stays_the_only_one(make: Make) -> None:
    sent = "<correspAction type='sent'><persName>Kallman</persName></correspAction>"
    (letter,) = letters(make(described(f"<correspDesc>{sent}{RECEIVED}{PARTIES}</correspDesc>")))
    assert letter.rule == correspondence.BY_ACTION
    assert names(letter, "sent") == ["Kallman"]


def test_an_office_that_sends_to_somebody_else_is_the_sender(make: Make) -> None:
    sent = f"<correspAction type='sent'>{OFFICE}</correspAction>"
    other = RECEIVED.replace("#m", "#x")
    (letter,) = letters(make(described(f"<correspDesc>{sent}{other}{PARTIES}</correspDesc>")))
    assert names(letter, "sent") == ["Post office"]
