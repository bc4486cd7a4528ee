"""A title tells who receives a letter only where its author is the one who writes in it."""

import pytest
from lxml import etree

from tei_edition.tei.titles import contradicts, of_author, of_letter


def titled(title: str, author: str) -> etree._Element:
    return etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        f'<title level="s">Series to Come</title><title>{title}</title>'
        f"{f'<author>{author}</author>' if author else ''}"
        "</titleStmt></fileDesc></teiHeader></TEI>"
    )


def said(title: str, author: str) -> str:
    return of_author(titled(title, author))


@pytest.mark.parametrize(
    ("title", "author", "wanted"),
    [
        ("Clara Berg an Carl Dahl, 4. April 1896", "Berg, Clara", "Carl Dahl"),
        ("Letter from Clara Berg to C. Dahl, 1896", "Clara Berg", "C. Dahl"),
        ("Lettre de Clara Berg à Carl Dahl", "Clara Berg", "Carl Dahl"),
        ("Jan Łaski do Anny (Kraków 1540)", "Jan Łaski", "Anny"),
        ("Brief an Carl Dahl vom 4. Mai 1896", "Berg, Clara", "Carl Dahl"),
        ("Letter to Carl Dahl", "", ""),
        ("A Visit to Paris, 1920", "Clara Berg", ""),
        ("Clara Berg to herself, 1920", "Clara Berg", ""),
        ("Tagebuch von Clara Berg, 4. Mai 1929", "Berg, Clara", ""),
        ("", "", ""),
        ("to", "to", ""),
    ],
)
def test_addressee(title: str, author: str, wanted: str) -> None:
    assert said(title, author) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Letter from Clara Berg to Carl Dahl, 1896", ("Clara Berg", "Carl Dahl")),
        ("Lettera di Clara Berg a Carl Dahl del 4 maggio 1896", ("Clara Berg", "Carl Dahl")),
        ("Telegramm von Clara Berg an Carl Dahl, Wien", ("Clara Berg", "Carl Dahl")),
        ("Brief an Carl Dahl", ("", "")),
        ("Letter from Clara Berg to her sister", ("", "")),
        ("From Clara to Carl", ("", "")),
    ],
)
def test_a_title_that_calls_itself_that_of_a_letter(title: str, wanted: tuple[str, str]) -> None:
    assert of_letter(titled(title, "")) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Carl Dahl an Clara Berg, Basel, 4. April 1896", True),
        ("Clara Berg an Carl Dahl, Basel, 4. April 1896", False),
        ("Carl Dahl an den Rat an Clara Berg", True),
        ("Clara Berg und Carl Dahl an Clara Berg", False),
        ("Carl Dahl", False),
        ("", False),
    ],
)
def test_the_other_way_round(title: str, wanted: bool) -> None:
    assert contradicts(title, ["Clara Berg"], ["Dahl, Carl"]) is wanted
