"""Which known word did somebody mean?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tei_edition.relaxng.names import local_part


@lru_cache(100_000)
def distance(one: str, other: str) -> int:
    """How many letters must be added, removed, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def by_nearness(word: str, known: Iterable[str]) -> list[str]:
    """The known words: first the similar ones, most similar first, then the others as given."""
    likeness = {each: similarity(word, each) for each in known}
    return sorted(likeness, key=lambda each: -likeness[each])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` probably stands for, if there is one."""
    local = local_part(word).casefold()
    likely = [
        each
        for each in known
        if each != word and abs(len(local_part(each)) - len(local)) <= _most(local)
    ]
    best = min(likely, key=lambda each: (_difference(word, each), each), default=None)
    return best if best is not None and _difference(word, best)[0] <= _most(local) else None


def _most(word: str) -> int:
    """How many letters may differ: in a short word one letter makes another word."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def _difference(one: str, other: str) -> tuple[int, int]:
    a, b = local_part(one), local_part(other)
    return distance(a.casefold(), b.casefold()), distance(a, b)


@lru_cache(100_000)
def similarity(one: str, other: str) -> float:
    """From 0 for different words to 1 for equal ones."""
    letters = max(len(local_part(one)), len(local_part(other)))
    likeness = 1 - _difference(one, other)[0] / letters if letters else 0
    return likeness if likeness >= 0.5 else 0
