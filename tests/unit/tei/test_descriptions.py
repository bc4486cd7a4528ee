"""A description belongs to the letter with which it is linked, whatever the order."""

from collections.abc import Callable

import pytest

from tei_edition import tei
from tei_edition.xml import Document

Make = Callable[..., Document]


def senders(document: Document) -> list[str]:
    return [
        name.form
        for record in tei.read(document).documents
        for letter in record.letters
        for name in letter.actions[0].names
    ]


def group(descriptions: str, texts: str) -> str:
    return (
        f"<teiHeader><profileDesc>{descriptions}</profileDesc></teiHeader>"
        f"<text><group>{texts}</group></text>"
    )


def described(who: str, attributes: str) -> str:
    action = f"<correspAction type='sent'><persName>{who}</persName></correspAction>"
    return f"<correspDesc {attributes}>{action}</correspDesc>"


@pytest.mark.parametrize(
    ("eva", "otto", "first", "second"),
    [
        ("xml:id='e'", "xml:id='o'", "decls='#h #o'", "decls='#e'"),
        ("xml:id='e'", "xml:id='o'", "corresp='#o'", "corresp='#e'"),
        ("corresp='#t2'", "corresp='#t1'", "xml:id='t1'", "xml:id='t2'"),
    ],
)
def test_links_go_before_the_order(
    make: Make, eva: str, otto: str, first: str, second: str
) -> None:
    document = make(
        group(
            described("Eva", eva) + described("Otto", otto),
            f"<text {first}><body><p/></body></text><text {second}><body><p/></body></text>",
        )
    )
    assert senders(document) == ["Otto", "Eva"]


def test_without_links_the_order_tells(make: Make) -> None:
    texts = "<text><body/></text>" * 2
    both = described("Eva", "xml:id='e'") + described("Otto", "")
    assert senders(make(group(both, texts))) == ["Eva", "Otto"]


def test_not_every_letter_need_be_described(make: Make) -> None:
    texts = "<text><body/></text><text decls='#o'><body/></text><text decls='#e'><body/></text>"
    both = described("Eva", "xml:id='e'") + described("Otto", "xml:id='o'")
    found = tei.read(make(group(both, texts))).documents
    assert [len(record.letters) for record in found] == [0, 1, 1]
