"""Whole numbers as text: small ones, and there are few others, take one character.

Five bits to a character, the lowest first; a sixth bit says that more follow (as in source maps).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import sub

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def _encoded(number: int) -> bytes:
    digits = ""
    while number > 31:
        digits += DIGITS[32 | number & 31]
        number >>= 5
    return (digits + DIGITS[number]).encode()


_COMMON = tuple(_encoded(number) for number in range(4096))


def encode(number: int) -> bytes:
    """Return the text of a number that is not negative."""
    return _COMMON[number] if number < 4096 else _encoded(number)


def ascending(numbers: Sequence[int]) -> bytes:
    """Return a growing sequence as the text of its differences, the first from 0."""
    if len(numbers) == 1:
        return encode(numbers[0])
    return b"".join(map(encode, map(sub, numbers, (0, *numbers))))


def split(text: str) -> list[str]:
    """Return the texts of the numbers that follow each other in a text."""
    return _NUMBER.findall(text)


class _Known(dict[str, int]):
    """The numbers of texts, each worked out once."""

    def __missing__(self, text: str) -> int:
        self[text] = next(decode(text))
        return self[text]


_known = _Known()
_NUMBER = re.compile("[g-z0-9_-]*[A-Za-f]")


def values(texts: Iterable[str]) -> Iterator[int]:
    """Yield the numbers of texts that hold one each."""
    return map(_known.__getitem__, texts)


def decode(text: str) -> Iterator[int]:
    """Yield the numbers of a text."""
    number = shift = 0
    for digit in text:
        value = _VALUES[digit]
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            yield number
            number = shift = 0
