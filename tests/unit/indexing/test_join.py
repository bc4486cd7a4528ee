import itertools
from collections.abc import Callable

from tei_edition import indexing, tei
from tei_edition.indexing import order
from tei_edition.model import Index, LetterLink, Role
from tei_edition.xml import Document, parse_bytes

Join = Callable[..., Index]

REGISTER = """<teiHeader/><standOff><listPerson>
  <person xml:id="stalin"><persName>Joseph Stalin</persName><persName type="sort">Stalin</persName>
    <idno type="wikidata">Q855</idno></person>
  <person xml:id="mao"><persName>Mao Zedong</persName><idno type="VIAF">51699962</idno></person>
  </listPerson></standOff>"""


def letter(actions: str, context: str = "", text: str = "", attributes: str = "") -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc><profileDesc>"
        f"<correspDesc {attributes}>{actions}<correspContext>{context}</correspContext>"
        f"</correspDesc></profileDesc></teiHeader><text><body><p>{text}</p></body></text>"
    )


def sent(who: str, date: str = "", extra: str = "") -> str:
    when = f"<date when='{date}'/>" if date else ""
    return f"<correspAction type='sent' {extra}>{who}{when}</correspAction>"


def received(who: str, extra: str = "") -> str:
    return f"<correspAction type='received' {extra}>{who}</correspAction>"


STALIN = "<persName ref='r.xml#stalin' type='pseudonym' cert='high'>Filippov</persName>"
MAO = "<persName ref='r.xml#mao'>Mao</persName>"
NOBODY = "<persName>Mr Nobody</persName>"


def test_names_are_joined_with_entries(join: Join) -> None:
    index = join({"r.xml": REGISTER, "a.xml": letter(sent(STALIN) + received(MAO))})
    found = index.letters["a"]
    (sender,), (addressee,) = found.with_role("sent"), found.with_role("received")
    assert (sender.form, sender.text, sender.entity) == (
        "Filippov",
        "Joseph Stalin",
        "persons/stalin",
    )
    assert (sender.type, sender.certainty) == ("pseudonym", "high")
    assert sender.uri == "http://www.wikidata.org/entity/Q855"
    assert addressee.uri == "http://viaf.org/viaf/51699962"


def test_a_correspondent_without_pointer_has_an_entry_of_its_own(join: Join) -> None:
    index = join(
        {
            "r.xml": REGISTER,
            "a.xml": letter(sent(NOBODY) + received("<persName>Unknown</persName>")),
            "b.xml": letter(sent("<persName>Joseph Stalin</persName>") + received(NOBODY)),
        }
    )
    assert index.letters["a"].with_role("sent")[0].entity == "persons/Mr-Nobody"
    assert index.letters["a"].with_role("received")[0].entity == ""
    # Never joined by the likeness of a name.
    assert index.letters["b"].with_role("sent")[0].entity == "persons/Joseph-Stalin"
    assert index.entities["persons/Mr-Nobody"].implied


def test_implied_entries_are_called_what_the_letters_call_them(join: Join) -> None:
    text = "<rs type='person' ref='#p1'>you</rs> <rs type='person' ref='#p1'>you</rs>"
    named = letter(sent("<persName ref='#p1'>Auden, W. H.</persName>"), text=text)
    linked = letter("", "<ref type='x' target='#p2'>Musulin</ref>", text.replace("p1", "p2"))
    index = join(
        {"a.xml": named, "b.xml": linked, "c.xml": letter("", text=text.replace("p1", "p3"))}
    )
    assert index.entities["persons/p1"].name == "Auden, W. H."
    assert index.entities["persons/p2"].name == "Musulin"
    assert index.entities["persons/p3"].name == "you"


def test_an_entry_that_a_document_keeps_for_itself_tells_more_than_the_wording(join: Join) -> None:
    own = (
        "<teiHeader><profileDesc><correspDesc><correspAction type='sent'>"
        "<persName ref='#p1'>A.</persName></correspAction></correspDesc></profileDesc></teiHeader>"
        "<standOff><listPerson><person xml:id='p1'><persName>Auden</persName><birth when='1907'/>"
        "</person><person xml:id='ed'><persName>Editor</persName></person></listPerson></standOff>"
    )
    index = join({"a.xml": own})
    (auden,) = index.entities.values()
    assert (auden.key, auden.name, auden.implied) == ("persons/p1", "Auden", True)
    assert auden.birth
    assert index.resolve("a.xml", "#p1")


def test_a_second_authority_id_names_nobody_else(join: Join) -> None:
    gnd, viaf = "http://d-nb.info/gnd/118577425", "http://viaf.org/viaf/12345"
    names = "<persName ref='{}'>Ann</persName><persName ref='{}'>A.</persName>"
    index = join(
        {
            "a.xml": letter(sent(names.format(f"{gnd} {viaf}", gnd))),
            "b.xml": letter(sent(f"<persName ref='{viaf}'>Bob</persName>")),
        }
    )
    assert [c.text for c in index.letters["a"].with_role("sent")] == ["Ann"]
    assert [c.text for c in index.letters["b"].with_role("sent")] == ["Bob"]


def test_two_pointers_are_two_people_and_an_authority_is_a_second_id(join: Join) -> None:
    both = "<persName ref='r.xml#stalin r.xml#mao'>They</persName>"
    one = "<persName ref='r.xml#mao http://viaf.org/viaf/51699962'>Mao</persName>"
    index = join({"r.xml": REGISTER, "a.xml": letter(sent(both) + received(one))})
    assert [c.entity for c in index.letters["a"].with_role("sent")] == [
        "persons/stalin",
        "persons/mao",
    ]
    assert [c.entity for c in index.letters["a"].with_role("received")] == ["persons/mao"]


def test_exchanges_have_both_directions_in_order_of_date(join: Join) -> None:
    index = join(
        {
            "r.xml": REGISTER,
            "c.xml": letter(sent(STALIN, "1949-02-03") + received(MAO)),
            "a.xml": letter(sent(MAO, "1949-02-04") + received(STALIN)),
            "b.xml": letter(sent(MAO, "1949") + received(STALIN)),
            "d.xml": letter(sent(MAO) + received(STALIN)),
            "x.xml": letter(sent(MAO, "1949-02-03") + received(NOBODY)),
            "y.xml": letter(sent(MAO, "1949-02-03")),
        }
    )
    exchange = index.exchanges["mao--stalin"]
    assert exchange.pair == ("persons/mao", "persons/stalin")
    assert exchange.letters == ("b", "c", "a", "d")
    assert set(index.exchanges) == {"mao--stalin", "Mr-Nobody--mao"}
    assert (index.letters["c"].previous, index.letters["c"].next) == ("b", "a")
    assert (index.letters["b"].previous, index.letters["d"].next) == ("", "")
    assert (index.letters["y"].exchange, index.letters["y"].next) == ("", "")


def test_a_copy_does_not_make_the_exchange(join: Join) -> None:
    copy = received(NOBODY, "subtype='copy'")
    index = join({"r.xml": REGISTER, "a.xml": letter(sent(STALIN) + copy + received(MAO))})
    assert set(index.exchanges) == {"mao--stalin"}


def test_letters_of_a_day_are_in_order_of_hour_sort_key_and_number(join: Join) -> None:
    day = "1949-02-04"
    index = join(
        {
            "r.xml": REGISTER,
            "e.xml": letter(sent(STALIN, f"{day}T09:00:00")),
            "d.xml": letter(sent(STALIN, day, "sortKey='1'")),
            "c.xml": letter(sent(STALIN, day, "sortKey='2'")),
            "b.xml": letter(sent(STALIN, day), attributes="n='833'"),
            "a.xml": letter(sent(STALIN, day), attributes="n='4159'"),
        }
    )
    assert list(index.letters) == ["b", "a", "d", "c", "e"]
    assert list(index.documents) == ["b", "a", "d", "c", "e"]


def test_reply_links_go_both_ways(join: Join) -> None:
    reply = "<ref type='next' subtype='answered-by' target='b.xml' cert='low'>The reply</ref>"
    index = join({"a.xml": letter(sent(NOBODY), reply), "b.xml": letter(sent(NOBODY))})
    assert index.letters["a"].links == (
        LetterLink("next", "answered-by", "The reply", "b", "b", certainty="low"),
    )
    assert index.letters["b"].links == (
        LetterLink("prev", "answers", "T", "a", "a", certainty="low"),
    )


def test_a_link_stated_at_both_ends_is_there_once(join: Join) -> None:
    there = "<ref type='next' subtype='answered-by' target='b.xml'>B</ref>"
    back = "<ref type='prev' subtype='answers' target='a.xml'>A</ref>"
    index = join({"a.xml": letter(sent(NOBODY), there), "b.xml": letter(sent(NOBODY), back)})
    assert [link.text for link in index.letters["b"].links] == ["A"]


def test_links_to_an_enclosure_a_register_and_nowhere(join: Join) -> None:
    two = (
        "<teiHeader><profileDesc><correspDesc xml:id='outer'><correspContext>"
        "<ref type='next' subtype='encloses' target='#inner'>inside</ref>"
        "<ref type='prev' subtype='answers' target='r.xml#mao'>a person</ref>"
        "<ref type='prev' subtype='answers'>a lost letter</ref>"
        "<ref type='withinCollection' subtype='next_letter' target='#x'>no</ref>"
        "</correspContext></correspDesc><correspDesc xml:id='inner'/></profileDesc></teiHeader>"
    )
    index = join({"r.xml": REGISTER, "a.xml": two})
    enclosed, person, lost = index.letters["a.outer"].links
    assert (enclosed.document, enclosed.letter) == ("a", "a.inner")
    assert person.entity == "persons/mao"
    assert (lost.document, lost.entity, lost.text) == ("", "", "a lost letter")
    (back,) = index.letters["a.inner"].links
    assert (back.subtype, back.letter) == ("enclosed-in", "a.outer")


def test_backlinks_say_how(join: Join) -> None:
    text = "<persName ref='r.xml#mao'>the Chairman</persName>"
    index = join({"r.xml": REGISTER, "a.xml": letter(sent(MAO) + received(STALIN), text=text)})
    (mao,) = index.backlinks["persons/mao"]
    assert (mao.document, mao.roles, mao.forms) == (
        "a",
        (Role.SENT, Role.MENTIONED),
        ("Mao", "the Chairman"),
    )


def test_who_vouches_is_a_source_and_who_classes_nothing(join: Join) -> None:
    text = "<date resp='r.xml#mao' ana='r.xml#stalin'/>"
    index = join({"r.xml": REGISTER, "a.xml": letter("", text=text)})
    assert "persons/stalin" not in index.backlinks
    assert index.backlinks["persons/mao"][0].roles == (Role.SOURCE,)


def test_entries_that_point_at_an_entry(join: Join) -> None:
    work = (
        "<teiHeader/><standOff><listBibl><bibl xml:id='w'><title>W</title>"
        "<editor ref='r.xml#mao'/></bibl></listBibl></standOff>"
    )
    index = join({"r.xml": REGISTER, "w.xml": work})
    assert index.related == {"persons/mao": ("works/w",)}


def test_kinds_have_their_labels(join: Join) -> None:
    taxonomy = (
        "<teiHeader><classDecl><taxonomy><category xml:id='cable'><catDesc>Cable</catDesc>"
        "</category></taxonomy></classDecl></teiHeader>"
    )
    document = (
        "<teiHeader><profileDesc><textClass><catRef scheme='t.xml#genre' target='t.xml#{}'/>"
        "</textClass><correspDesc/></profileDesc></teiHeader>"
    )
    index = join(
        {
            "t.xml": taxonomy,
            "a.xml": document.format("cable"),
            "b.xml": document.format("exchange-of-notes"),
        }
    )
    assert {d.kind_label for d in index.documents.values()} == {"Cable", "exchange of notes"}
    assert index.categories == {"cable": "Cable"}


def test_the_order_of_files_does_not_matter() -> None:
    files = {
        "r.xml": REGISTER,
        "a.xml": letter(sent(STALIN, "1949") + received(NOBODY)),
        "b.xml": letter(sent(NOBODY, "1949") + received(STALIN), "<ref target='a.xml'/>"),
        "c.xml": letter(sent("<name ref='#x'>X</name>") + received("<name ref='x'>Y</name>")),
    }
    records = []
    for path, content in files.items():
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{content}</TEI>'
        document = parse_bytes(text.encode(), path)
        assert isinstance(document, Document)
        records.append(tei.read(document))
    joined = [indexing.join(files) for files in itertools.permutations(records)]
    assert all(index == joined[0] for index in joined)
    assert all(list(index.entities) == list(joined[0].entities) for index in joined)


def test_sorting_ignores_accents_case_and_leading_marks() -> None:
    assert order.letters_only("»Émile") == "emile"
    assert order.natural("No. 10") > order.natural("No. 9")
