"""Real TEI, damaged at random: every file gives records or findings, never a traceback."""

import random
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition import indexing, tei
from tei_edition.checks import DOCUMENT_CHECKS, EDITION_CHECKS, INDEX_CHECKS
from tei_edition.checks.suppression import instructions
from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic
from tei_edition.exports import EXPORTS
from tei_edition.report import FORMATS, Findings, losses
from tei_edition.tei import text
from tei_edition.tei.split import element_at
from tei_edition.xml import Document, parse_bytes
from tests.conformance.pages import Corpus

SMALL = 60_000
FEW = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=10_000)

VALUES = [
    *("", " ", "#", "##", "#a b", "a b; c", "../../x", "http://[", "%zz", "p:q:r", "\u0000"[1:]),
    *("1834-09-31", "0000", "-0001", "19011-05-29", "1908-11-10 ", "9999-12-31", "1908/..", "W"),
    *("sent", "received", "letter", "document", "$1", "(", "x" * 300, "مرحبا", "伊藤", "e\u0301"),
]


def _delete(chance: random.Random, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _rename(chance: random.Random, element: etree._Element) -> None:
    root = element.getroottree().getroot()
    tags = [e.tag for e in root.iter(etree.Element)]
    element.tag = chance.choice(tags)


def _foreign(chance: random.Random, element: etree._Element) -> None:
    element.tag = chance.choice(["x", "{urn:x}TEI", "{urn:x}persName", "{urn:x}date"])


def _repeat(chance: random.Random, element: etree._Element) -> None:
    element.append(deepcopy(element))


def _attribute(chance: random.Random, element: etree._Element) -> None:
    known = [str(name) for name in element.attrib] + ["when", "ref", "key", "type", "n", "target"]
    element.set(chance.choice(known), chance.choice(VALUES))


def _strip(chance: random.Random, element: etree._Element) -> None:
    for name in list(element.attrib):
        del element.attrib[name]


def _empty(chance: random.Random, element: etree._Element) -> None:
    element.clear()


def _mark(chance: random.Random, element: etree._Element) -> None:
    element.insert(0, etree.Comment("c"))
    element.insert(0, etree.ProcessingInstruction("tei-edition", chance.choice(["ignore", "x y"])))


def _move(chance: random.Random, element: etree._Element) -> None:
    root = element.getroottree().getroot()
    place = chance.choice([e for e in root.iter(etree.Element)])
    if place not in set(element.iter(etree.Element)):
        place.append(element)


DAMAGES: tuple[Callable[[random.Random, etree._Element], None], ...] = (
    _delete, _rename, _foreign, _repeat, _attribute, _strip, _empty, _mark, _move,
)  # fmt: skip


class Sources(list[bytes]):
    """Files that a failing example does not print."""

    def __repr__(self) -> str:
        return f"{len(self)} files"


@pytest.fixture(scope="session")
def sources(repository: Path) -> Sources:
    """Return small files of real editions: of the corpora, where they are, and of our own."""
    folders = [repository / "tei", repository / "tests/editions", repository.parent / "shared"]
    paths = [p for f in folders for p in sorted(f.glob("**/*.xml")) if p.stat().st_size < SMALL]
    return Sources(path.read_bytes() for path in paths)


def look_at(data: bytes, name: str = "d/a.xml") -> None:
    """Do with a file all that is done before a page is made, and report it in every form."""
    document = parse_bytes(data, name)
    if not isinstance(document, Document):
        assert document
        assert all(found.location.line >= 1 for found in document)
        reported(document)
        return
    instructions(document)
    found = [finding for check in DOCUMENT_CHECKS for finding in check.run(document)]
    records = tei.read(document)
    index = indexing.join([records])
    for index_check in INDEX_CHECKS:
        found += index_check.run(index)
    for edition_check in EDITION_CHECKS:
        found += edition_check.run((index, Config()))
    reported(found)
    for export in EXPORTS.values():
        export.write(index, Config())
    for record in index.documents.values():
        text.copy(record.title, record.summary, element_at(document.root, record.position))


@pytest.fixture(scope="session")
def pages_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder."""
    return tmp_path_factory.mktemp("pages")


def reported(found: Iterable[Diagnostic]) -> None:
    """Write findings in every form that `validate` and `build --report` have."""
    findings = Findings(Path("/nowhere"), tuple(found), 1)
    for write in (*FORMATS.values(), *map(losses.writer, ("a.txt", "a.json", "a.html"))):
        assert isinstance(write(findings), str)


def look_at_pages(data: bytes, folder: Path) -> None:
    """Make the pages of a file's documents: each is made, and has every word of its source."""
    (folder / "a.xml").write_bytes(data)
    corpus = Corpus(folder)
    for record in corpus.index.documents.values():
        made = corpus.page(record)
        assert made.lost == (), record.id


def _damaged_trees(sources: Sources, seed: int, see: Callable[[bytes], None] = look_at) -> None:
    chance = random.Random(seed)
    data = chance.choice(sources)
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False, no_network=True))
    for _ in range(chance.randint(1, 12)):
        elements = list(root.iter(etree.Element))
        chance.choice(DAMAGES)(chance, chance.choice(elements))
    see(etree.tostring(root, encoding=chance.choice(["utf-8", "utf-16", "ascii"])))


def _damaged_bytes(sources: Sources, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice(sources))
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) + 1)
        length = chance.choice([0, 1, 1, 2, 30])
        data[place : place + length] = chance.choice(
            [
                b"",
                b"<",
                b"&",
                b"&x;",
                b"\x00",
                b"\xff\xfe",
                b"</p>",
                b"<p>",
                b"]]>",
                b"<?a b?>",
                b'"',
            ]
        )
    look_at(bytes(data))


SEEDS = st.integers(min_value=0, max_value=2**32)


@FEW
@given(seed=SEEDS)
def test_damaged_trees(sources: Sources, seed: int) -> None:
    _damaged_trees(sources, seed)


@FEW
@given(seed=SEEDS)
def test_damaged_bytes(sources: Sources, seed: int) -> None:
    _damaged_bytes(sources, seed)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@MANY
@given(seed=SEEDS)
def test_very_many_damaged_trees(sources: Sources, seed: int) -> None:
    _damaged_trees(sources, seed)


# The same ones every time: what is left to chance belongs to the slow suite.
@settings(FEW, max_examples=40, derandomize=True)
@given(seed=SEEDS)
def test_pages_of_damaged_trees(sources: Sources, seed: int, pages_folder: Path) -> None:
    _damaged_trees(sources, seed, lambda data: look_at_pages(data, pages_folder))


@pytest.mark.slow
@pytest.mark.timeout(7200)
@settings(FEW, max_examples=2_000)
@given(seed=SEEDS)
def test_very_many_pages_of_damaged_trees(sources: Sources, seed: int, pages_folder: Path) -> None:
    _damaged_trees(sources, seed, lambda data: look_at_pages(data, pages_folder))


@given(data=st.binary(max_size=200))
@settings(FEW)
def test_any_bytes(data: bytes) -> None:
    look_at(data)
    look_at(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + data + b"</TEI>")
