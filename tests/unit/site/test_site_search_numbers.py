"""Numbers as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.site.search.numbers import ascending, decode, encode


@pytest.mark.parametrize(("number", "text"), [(0, b"A"), (31, b"f"), (32, b"gB"), (1024, b"ggB")])
def test_small_numbers_are_short(number: int, text: bytes) -> None:
    assert encode(number) == text


@given(st.lists(st.integers(0, 2**40)))
def test_what_is_written_is_read_back(numbers: list[int]) -> None:
    assert list(decode(b"".join(map(encode, numbers)).decode())) == numbers


@given(st.lists(st.integers(0, 10**6), unique=True))
def test_a_growing_sequence_is_its_differences(numbers: list[int]) -> None:
    numbers.sort()
    steps = list(decode(ascending(numbers).decode()))
    assert [sum(steps[: i + 1]) for i in range(len(steps))] == numbers
