"""Words as the search compares them: without case, accents and points, in every script.

``assets/js/words.js`` does the same in the browser; a test holds the two together. Ranges are
written out, not taken from the Unicode data of the machine, so that every machine makes the same.
"""

import re
import unicodedata
from functools import lru_cache

DROPPED = (
    "\u00ad\u02b9-\u02bf\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
"""Accents, points, vowel signs of Hebrew and Arabic, tatweel, soft hyphens, joiners."""

MARKS = (
    "\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ece\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a"
)
"""Signs that belong to the word before them and tell words apart."""

CONTINUOUS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u303b\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts that set no blanks between words: Han, kana, Thai, Lao, Burmese, Khmer."""

_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ħ": "h", "ς": "σ", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ٱ": "ا",
}  # fmt: skip

_RUN = re.compile(rf"[\w{DROPPED}{MARKS}]+")
_PART = re.compile(rf"[{CONTINUOUS}]+|[^{CONTINUOUS}_]+")
_DROP = re.compile(rf"[{DROPPED}]+")
_IS_CONTINUOUS = re.compile(rf"[{CONTINUOUS}]")
_TABLE = str.maketrans(_LETTERS)


def fold(text: str) -> str:
    """Return a text without case, accents and points: ``Württemberg`` is ``wurttemberg``."""
    bare = _DROP.sub("", unicodedata.normalize("NFKD", text))
    # Some compatibility characters become capitals, so case goes after them.
    return unicodedata.normalize("NFC", bare.lower().translate(_TABLE))


def words(text: str) -> list[str]:
    """Return the words of a text in order, each at its position.

    A run of a script without blanks gives one entry for each of its characters: the character
    with the one after it, the last one alone. So every sequence of characters can be found.
    """
    found: list[str] = []
    for run in _RUN.findall(text):
        found += _words_of(run)
    return found


@lru_cache(maxsize=200_000)
def _words_of(run: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _PART.findall(run):
        if _IS_CONTINUOUS.match(part):
            signs = [sign for character in part if (sign := fold(character))]
            found += (sign + after for sign, after in zip(signs, [*signs[1:], ""], strict=True))
        elif folded := fold(part):
            found.append(folded)
    return tuple(found)
