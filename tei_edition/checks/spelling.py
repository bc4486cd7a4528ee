"""Near matches: which known word an unknown one was probably meant to be.

Finds one slip (a letter too many, too few, wrong, or two exchanged) in time that does not grow
with the number of known words, then looser likenesses among words with the same beginning.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

_LIKE_ENOUGH = 0.78
_MOST_SLIPS = 2
_SHORTEST = 3
_MANY_LETTERS = 8


class Speller:
    """The known words, ready to be searched. The words keep their order."""

    def __init__(self, words: Iterable[str]) -> None:
        self._exact: dict[str, str] = {}
        self._slips: dict[str, list[str]] = defaultdict(list)
        self._beginnings: dict[str, list[str]] = defaultdict(list)
        for word in words:
            folded = _folded(word)
            if folded in self._exact:
                continue
            self._exact[folded] = word
            self._beginnings[folded[:2]].append(folded)
            for slip in _shortened(folded):
                self._slips[slip].append(folded)

    def near(self, word: str) -> str:
        """Return the known word that is meant, or nothing.

        Numbers are no spelling: ``pmb12`` is not offered for ``pmb13``.
        """
        folded = _folded(word)
        if folded in self._exact:
            return self._exact[folded]
        if len(folded) < _SHORTEST:
            return ""
        candidates = [c for c in self._candidates(folded) if _comparable(folded, c)]
        scored = [(SequenceMatcher(None, folded, c).ratio(), c) for c in candidates]
        ratio, best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
        differing = (1 - ratio) * (len(folded) + len(best)) / 2
        near = differing <= 1 if len(folded) > _SHORTEST else ratio >= _LIKE_ENOUGH
        alike = ratio >= _LIKE_ENOUGH and differing <= _MOST_SLIPS
        return self._exact[best] if near or alike else ""

    def _candidates(self, folded: str) -> list[str]:
        found = dict.fromkeys(self._slips.get(folded, ()))
        for slip in _shortened(folded):
            if slip in self._exact:
                found[slip] = None
            found.update(dict.fromkeys(self._slips.get(slip, ())))
        if found:
            return list(found)
        alike = self._beginnings.get(folded[:2], ())
        return [c for c in alike if abs(len(c) - len(folded)) <= 4]


def _folded(word: str) -> str:
    """Return a word without its case, accents and separators."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return re.sub(r"[\s._:#-]|[\u0300-\u036f]", "", plain)


def _shortened(word: str) -> Iterator[str]:
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _comparable(one: str, other: str) -> bool:
    """Say whether two words may be one misspelt: not if they are chiefly numbers that differ."""
    numbers = re.sub(r"\D", "", one)
    if numbers == re.sub(r"\D", "", other):
        return True
    letters = len(one) - len(numbers)
    return letters >= _MANY_LETTERS and letters > len(numbers)
