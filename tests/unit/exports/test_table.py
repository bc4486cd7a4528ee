import pytest

from tei_edition.config import Config
from tei_edition.exports import table
from tei_edition.model import Index


def test_one_line_for_each_letter_in_columns(index: Index, config: Config) -> None:
    lines = table.write(index, config).decode().splitlines()
    assert lines[0].split() == ["DATE", "FROM", "TO", "VIA", "KIND", "TITLE"]
    assert len(lines) == 3
    assert lines[1].startswith("1949-10-14?         Joseph Stalin [Filippov]; Cen…  Mao Zedong")
    assert "Kovalev; Ivan" in lines[1]
    assert lines[2].startswith("some day in spring")
    titles = ("TITLE", "Cable,", "Undated")
    starts = {line.index(title) for line, title in zip(lines, titles, strict=True)}
    assert len(starts) == 1


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("毛泽东", 6), ("e\u0301", 1), ("ａ", 2), ("\u200b", 0)]
)
def test_widths(text: str, cells: int) -> None:
    assert table.width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [("ab", 4, "ab  "), ("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("毛泽东", 4, "毛… ")],
)
def test_fitting(text: str, cells: int, expected: str) -> None:
    assert table.fitted(text, cells) == expected
    assert table.width(table.fitted(text, cells)) == cells
