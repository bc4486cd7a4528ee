"""The inverted index: what it says of each word, and how it is cut into parts."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.site.search.numbers import decode
from tei_edition.site.search.postings import LARGE, Part, Postings, front_coded, gathered

Entry = tuple[int, bool, list[int]]
"""Number of a record, whether its title has the word, and the word's positions."""


def read(parts: list[Part]) -> dict[str, list[Entry]]:
    """Return what the parts say, as a browser reads them."""
    return {word: entries for part in parts for word, entries in _words(part)}


def _words(part: Part) -> Iterator[tuple[str, list[Entry]]]:
    before = ""
    rows = zip(part.terms.split("\n"), part.records.split(" "), part.places.split(" "), strict=True)
    for term, records, places in rows:
        before = before[: int(term[0], 36)] + term[1:]
        numbers, steps = list(decode(records)), decode(places)
        entries, record = [], 0
        for step, weight in zip(numbers[::2], numbers[1::2], strict=True):
            record += step
            at, positions = 0, []
            for _ in range(weight >> 1):
                at += next(steps)
                positions.append(at)
            entries.append((record, bool(weight & 1), positions))
        yield before, entries


def test_words_have_records_titles_and_positions() -> None:
    postings = Postings()
    postings.add(gathered([(0, "To Anna", ["Anna, dear Anna"])]))
    postings.add(gathered([(7, "", ["dear Boris"])]))
    assert read(list(postings.parts())) == {
        "anna": [(0, True, [1, 4, 6])],
        "boris": [(7, False, [3])],
        "dear": [(0, False, [5]), (7, False, [2])],
        "to": [(0, True, [0])],
    }


@given(
    st.lists(st.lists(st.sampled_from(["anna", "boris", "dear", "to"])), max_size=8),
    st.integers(1, 8),
)
def test_records_give_the_same_in_whatever_batches(texts: list[list[str]], size: int) -> None:
    batch = [(number, "", [" ".join(words)]) for number, words in enumerate(texts)]
    together, apart = Postings(), Postings()
    together.add(gathered(batch))
    for start in range(0, len(batch), size):
        apart.add(gathered(batch[start : start + size]))
    assert list(together.parts()) == list(apart.parts())


def test_no_phrase_reaches_over_the_end_of_a_field() -> None:
    postings = Postings()
    postings.add(gathered([(0, "one", ["two", "three"])]))
    places = {word: entries[0][2][0] for word, entries in read(list(postings.parts())).items()}
    assert places["two"] - places["one"] > 1
    assert places["three"] - places["two"] > 1


def test_words_stand_in_the_order_of_utf_16() -> None:
    postings = Postings()
    postings.add(gathered([(0, "", ["\uff5e ﬀ 𠀀 z 豈 ꯍ"])]))
    found = list(read(list(postings.parts())))
    assert found == sorted(found, key=lambda word: word.encode("utf-16-be"))
    assert len(found) >= 4


def _vocabulary(size: int) -> list[str]:
    return [f"w{number * 7919 % 100_003:06}" for number in range(size)]


def test_parts_are_of_moderate_size_and_leave_nothing_out() -> None:
    postings = Postings()
    vocabulary = _vocabulary(12_000)
    postings.add(gathered([(0, "", [" ".join(vocabulary)])]))
    parts = list(postings.parts())
    assert len(parts) > 3
    assert all(len(part.records) + len(part.terms) < 2 * LARGE for part in parts)
    assert [part.first for part in parts] == [next(_words(part))[0] for part in parts]
    assert set(read(parts)) == set(vocabulary)


def test_a_new_word_changes_the_part_that_it_stands_in_and_few_others() -> None:
    vocabulary = _vocabulary(12_000)
    made = []
    for extra in ("", " w050000x"):
        postings = Postings()
        postings.add(gathered([(0, "", [" ".join(sorted(vocabulary))])]))
        postings.add(gathered([(1, "", [extra])]))
        made.append(list(postings.parts()))
    before, after = made
    assert len(set(after) - set(before)) <= 2


@given(st.lists(st.text(alphabet="abcä毛", min_size=1), unique=True))
def test_front_coding_is_read_back(words: list[str]) -> None:
    words.sort()
    before, found = "", []
    for line in front_coded(words):
        before = before[: int(line[0], 36)] + line[1:]
        found.append(before)
    assert found == words
