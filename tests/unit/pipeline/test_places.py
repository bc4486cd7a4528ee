"""Records before and after an edit: the same but for the places, or not."""

from dataclasses import replace

from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.model import EntityKind as Kind
from tei_edition.model import FileRecords, Letter, Name, PageRecord
from tei_edition.pipeline.places import moved, moves


def page(*lines: int, title: str = "A") -> FileRecords:
    pages = tuple(PageRecord(str(n), title, Location("a.xml", n)) for n in lines)
    return FileRecords("a.xml", pages=tuple(replace(p, id="x") for p in pages))


def test_what_has_moved() -> None:
    places = moves(page(2, 5), page(3, 7))
    assert places == {
        Location("a.xml", 2): Location("a.xml", 3),
        Location("a.xml", 5): Location("a.xml", 7),
    }


def test_anything_else_is_another_record() -> None:
    assert moves(page(2), page(3, title="B")) is None
    assert moves(page(2), page(2, 3)) is None
    assert moves(page(2), replace(page(2), unused="why")) is None


def test_places_keep_their_order() -> None:
    assert moves(page(2, 5), page(7, 3)) is None
    assert moves(page(2, 5), page(3, 3)) is None
    assert moves(page(2, 2), page(3, 4)) is None


def test_a_field_that_does_not_count() -> None:
    assert moves(page(2), replace(page(2), unused="why"), without=("unused",)) is not None


def test_records_of_other_kinds_differ() -> None:
    name = Name("A", Kind.PERSON)
    assert moves(Letter("a", "a", ()), Letter("a", "a", (), notes=("b",))) is None
    assert moves(name, replace(name, kind=Kind.PLACE)) is None


def test_a_finding_goes_with_what_it_is_about() -> None:
    here, there, elsewhere = Location("a.xml", 2), Location("a.xml", 3), Location("b.xml", 2)
    found = Diagnostic("X", Severity.INFO, "m", here, related=(Related(elsewhere, "other"),))
    files = frozenset(["a.xml"])
    assert moved(found, {here: there}, files) == replace(found, location=there)
    assert moved(found, {}, files) is None
    assert moved(found, {}, frozenset()) is found
    whole = replace(found, location=Location("a.xml"))
    assert moved(whole, {}, files) == whole
