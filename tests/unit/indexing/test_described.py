"""Letters that are described in one place and stand in another."""

from collections.abc import Callable

from tei_edition.config import Config
from tei_edition.exports import EXPORTS
from tei_edition.model import Index

Join = Callable[[dict[str, str]], Index]

TEXT = (
    "<teiHeader><fileDesc><sourceDesc><msDesc/></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>Dear friend</p></body></text>"
)


def described(ref: str, who: str = "Ada", more: str = "") -> str:
    return (
        f"<correspDesc ref='{ref}' {more}><correspAction type='sent'><persName>{who}</persName>"
        "<date when='1890-02-28'/></correspAction></correspDesc>"
    )


def header(*letters: str) -> str:
    return f"<teiHeader><profileDesc>{''.join(letters)}</profileDesc></teiHeader>"


def test_a_list_of_descriptions_describes_the_files_that_it_leads_to(join: Join) -> None:
    index = join(
        {
            "list.xml": header(described("letters/a.xml"), described("letters/b.xml#b", "Berta")),
            "letters/a.xml": TEXT,
            "letters/b.xml": f"b|{TEXT}",
        }
    )
    assert set(index.documents) == {"letters-a", "b"}
    senders = {id: x.with_role("sent")[0].text for id, x in index.letters.items()}
    assert senders == {"letters-a": "Ada", "b": "Berta"}
    assert {d.date.edtf for d in index.documents.values() if d.date} == {"1890-02-28"}


def test_what_a_document_says_of_itself_goes_first(join: Join) -> None:
    index = join(
        {
            "list.xml": header(described("a.xml")),
            "a.xml": header(described("", "Carl")) + "<text><body><p>x</p></body></text>",
        }
    )
    assert [x.with_role("sent")[0].text for x in index.letters.values()] == ["Carl"]
    assert list(index.documents) == ["a"]


def test_a_description_that_leads_nowhere_stays_where_it_is(join: Join) -> None:
    index = join({"list.xml": header(described("gone.xml")), "a.xml": TEXT})
    assert [x.letter.document for x in index.letters.values()] == ["list"]


def test_a_letter_with_a_text_keeps_the_description_of_another(join: Join) -> None:
    """A cover letter whose file describes the enclosure, which lies in a file of its own."""
    cover = header(described("", "Ada"), described("b.xml", "Berta"))
    index = join({"a.xml": f"{cover}<text><body><p>x</p></body></text>", "b.xml": TEXT})
    found = {x.letter.document: x.with_role("sent")[0].text for x in index.letters.values()}
    assert found == {"a": "Ada", "b": "Berta"}


def test_the_address_and_key_of_a_letter_elsewhere_are_exported(join: Join) -> None:
    url = "https://example.org/letters/12"
    index = join({"cmif.xml": header(described(url, more="key='12'"))})
    (letter,) = index.letters.values()
    assert (letter.letter.address, letter.letter.number) == (url, "12")
    for name in ("cmif", "csv", "json"):
        assert url in EXPORTS[name].write(index, Config()).decode()
    assert f'ref="{url}" key="12"' in EXPORTS["cmif"].write(index, Config()).decode()


def test_an_edition_with_the_text_is_the_address_of_a_letter(join: Join) -> None:
    letter = header(described("https://example.org/letters/12"))
    index = join({"a.xml": f"{letter}<text><body><p>x</p></body></text>"})
    assert b"example.org" not in EXPORTS["cmif"].write(index, Config())
