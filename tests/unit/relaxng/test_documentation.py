"""The examples of the page on RELAX NG do what they show."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "relaxng.md"


def test_examples() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0
