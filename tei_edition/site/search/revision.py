"""The files of the search after some texts have changed, made from those of before.

They are, byte for byte, what all texts together would give. The records themselves, their order
and what is shown of them must be as they were.
"""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat
from operator import rshift
from typing import Any

from tei_edition.site.search.files import (
    TOGETHER,
    as_data,
    as_file,
    encoded,
    path_of,
    value_in,
    version,
)
from tei_edition.site.search.numbers import encode, split, values
from tei_edition.site.search.postings import Cutter, Entry, Part, entries, occurrences, utf_16

Change = tuple[str, str]
"""What a record has for a word now: its weight and its places, both empty where it has none."""

Read = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """A record whose text has changed: the URL that results show, and its text then and now."""

    url: str
    before: str
    after: str


def revised(texts: Sequence[Text], read: Read) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of the index that may not be as they were, and the paths of those now gone.

    `read` returns a file of the earlier index by its path, empty where there is none. Raises
    `LookupError` where the earlier index lacks a record.
    """
    old = _Index(read)
    changes: defaultdict[str, dict[int, Change]] = defaultdict(dict)
    for text in texts:
        number, title, is_searched = old.record(text.url)
        if not is_searched:
            continue
        for word, change in _changes(title, text):
            changes[word][number] = change
    if not changes:
        return {}, []
    parts = list(_parts(old, changes))
    new: dict[str, str] = {}
    for number, part in enumerate(parts):
        if not (number < len(old.firsts) and part is old.part(number)):
            new |= as_data(number, part)
    gone = [f"{kind}-{n}" for n in range(len(parts), len(old.firsts)) for kind in _KINDS]
    names = sorted({*old.names, *new} - set(gone))
    start = old.start | {
        "version": version(new.get(name) or old.data(name) for name in names),
        "firsts": [part.first for part in parts],
    }
    made = dict(as_file(name, data) for name, data in new.items())
    return made | dict([as_file("start", encoded(start))]), list(map(path_of, gone))


_KINDS = ("words", "places")


class _Index:
    """The earlier files of the search; each is read when it is asked for."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._parts: dict[int, Part] = {}
        self.start: dict[str, Any] = json.loads(self.data("start"))
        self.firsts: list[str] = self.start["firsts"]
        self._shelves = -(-self.start["records"] // TOGETHER)

    @property
    def names(self) -> list[str]:
        """Return the names of all files but the first."""
        found = [f"{kind}-{n}" for n in range(len(self.firsts)) for kind in _KINDS]
        return [*found, *(f"records-{n}" for n in range(self._shelves)), "facets"]

    def data(self, name: str) -> str:
        """Return the JSON in a file."""
        file = self._read(path_of(name))
        if not file:
            raise LookupError(name)
        return value_in(file)

    def part(self, number: int) -> Part:
        """Return a part."""
        if number not in self._parts:
            first, terms, records = json.loads(self.data(f"words-{number}"))
            places = json.loads(self.data(f"places-{number}"))
            self._parts[number] = Part(first, terms, records, places)
        return self._parts[number]

    def record(self, url: str) -> tuple[int, str, bool]:
        """Return number and title of the record of a URL, and whether its text is searched."""
        begin = encoded([url])[:-1]
        for shelf in range(self._shelves):
            data = self.data(f"records-{shelf}")
            if begin in data:
                for place, row in enumerate(json.loads(data)):
                    if row[0] == url:
                        return shelf * TOGETHER + place, row[1], bool(row[5])
        raise LookupError(url)


def _changes(title: str, text: Text) -> Iterator[tuple[str, Change]]:
    """Yield the words for which the record is no longer what it was."""
    before, after = (
        {word: (w.decode(), p.decode()) for word, w, p in occurrences(title, (words,))}
        for words in (text.before, text.after)
    )
    for word in before.keys() | after.keys():
        if before.get(word) != after.get(word):
            yield word, after.get(word, ("", ""))


def _parts(old: _Index, changes: Mapping[str, Mapping[int, Change]]) -> Iterator[Part]:
    """Yield all parts; one without a change is the old one, wherever it begins as before.

    A change of the word with which the next part begins decides where this one ends.
    """
    words = sorted(changes, key=utf_16)
    keys = [utf_16(word) for word in words]
    borders = [b"", *(utf_16(first) for first in old.firsts[1:]), b"\xff\xff\xff"]
    cutter = Cutter()
    for number, (begin, end) in enumerate(pairwise(borders)):
        own = words[bisect_left(keys, begin) : bisect_left(keys, end)]
        touched = bool(own) or bisect_right(keys, end) > bisect_left(keys, end)
        if not touched:
            yield from cutter.before(old.firsts[number])
        if not touched and cutter.is_empty:
            yield old.part(number)
            continue
        found = entries(old.part(number)) if number < len(old.firsts) else {}
        for word in own:
            found[word] = _spliced(found.get(word) or Entry(word, "", ""), changes[word])
        for word in sorted(found, key=utf_16):
            if found[word].records:
                yield from cutter.add(found[word])
    yield from cutter.rest()


def _spliced(entry: Entry, changes: Mapping[int, Change]) -> Entry:
    """Return a word's entry with what some records have for it now."""
    pairs, places = split(entry.records), split(entry.places)
    numbers = list(accumulate(values(pairs[::2])))
    ends = [0, *accumulate(map(rshift, values(pairs[1::2]), repeat(1)))]
    for number in sorted(changes, reverse=True):
        weight, own = changes[number]
        at = bisect_left(numbers, number)
        past = at + (numbers[at : at + 1] == [number])
        last = numbers[at - 1] if at else 0
        places[ends[at] : ends[past]] = [own]
        if past < len(numbers):
            pairs[2 * past] = _text(numbers[past] - (number if weight else last))
        pairs[2 * at : 2 * past] = [_text(number - last), weight] if weight else []
        numbers[at:past] = [number] if weight else []
    return Entry(entry.word, "".join(pairs), "".join(places))


def _text(number: int) -> str:
    return encode(number).decode()
