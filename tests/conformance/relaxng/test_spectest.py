"""James Clark's suite for the XML syntax: 385 schemas, 965 checks."""

from pathlib import Path

from lxml import etree

from tei_edition.relaxng import Schema, SchemaError
from tests.conformance.relaxng.suite import Case, cases, suite


def checks(case: Case, folder: Path) -> list[bool]:
    """For the schema and each of its documents, whether the verdict is right."""
    path = case.written(folder)
    try:
        schema = Schema.from_file(path, full=True)
    except SchemaError:
        return [not case.is_correct]
    if not case.is_correct:
        return [False]
    verdicts = [(valid, schema.is_valid(etree.fromstring(xml))) for valid, xml in case.documents]
    return [True, *(expected == found for expected, found in verdicts)]


def test_every_check_of_the_suite(tmp_path: Path) -> None:
    results = {
        case.line: checks(case, tmp_path / str(number))
        for number, case in enumerate(cases(suite("spectest.xml")))
    }
    wrong = [line for line, right in results.items() if not all(right)]
    assert wrong == []
    assert sum(map(len, results.values())) == 965
