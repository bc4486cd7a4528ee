"""The index of the search, revised for some texts, is the one that all texts together give."""

import random
from collections.abc import Callable

import pytest

from tei_edition.site.search import postings
from tei_edition.site.search.files import Facets, written
from tei_edition.site.search.revision import Text, revised

SIGNS = "abcdéß中"


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "SMALL", 60)
    monkeypatch.setattr(postings, "LARGE", 200)
    monkeypatch.setattr(postings, "_SELDOM", 4)


def index(titles: list[str], texts: list[str]) -> dict[str, bytes]:
    made = postings.Postings()
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        made.add(postings.gathered([(number, title, (text,))]))
    shown = [[url(n), title, "", "", "", 1, ""] for n, title in enumerate(titles)]
    return dict(written(made, Facets(), shown, len(shown)))


def url(number: int) -> str:
    return f"documents/d{number}.html"


def reader(site: dict[str, bytes]) -> Callable[[str], str]:
    return lambda path: site.get(path, b"").decode()


def some_words(rng: random.Random, vocabulary: list[str]) -> str:
    return " ".join(rng.choices(vocabulary, k=rng.randrange(60)))


def changed(text: str, rng: random.Random, vocabulary: list[str]) -> str:
    words = text.split()
    place = rng.randint(0, len(words))
    new = rng.choice([[], [rng.choice(vocabulary)], [f"new{rng.randrange(9)}"], vocabulary[:7]])
    return " ".join([*words[:place], *new, *words[place + rng.randrange(9) :]])


@pytest.mark.parametrize("seed", range(12))
def test_what_is_revised_is_what_all_texts_give(seed: int) -> None:
    rng = random.Random(seed)
    vocabulary = [
        "".join(rng.choices(SIGNS, k=rng.randint(1, 5))) for _ in range((5, 150)[seed % 2])
    ]
    titles = [some_words(rng, vocabulary)[:20] for _ in range((1, 40)[seed % 3 > 0])]
    texts = [some_words(rng, vocabulary) for _ in titles]
    site = index(titles, texts)
    for _ in range(6):
        before = list(texts)
        for number in rng.sample(range(len(texts)), min(2, len(texts))):
            texts[number] = changed(texts[number], rng, vocabulary)
        edits = [
            Text(url(n), *pair)
            for n, pair in enumerate(zip(before, texts, strict=True))
            if pair[0] != pair[1]
        ]
        made, gone = revised(edits, reader(site))
        site = {path: data for path, data in (site | made).items() if path not in gone}
        assert site == index(titles, texts)


def test_nothing_is_written_where_no_word_has_changed() -> None:
    site = index(["A"], ["one two"])
    edit = Text(url(0), "one two", "one, two!")
    assert revised([edit], reader(site)) == ({}, [])


def test_a_record_that_is_not_there() -> None:
    site = index(["A"], ["one two"])
    with pytest.raises(LookupError):
        revised([Text(url(7), "one", "two")], reader(site))


def test_an_index_that_is_not_there() -> None:
    with pytest.raises(LookupError):
        revised([Text(url(0), "one", "two")], reader({}))


def test_a_text_that_is_not_searched_changes_nothing() -> None:
    made = dict(written(postings.Postings(), Facets(), [[url(0), "A", "", "", "", 0, ""]], 1))
    edit = Text(url(0), "one", "two")
    assert revised([edit], reader(made)) == ({}, [])
