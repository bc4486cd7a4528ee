from collections.abc import Callable

import pytest

from tei_edition.tei import chronology
from tei_edition.xml import Document

Make = Callable[..., Document]

HEADER = """<teiHeader><fileDesc><titleStmt><title type="alternative" when-iso="1897-05-06">A to B
</title></titleStmt><sourceDesc><msDesc><history><origin notBefore="1897">Written in Vienna.
<origDate when="1897-05">May 1897</origDate></origin></history></msDesc></sourceDesc></fileDesc>
<profileDesc>{}</profileDesc></teiHeader>"""


@pytest.mark.parametrize(
    ("profile", "edtf"),
    [
        ("", "1897-05"),
        ("<creation><date when='1900'/></creation>", "1900"),
        ("<creation><date type='record' when='1900'/></creation>", "1900"),
        (
            "<creation><date type='record' when='1900'/></creation><settingDesc><setting>"
            "<date type='event' when='1899'/></setting></settingDesc>",
            "1899",
        ),
        ("<creation><date>undated</date></creation>", "1897-05"),
    ],
)
def test_the_date_under_which_a_document_stands(make: Make, profile: str, edtf: str) -> None:
    labelled = chronology.of_document(make(HEADER.format(profile)).root)
    date = chronology.preferred(labelled)
    assert date
    assert date.edtf == edtf


def test_a_title_with_a_date_is_the_last_resort_and_its_words_are_none(make: Make) -> None:
    header = HEADER.replace('<origDate when="1897-05">May 1897</origDate>', "").replace(
        ' notBefore="1897"', ""
    )
    date = chronology.preferred(chronology.of_document(make(header).root))
    assert date
    assert (date.edtf, date.text) == ("1897-05-06", "")


def test_labels_are_the_types_of_the_dates(make: Make) -> None:
    profile = "<creation><date type='record' when='1900'>1900</date></creation>"
    labelled = chronology.of_document(make(HEADER.format(profile)).root)
    assert [(label, date.text) for label, date in labelled] == [
        ("record", "1900"),
        ("origin", "May 1897"),
        ("origin", ""),
        ("title", ""),
    ]


def test_dates_in_the_text_are_those_at_its_head_and_foot(make: Make) -> None:
    document = make(
        "<teiHeader><opener><date when='1800'/></opener></teiHeader><text><body><p>"
        "<date when='1801'/></p><opener><dateline><date>Monday</date></dateline></opener>"
        "<closer><date when='1802'/></closer></body></text>"
    )
    date = chronology.of_text(document.root)
    assert date
    assert date.edtf == "1802"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("<date when='1801'/><date when='1802'/>", ["1801", "1802"]),
        ("<date>May</date><date when='1802'/>", ["1802", ""]),
        ("<date when='1801' cert='low'/><date when='1802'/>", ["1802", "1801?"]),
        ("<date when='1801'/><date when='1802' type='preferred'/>", ["1802", "1801"]),
        ("<date><date when='1801'/> or <date when='1802'/></date>", ["1801", "1802"]),
        ("<date when='1801'>in <date when='1801-05'>May</date></date>", ["1801"]),
        ("<p>On <date when='1801'/><note><date when='1802'/></note></p>", ["1801"]),
        ("<persName/>", []),
    ],
)
def test_dates_of_an_action(make: Make, content: str, wanted: list[str]) -> None:
    document = make(f"<correspAction>{content}</correspAction>")
    assert [date.edtf for date in chronology.of_action(document.root[0])] == wanted
