"""The words on the pages of real editions are the words of their sources: none lost, none added."""

from collections import Counter
from pathlib import Path

import pytest

from tei_edition.namespaces import tei
from tei_edition.site import words
from tei_edition.xml import Document
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
        added = words.page_words(page) - source - _dispensable(corpus.document(record))
        count += source.total()
        found += [(record.id, "lost", each) for each in made.lost]
        found += [(record.id, "added", *each) for each in added.items()]
    return count, found


def _dispensable(document: Document) -> Counter[str]:
    """Return the numbers of notes: a page that finds no place for a note shows them."""
    numbers = (hi for note in document.root.iter(tei("note")) for hi in note.iter(tei("hi")))
    return Counter(
        word for hi in numbers for word in "".join(hi.itertext()).split() if word.isdigit()
    )


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


def test_a_note_to_a_remark_of_the_header_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
        "<titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt>"
        "<notesStmt><note>A copy is in Rome<note>Seen in May.</note>.</note></notesStmt>"
        "<sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc/></profileDesc>"
        "</teiHeader><text><body><p>Dear Anna</p></body></text></TEI>"
    )
    corpus = Corpus(tmp_path)
    (record,) = corpus.index.documents.values()
    page = corpus.page(record)
    assert page.lost == ()
    assert page.data.count(b"Seen in May.") == 1
