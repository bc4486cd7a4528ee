"""Schemas that TEI projects use: all good ones load quickly, broken ones say why."""

import time
from pathlib import Path

import pytest

from tei_edition.relaxng import Schema, SchemaError, compact
from tests.conformance.relaxng.suite import STANDARDS, standard

SCHEMAS = sorted((STANDARDS / "tei-schemas").glob("*.rng"))
BROKEN = {
    "relateditem.rng": '"relatedItem" is referred to, but there is no <define name="relatedItem">',
    "testnym.rng": '"listNym" is referred to, but there is no <define name="listNym">',
    "testrdf.rng": 'the prefix "rdf" is not declared',
}
FORBIDDEN = {"testgos.rng": 'the attribute "msd" is allowed twice in one element'}
"""What only a full check refuses, as Jing does."""

pytestmark = pytest.mark.skipif(
    not SCHEMAS, reason="the schemas are not at hand (../shared/standards/tei-schemas)"
)


GOOD = [path for path in SCHEMAS if path.name not in BROKEN]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_schema_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(SchemaError) as caught:
        Schema.from_file(standard(f"tei-schemas/{name}"))
    assert caught.value.message == BROKEN[name]
    assert caught.value.path.endswith(name)
    assert caught.value.line > 0


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_loading(path: Path) -> None:
    start = time.process_time()
    schema = Schema.from_file(path)
    assert time.process_time() - start < 0.5 * SLACK
    _check(schema, path.name)


SLACK = 4
"""How much slower than an idle machine a busy one may be."""


def _check(schema: Schema, name: str) -> None:
    start = time.process_time()
    if name in FORBIDDEN:
        with pytest.raises(SchemaError, match=FORBIDDEN[name]):
            schema.check()
    else:
        schema.check()
    assert time.process_time() - start < 1 * SLACK


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_compact_form_is_stable(path: Path) -> None:
    """What was written, read and written again is the same text."""
    text = Schema.from_file(path).to_compact()
    again = compact.write(compact.parse(text.encode(), path.as_uri(), "schema.rnc"))
    assert again == text


def test_tei_all_in_both_syntaxes() -> None:
    """The schema and what another program made of it in the other syntax expect the same."""
    first = Schema.from_file(standard("tei_all.rng"), full=True)
    second = Schema.from_file(standard("tei_all.rnc"), full=True)
    assert set(first.vocabulary.elements) == set(second.vocabulary.elements)
    for name, [element, *_] in first.vocabulary.elements.items():
        [other, *_] = second.vocabulary.elements[name]
        assert first.vocabulary.children(element) == second.vocabulary.children(other)
    assert first.expected().elements == second.expected().elements
