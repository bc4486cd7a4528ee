"""The excerpt shows the line and underlines the thing, whatever the line is like."""

from pathlib import Path

import pytest

from tei_edition.report.excerpt import WIDTH, excerpt, visible, width


def shown(folder: Path, data: str | bytes, line: int, column: int) -> tuple[str, str]:
    path = folder / f"{hash((data, line, column))}.xml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = excerpt(path, line, column)
    assert found is not None
    return found.text, found.underline


@pytest.mark.parametrize(
    ("line", "column", "underlined"),
    [
        ('   <persname ref="x">M</persname>', 4, "<persname"),
        ('   <persname ref="x">M</persname>', 14, 'ref="x"'),
        ("   <p>one two</p>", 7, "one"),
        ("   <p>a &amp b</p>", 9, "&amp"),
        ("   <p>; b</p>", 7, ";"),
        ("   </p>", 4, "</p"),
        ("a<?x y?>", 2, "<?x"),
    ],
)
def test_the_thing_is_underlined(tmp_path: Path, line: str, column: int, underlined: str) -> None:
    text, underline = shown(tmp_path, line, 1, column)
    start = text.index(underlined)
    assert text == line.strip()
    assert underline == " " * start + "^" * len(underlined)


def test_a_place_behind_the_end_of_a_line_has_one_caret(tmp_path: Path) -> None:
    assert shown(tmp_path, "<p>\n</p>", 1, 4) == ("<p>", "   ^")


def test_wide_and_combining_characters_take_their_columns(tmp_path: Path) -> None:
    assert shown(tmp_path, "毛é<x/>", 1, 3)[1] == "   ^^"
    assert shown(tmp_path, "e\u0301<x/>", 1, 3)[1] == " ^^"
    assert width("毛泽东 e\u0301\u200d") == 8


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line = "a" * 5000 + " <here/> " + "b" * 5000
    text, underline = shown(tmp_path, line, 1, 5002)
    assert len(text) <= WIDTH + 2
    assert text.startswith("…")
    assert text.endswith("…")
    assert text[len(underline) - 5 : len(underline)] == "<here"


def test_a_long_line_keeps_its_beginning_where_the_place_is_there(tmp_path: Path) -> None:
    text, underline = shown(tmp_path, "  <p>" + "b" * 500, 1, 3)
    assert text.startswith("<p>b")
    assert underline == "^^"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(tmp_path: Path, encoding: str) -> None:
    assert shown(tmp_path, "<a>\né<x/></a>".encode(encoding), 2, 2) == ("é<x/></a>", " ^^")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "koi8-r", "utf-8", "no-such-encoding"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    letter = "é" if encoding == "iso-8859-1" else "Ж"
    real = "utf-8" if encoding == "no-such-encoding" else encoding
    data = f"<?xml version='1.0' encoding='{encoding}'?>\n<a>{letter}</a>".encode(real)
    assert shown(tmp_path, data, 2, 4) == (f"<a>{letter}</a>", "   ^")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_those_of_xml(tmp_path: Path, end: str) -> None:
    assert shown(tmp_path, f"<a>\u2028{end}<b/>{end}</a>", 2, 1)[0] == "<b/>"


@pytest.mark.parametrize(("line", "column"), [(9, 1), (0, 1), (1, 99), (2, 1)])
def test_there_is_none_for_a_place_that_is_not_there(
    tmp_path: Path, line: int, column: int
) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<a>\n  \n</a>", "utf-8")
    assert excerpt(path, line, column) is None


def test_there_is_none_for_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert excerpt(tmp_path / "none.xml", 1, 1) is None


def test_nothing_of_the_source_reaches_the_terminal_as_a_command() -> None:
    assert visible("a\x1b[31mb\tc\u202ed") == "a\ufffd[31mb c\ufffdd"


def test_a_file_in_utf_8_that_declares_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes('<?xml version="1.0" encoding="ISO-8859-1"?>\n<p>für</p>'.encode())
    found = excerpt(path, 2, 1)
    assert found
    assert found.text == "<p>für</p>"
