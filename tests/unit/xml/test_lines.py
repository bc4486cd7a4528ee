"""Lines and columns of a text."""

import pytest

from tei_edition.xml.lines import Lines


@pytest.mark.parametrize(("at", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1))])
def test_a_line_end_belongs_to_its_line(at: int, place: tuple[int, int]) -> None:
    lines = Lines("a\n\nb")
    assert lines.place(at) == place
    assert lines.offset(*place) == at
