"""The words on the pages of real editions are the words of their sources: none lost, none added."""

from pathlib import Path

import pytest

from tei_edition.site import words
from tests.conformance.pages import Corpus
from tests.conformance.test_corpora import CORPORA

WITH_TEXTS = [name for name in CORPORA if not name.startswith("cmif")]
FEW = 15


def compared(corpus: Corpus, most: int) -> tuple[int, list[object]]:
    """Return the number of words that were compared, and what differs."""
    count, found = 0, list[object]()
    for record, made in corpus.sample(most):
        page = made.data.decode()
        source = words.source_words(corpus.document(record), record.position)
        shown = words.page_words(page)
        count += source.total()
        found += [(record.id, "lost", each) for each in made.lost]
        found += [(record.id, "added", *each) for each in (shown - source).items()]
    return count, found


@pytest.mark.parametrize("name", WITH_TEXTS)
def test_a_page_has_the_words_of_its_source(name: str, shared: Path) -> None:
    count, found = compared(Corpus(shared / "corpora" / name), FEW)
    assert found == []
    assert count > 100


def test_so_has_the_demonstration(repository: Path) -> None:
    count, found = compared(Corpus(repository / "tei"), FEW)
    assert found == []
    assert count > 100


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", WITH_TEXTS)
def test_so_have_all_pages(name: str, shared: Path) -> None:
    _, found = compared(Corpus(shared / "corpora" / name), 10_000)
    assert found == []
