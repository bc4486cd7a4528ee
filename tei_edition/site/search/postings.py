"""The inverted index: for each word the records that have it, how often, and at which places.

Words stand in order and are cut into parts of some 16 to 48 KB. Where a part ends depends on the
words alone, so that a new letter changes the parts that have its words and moves no other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from tei_edition.site.search.folding import words
from tei_edition.site.search.numbers import ascending, encode

SMALL, LARGE = 16_000, 48_000
"""Between these sizes, in bytes, a part ends where the next word says so."""

_SELDOM = 128
_GAP = 2
_DEEPEST = 35
_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Part:
    """A range of words. `terms` are front-coded, one to a line: the count of characters shared
    with the word before (one digit to base 36), then the rest. `records` and `places` have as many
    fields, set apart by blanks.

    A field of `records` is pairs: the difference to the record before, and twice the frequency,
    plus one if the title has the word. A field of `places` has for each record the differences
    between the word's positions.
    """

    first: str
    terms: str
    records: str
    places: str


Gathered = dict[str, tuple[int, int, bytes, bytes]]
"""What some records that follow each other have of each word: the numbers of the first and the
last that has it, its fields in `records` from the weight in the first on, and in `places`."""


def gathered(batch: Iterable[tuple[int, str, Iterable[str]]]) -> Gathered:
    """Return the words of records: number, title and fields of each, in the order of the numbers.

    No phrase reaches from one field into the next.
    """
    found: Gathered = {}
    for number, title, fields in batch:
        for word, weight, places in occurrences(title, fields):
            if word in found:
                first, last, records, before = found[word]
                records += encode(number - last) + weight
                found[word] = (first, number, records, before + places)
            else:
                found[word] = (number, number, weight, places)
    return found


class Postings:
    """Collects the words of all records, batch by batch."""

    def __init__(self) -> None:
        self._records: defaultdict[str, bytearray] = defaultdict(bytearray)
        self._places: defaultdict[str, bytearray] = defaultdict(bytearray)
        self._last: dict[str, int] = {}

    def add(self, batch: Gathered) -> None:
        """Add the words of the records that come next."""
        for word, (first, last, records, places) in batch.items():
            self._records[word] += encode(first - self._last.get(word, 0)) + records
            self._last[word] = last
            self._places[word] += places

    def parts(self) -> Iterator[Part]:
        """Yield all words in the order of UTF-16, which is that of strings in a browser.

        It is emptied thereby.
        """
        cutter = Cutter()
        for word in sorted(self._records, key=utf_16):
            entry = Entry(word, self._records.pop(word).decode(), self._places.pop(word).decode())
            yield from cutter.add(entry)
        yield from cutter.rest()


def occurrences(title: str, fields: Iterable[str]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the words of a record, each with its weight and its places as they are written."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    position = _place(words(title), 0, places)
    in_title = position
    for field in fields:
        position = _place(words(field), position + _GAP, places)
    for word, positions in places.items():
        weight = 2 * len(positions) + (positions[0] < in_title)
        yield word, encode(weight), ascending(positions)


class Entry(NamedTuple):
    """A word with its fields in a part."""

    word: str
    records: str
    places: str


class Cutter:
    """Cuts words that come in order into parts."""

    def __init__(self) -> None:
        self._taken: list[Entry] = []
        self._size = 0

    def add(self, entry: Entry) -> Iterator[Part]:
        """Take a word; yield the part that ends before it, if one does."""
        yield from self.before(entry.word)
        self._taken.append(entry)
        self._size += len(entry.records) + len(entry.word) + 2

    def before(self, word: str) -> Iterator[Part]:
        """Yield the part that ends before a word, if one does."""
        seldom = self._size > SMALL and crc32(word.encode()) % _SELDOM == 0
        if self._size > LARGE or seldom:
            yield from self.rest()

    def rest(self) -> Iterator[Part]:
        """Yield the part of the words that are left, if any are."""
        if self._taken:
            found, records, places = zip(*self._taken, strict=True)
            terms = "\n".join(front_coded(found))
            yield Part(found[0], terms, " ".join(records), " ".join(places))
        self._taken, self._size = [], 0

    @property
    def is_empty(self) -> bool:
        """Say whether the next word begins a part."""
        return not self._taken


def entries(part: Part) -> dict[str, Entry]:
    """Return the words of a part, in order."""
    found = {}
    word = ""
    lines = part.terms.split("\n")
    fields = zip(part.records.split(" "), part.places.split(" "), strict=True)
    for line, (records, places) in zip(lines, fields, strict=True):
        word = word[: int(line[0], 36)] + line[1:]
        found[word] = Entry(word, records, places)
    return found


def front_coded(taken: Sequence[str]) -> Iterator[str]:
    """Yield words that stand in order without what each shares with the one before."""
    before = ""
    for word in taken:
        shared = 0
        limit = min(len(word), len(before), _DEEPEST)
        while shared < limit and word[shared] == before[shared]:
            shared += 1
        yield _BASE_36[shared] + word[shared:]
        before = word


def _place(found: Sequence[str], start: int, places: defaultdict[str, list[int]]) -> int:
    for position, word in enumerate(found, start):
        places[word].append(position)
    return start + len(found)


def utf_16(word: str) -> bytes:
    """Return what words are ordered by."""
    return word.encode("utf-16-be")
