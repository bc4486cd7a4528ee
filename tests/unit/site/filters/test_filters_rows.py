"""What can be filtered: letters and other documents, in one order, each with its values."""

from dataclasses import replace

from tei_edition.model import MOST_LETTERS, Correspondent, DateRange
from tei_edition.site.filters.rows import line, rows, values
from tei_edition.site.frame import Frame
from tests.unit.site.conftest import MakeFrame, day, index_of


def framed(frame: Frame, **changes: object) -> Frame:
    """Return the frame with other mappings in its index."""
    return Frame(replace(frame.index, **changes), frame.config, frame.strings)


def test_a_letter_is_one_row_and_stands_for_its_document(make_frame: MakeFrame) -> None:
    found = list(rows(make_frame([day("1949-02-04"), None])))
    assert [(row.id, row.is_document) for row in found] == [("d0", True), ("d1", True)]


def test_other_documents_stand_among_the_letters_by_date(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04"), day("1950-01-02"), None])
    record = replace(
        frame.index.documents["d0"], id="memo", letters=(), date=day("1949-12-01"), title="Memo"
    )
    frame = framed(frame, documents={**frame.index.documents, "memo": record})
    found = list(rows(frame))
    assert [row.document.id for row in found] == ["d0", "memo", "d1", "d2"]
    assert found[1].letter is None
    assert line(frame, found[1])[:4] == [
        "documents/memo.html",
        "1 Dec",
        "1 December 1949",
        "Memo",
    ]


def test_a_document_with_another_date_than_its_letter_stands_for_itself(
    make_frame: MakeFrame,
) -> None:
    frame = make_frame([None])
    record = replace(frame.index.documents["d0"], date=day("1949"))
    found = list(rows(framed(frame, documents={"d0": record})))
    assert [(bool(row.letter), row.is_document) for row in found] == [(False, True), (True, False)]


def test_an_index_of_letters_is_one_document_and_many_letters(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04")] * (MOST_LETTERS + 1))
    letters = tuple(replace(one.letter, document="cmif") for one in frame.index.letters.values())
    record = replace(frame.index.documents["d0"], id="cmif", letters=letters, summary="Index.")
    frame = framed(
        frame,
        documents={"cmif": record},
        letters={one.id: replace(frame.index.letters[one.id], letter=one) for one in letters},
    )
    found = list(rows(frame))
    assert sum(row.is_document for row in found) == 1
    assert sum(row.letter is not None for row in found) == MOST_LETTERS + 1
    assert {line(frame, row)[5] for row in found if row.letter} == {""}


def test_values_have_keys_labels_and_names_to_sort_by(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04")])
    anna = replace(frame.index.entities["persons/anna"], sort_name="Li, Anna")
    frame = framed(frame, entities={**frame.index.entities, "persons/anna": anna})
    found = values(frame, next(rows(frame)))
    assert found["sender"] == [("persons/anna", "Anna Li", "Li, Anna")]
    assert found["addressee"] == [("persons/boris", "Boris Ivanov", "")]
    assert found["from"] == [("", "[unknown]", "")]
    assert found["text"] == [("no", "without its text", "")]


def test_who_is_in_no_register_goes_by_the_name(make_frame: MakeFrame) -> None:
    frame = make_frame([day("1949-02-04")])
    letter = replace(
        frame.index.letters["d0"],
        people=(("sent", (Correspondent("N.", "N."), Correspondent("N.", "N."))), ("received", ())),
    )
    found = values(frame, next(rows(framed(frame, letters={"d0": letter}))))
    assert found["sender"] == [("N.", "N.", "")]
    assert found["addressee"] == [("", "[unknown]", "")]


def test_of_a_document_its_kind_archive_and_languages(make_frame: MakeFrame) -> None:
    index = index_of([DateRange("1949-01-01", "1949-12-31", "1949")])
    record = replace(
        index.documents["d0"],
        kind="cable",
        kind_label="Cable",
        repository="RGASPI",
        text_languages=("ru", "und"),
    )
    frame = framed(make_frame([]), **{**vars(index), "documents": {"d0": record}})
    found = values(frame, next(rows(frame)))
    assert found["kind"] == [("cable", "Cable", "")]
    assert found["archive"] == [("RGASPI", "RGASPI", "")]
    assert found["language"] == [("ru", "Russian", "")]
