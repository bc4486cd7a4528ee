"""Whatever document is made from a schema, the schema accepts it."""

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition.relaxng import Schema
from tei_edition.relaxng.generate import Generator
from tests.conformance.relaxng.mutation import mutated

SCHEMA = Path(__file__).parents[1] / "unit" / "relaxng" / "letters.rnc"
LETTERS = Schema.from_file(SCHEMA)
GENERATOR = Generator(LETTERS)
SEEDS = st.integers(0, 2**32)
RELAXED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(SEEDS, st.integers(1, 60))
def test_a_random_document_is_valid(seed: int, size: int) -> None:
    document = GENERATOR.document(random.Random(seed), size)
    assert LETTERS.is_valid(document), etree.tostring(document, encoding="unicode")
    assert LETTERS.findings(document) == []


@RELAXED
@given(SEEDS)
def test_events_and_trees_get_the_same_verdict(seed: int) -> None:
    rng = random.Random(seed)
    document = mutated(GENERATOR.document(rng, 20), rng)
    events = LETTERS.events()
    assert (events.tree(document) and events.is_complete) == LETTERS.is_valid(document)


@RELAXED
@given(SEEDS)
def test_there_are_findings_if_and_only_if_it_is_invalid(seed: int) -> None:
    rng = random.Random(seed)
    document = mutated(GENERATOR.document(rng, 20), rng)
    assert bool(LETTERS.findings(document)) != LETTERS.is_valid(document)


@RELAXED
@given(SEEDS)
def test_what_is_there_was_expected(seed: int) -> None:
    document = GENERATOR.document(random.Random(seed), 20)
    for child in document.iterdescendants("*"):
        parent = child.getparent()
        assert parent is not None
        names = {each.name for each in LETTERS.expected_in(parent, child).elements}
        assert child.tag in names or child.tag.startswith("{urn:")
