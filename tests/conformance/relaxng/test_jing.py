"""Every verdict equals that of Jing, and mistakes are found no farther from their place."""

import random
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.relaxng import Schema
from tests.conformance.relaxng.mutation import mutated
from tests.conformance.relaxng.oracle import invalid_lines
from tests.conformance.relaxng.suite import CORPORA, standard

PARSER = etree.XMLParser(collect_ids=False)


@pytest.fixture(scope="module")
def tei_all() -> Schema:
    return Schema.from_file(standard("tei_all.rng"))


def corpus() -> list[Path]:
    paths = sorted(CORPORA.glob("**/*.xml"))
    if not paths:
        pytest.skip("the corpora are not at hand (../shared/corpora)")
    return [path for path in paths if _is_well_formed(path)]


def _is_well_formed(path: Path) -> bool:
    try:
        etree.parse(path, PARSER)
    except etree.XMLSyntaxError:
        return False
    return True


def assert_same_verdicts(schema: Schema, path: Path, documents: list[Path]) -> None:
    by_jing = invalid_lines(path, documents)
    differing = []
    for document, lines in by_jing.items():
        root = etree.parse(document, PARSER).getroot()
        found = schema.findings(root)
        if schema.is_valid(root) != (not lines) or bool(found) != bool(lines):
            differing.append((document, lines[:3], [finding.message for finding in found[:3]]))
    assert differing == []


def test_a_sample_of_the_corpora(tei_all: Schema) -> None:
    sample = random.Random(1).sample(corpus(), 60)
    assert_same_verdicts(tei_all, standard("tei_all.rng"), sample)


def test_mistakes_are_found_where_jing_finds_them(tei_all: Schema) -> None:
    """Fewer lines, because what follows from a mistake is not reported, but no other ones."""
    sample = random.Random(3).sample(corpus(), 60)
    for document, lines in invalid_lines(standard("tei_all.rng"), sample).items():
        root = etree.parse(document, PARSER).getroot()
        found = {finding.element.sourceline for finding in tei_all.findings(root)}
        assert found <= set(lines), document.name


@pytest.mark.slow
def test_all_corpora(tei_all: Schema) -> None:
    assert_same_verdicts(tei_all, standard("tei_all.rng"), corpus())


@pytest.mark.parametrize("count", [60, pytest.param(2500, marks=pytest.mark.slow)])
def test_mutations(tei_all: Schema, tmp_path: Path, count: int) -> None:
    rng = random.Random(count)
    valid = _valid_documents(tei_all, count // 10 + 5, rng)
    documents = []
    for number in range(count):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(etree.tostring(mutated(rng.choice(valid), rng), encoding="utf-8"))
        documents.append(path)
    assert_same_verdicts(tei_all, standard("tei_all.rng"), documents)


def _valid_documents(schema: Schema, count: int, rng: random.Random) -> list[etree._Element]:
    """Letters of the corpora without what TEI does not know, and made-up documents."""
    from tei_edition.relaxng.generate import Generator

    generator = Generator(schema)
    documents = [generator.document(random.Random(seed), 60) for seed in range(count // 2)]
    paths = corpus()
    rng.shuffle(paths)
    for path in paths:
        root = etree.parse(path, PARSER).getroot()
        _clean(root)
        if schema.is_valid(root):
            documents.append(root)
        if len(documents) >= count:
            break
    return documents


def _clean(root: etree._Element) -> None:
    for idno in root.findall(".//{*}location/{*}idno"):
        idno.getparent().remove(idno)
    for name in [name for name in root.attrib if "schemaLocation" in name]:
        del root.attrib[name]
