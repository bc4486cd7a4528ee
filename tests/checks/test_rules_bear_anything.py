"""No rule falls over what it finds: the cases, with values and elements put out of joint."""

import random
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import tei
from tei_edition.checks import DOCUMENT_CHECKS, INDEX_CHECKS
from tei_edition.checks.suppression import apply, instructions
from tei_edition.indexing import join
from tei_edition.namespaces import XML_ID
from tei_edition.xml import Document, parse_bytes

FILES = sorted(Path(__file__).parent.rglob("*.xml"))
VALUES = (
    "", " ", "#", ":", "a:", "a:b:c", "#x y", "http://", "//", "é", "\u200b", "1949-02-30", "-",
    "0", "person:", "x" * 300, "(", "[", "%zz", "../..", ".xml", "#.xml", "a#b#c", "-0043-03-15",
    "0000", "9999-12-31", "24:00:00", "mao", "stalin", "doc:", "\\", "$1", "118577425", "sent",
)  # fmt: skip
ATTRIBUTES = ("ref", "key", "target", "when", "from", "notAfter", "type", "resp", "n", XML_ID)


def disturbed(path: Path, chance: random.Random) -> Document:
    """Return a file with some of its attributes, texts and elements changed at random."""
    root = etree.parse(path, etree.XMLParser(collect_ids=False)).getroot()
    elements = list(root.iter(etree.Element))
    for _ in range(chance.randint(1, 12)):
        element = chance.choice(elements)
        what = chance.random()
        parent = element.getparent()
        if what < 0.6:
            element.set(chance.choice([*element.attrib, *ATTRIBUTES]), chance.choice(VALUES))
        elif what < 0.7:
            element.text = chance.choice(VALUES)
        elif parent is not None and what < 0.85:
            parent.remove(element)
        elif parent is not None:
            element.addnext(deepcopy(element))
    document = parse_bytes(etree.tostring(root, encoding="utf-8"), path.name)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("seed", range(30))
def test_every_rule_runs_and_speaks_in_single_lines(seed: int) -> None:
    chance = random.Random(seed)
    documents = [disturbed(path, chance) for path in chance.sample(FILES, 12)]
    index = join([tei.read(document) for document in documents])
    found = [d for document in documents for check in DOCUMENT_CHECKS for d in check.run(document)]
    found += [d for check in INDEX_CHECKS for d in check.run(index)]
    kept = apply(found, {document.name: instructions(document) for document in documents})
    for diagnostic in kept:
        assert diagnostic.message
        assert "\n" not in diagnostic.message
        assert diagnostic.location.path in {document.name for document in documents}
        assert diagnostic.location.line >= 1
        assert diagnostic.location.column >= 1
