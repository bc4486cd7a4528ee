"""The text report has the form that the contract shows, to the letter."""

from pathlib import Path

from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.report import FORMATS, Findings

NAME = "tei/documents/1949-02-04-mikoyan-stalin.xml"
FINDING = Diagnostic(
    "RNG103",
    Severity.ERROR,
    'element "persname" is not in this schema',
    Location(NAME, 31, 14),
    "allowed here: text, date, hi, name, note, orgName, persName, placeName, ref, rs "
    '(and 14 more)\ndid you mean "persName"?',
)
EXPECTED = f"""\
{NAME}:31:14: error RNG103 element "persname" is not in this schema
   |    <persname ref="person:mikoyan">Mikoyan</persname>
   |    ^^^^^^^^^
   = allowed here: text, date, hi, name, note, orgName, persName, placeName, ref, rs (and 14 more)
   = did you mean "persName"?
"""


def project(folder: Path) -> Path:
    path = folder / NAME
    path.parent.mkdir(parents=True)
    line = " " * 13 + '<persname ref="person:mikoyan">Mikoyan</persname>\n'
    path.write_text("\n" * 30 + line, "utf-8")
    return folder


def test_the_form_of_the_contract(tmp_path: Path) -> None:
    assert FORMATS["text"](Findings(project(tmp_path), (FINDING,))) == EXPECTED


def test_colours_add_nothing_but_colours(tmp_path: Path) -> None:
    coloured = FORMATS["text"](Findings(project(tmp_path), (FINDING,)), colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    for code in ("1", "1;31", "2", "32", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == EXPECTED


def test_a_finding_about_the_whole_file_shows_no_line(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>", "utf-8")
    finding = Diagnostic("XML101", Severity.WARNING, "it is odd", Location("a.xml"))
    expected = "a.xml:1:1: warning XML101 it is odd\n"
    assert FORMATS["text"](Findings(tmp_path, (finding,))) == expected


def test_other_places_are_named_so_that_one_can_go_there(tmp_path: Path) -> None:
    first = Related(Location("b.xml", 3, 4), "first used here")
    finding = Diagnostic("ENT201", Severity.INFO, "again", Location("a.xml", 2), "", "", (first,))
    report = FORMATS["text"](Findings(tmp_path, (finding,)))
    assert report.splitlines()[1] == "   = b.xml:3:4: first used here"


def test_the_order_is_that_of_the_files(tmp_path: Path) -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 5), ("a", 9, 4)]
    found = tuple(Diagnostic("X", Severity.INFO, str(p), Location(*p)) for p in places)
    lines = FORMATS["text"](Findings(tmp_path, found)).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["a:9:4", "a:9:5", "a:10:1", "b:1:1"]


def test_a_message_cannot_command_the_terminal(tmp_path: Path) -> None:
    finding = Diagnostic("X", Severity.INFO, "a\x1b[2Jb", Location("c\x1b.xml"), "d\x1b")
    assert "\x1b" not in FORMATS["text"](Findings(tmp_path, (finding,)))


def test_a_long_list_of_other_places_is_cut(tmp_path: Path) -> None:
    many = tuple(Related(Location("b.xml", line), "here") for line in range(1, 21))
    finding = Diagnostic("X", Severity.INFO, "m", Location("a.xml"), "mend", "", many)
    lines = FORMATS["text"](Findings(tmp_path, (finding,))).splitlines()
    assert lines[5:] == ["   = b.xml:5:1: here", "   = and 15 more places", "   = mend"]
