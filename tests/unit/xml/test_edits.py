"""Edits: what they change, and that they leave all else as it was, to the byte."""

import pytest

from tei_edition.diagnostics import Edit, Fix
from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.edits import (
    between,
    carry_out,
    characters,
    compatible,
    in_text,
    offset,
    value_edit,
)


def document(text: str) -> Document:
    found = parse_bytes(text.encode(), "a.xml")
    assert isinstance(found, Document)
    return found


def test_places_and_characters_are_each_others_inverse() -> None:
    text = "ab\n\ncde\n"
    edits = [between(text, at, at, "") for at in range(len(text) + 1)]
    assert [offset(text, e.line, e.column) for e in edits] == [*range(len(text) + 1)]
    assert edits[5] == Edit(3, 2, 3, 2, "")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("latin-1", b"")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_keeps_encoding_mark_and_line_ends(encoding: str, mark: bytes, end: str) -> None:
    declared = encoding.removesuffix("-le")
    lines = [f'<?xml version="1.0" encoding="{declared}"?>', "<a>", "ü b", "c</a>", ""]
    data = mark + end.join(lines).encode(encoding)
    changed = carry_out(data, [Edit(3, 3, 3, 4, "ä\n"), Edit(4, 1, 4, 2, "")])
    lines[2:4] = ["ü ä", "", "</a>"]
    assert changed == mark + end.join(lines).encode(encoding)


def test_mixed_line_ends_stay_mixed() -> None:
    assert carry_out(b"<a>\r\nb\nc\r\n</a>", [Edit(2, 1, 2, 2, "x")]) == b"<a>\r\nx\nc\r\n</a>"


def test_a_character_that_the_encoding_lacks_becomes_a_reference() -> None:
    data = '<?xml version="1.0" encoding="latin-1"?><a>b</a>'.encode("latin-1")
    changed = carry_out(data, [Edit(1, 44, 1, 45, "ł")])
    assert changed.endswith(b"<a>&#322;</a>")


@pytest.mark.parametrize(
    "data", [b"<a>\xff</a>", b'<?xml version="1.0" encoding="klingon"?><a/>', b"\xff\xfe<"]
)
def test_leaves_alone_what_it_cannot_write_as_it_was(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"encod|codec|written"):
        carry_out(data, [])
    with pytest.raises(ValueError, match=r"encod|codec"):
        characters(data)


def test_of_repairs_that_touch_the_same_place_the_first_wins() -> None:
    one = Fix("one", (Edit(1, 1, 1, 5, ""), Edit(3, 1, 3, 2, "x")))
    within = Fix("within", (Edit(2, 1, 2, 2, ""), Edit(3, 1, 3, 9, "")))
    beside = Fix("beside", (Edit(1, 5, 1, 6, ""),))
    same_point = Fix("same point", (Edit(1, 5, 1, 5, "y"),))
    assert compatible([one, within, beside, same_point]) == (one, beside)


def attribute(text: str, value: str, new: str) -> str | None:
    found = document(text)
    edit = value_edit(found, found.location(found.root, "when"), value, new)
    return None if edit is None else carry_out(found.data, [edit]).decode()


def test_changes_the_value_of_an_attribute() -> None:
    assert attribute("<a n=\"1\"\n  when = 'x'/>", "x", "y") == "<a n=\"1\"\n  when = 'y'/>"
    assert attribute('<a when="a&amp;b"/>', "a&b", 'a"<b') == '<a when="a&#34;&lt;b"/>'
    assert attribute('<a when="x\ty"/>', "x y", "z") == '<a when="z"/>'


def test_does_not_change_a_value_that_is_not_there() -> None:
    assert attribute('<!DOCTYPE a [<!ATTLIST a when CDATA "x">]>\n<a/>', "x", "y") is None
    assert attribute('<!DOCTYPE a [<!ENTITY e "x">]>\n<a when="&e;"/>', "x", "y") is None


def test_text_is_what_is_no_mark_up() -> None:
    text = (
        '<!DOCTYPE a [<!ENTITY x "1>">]>\n<a b="1>1"><!-- 1 --><?p 1?>1<c d=\'1"\'/>'
        "<![CDATA[1]]>1</a>"
    )
    found = document(text)
    changes = [(at, at + 1, "2") for at, character in enumerate(text) if character == "1"]
    changed = carry_out(found.data, in_text(found, changes)).decode()
    assert changed == text.replace("?>1<c", "?>2<c").replace("]]>1<", "]]>2<")
