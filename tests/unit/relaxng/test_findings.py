"""What encoders of letters are told: `findings.txt` has every message and hint in full."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.relaxng import Finding, Schema
from tests.unit.relaxng.mistakes import LETTER, MISTAKES, letter_with

HERE = Path(__file__).parent
TEI_ALL = HERE.parents[2].parent / "shared" / "standards" / "tei_all.rng"
PARSER = etree.XMLParser(collect_ids=False, recover=True)

needs_tei = pytest.mark.skipif(
    not TEI_ALL.exists(), reason="tei_all.rng is not at hand (../shared/standards)"
)


@cache
def tei_all() -> Schema:
    return Schema.from_file(TEI_ALL)


@cache
def expected() -> dict[str, str]:
    parts = (HERE / "findings.txt").read_text(encoding="utf-8").split("# ")[1:]
    return {name: text.strip() for name, _, text in (part.partition("\n") for part in parts)}


def report(findings: list[Finding]) -> str:
    lines = []
    for finding in findings:
        lines.append(f"{finding.code} {finding.message}")
        lines += [f"   = {line}" for line in finding.hint.splitlines()]
    return "\n".join(lines)


@needs_tei
def test_the_letter_itself_is_valid() -> None:
    assert tei_all().findings(etree.fromstring(LETTER)) == []


@needs_tei
@pytest.mark.parametrize("mistake", MISTAKES)
def test_message_and_hint(mistake: str) -> None:
    root = etree.fromstring(letter_with(mistake), PARSER)
    assert report(tei_all().findings(root)) == expected()[mistake]


@needs_tei
def test_several_mistakes_are_all_found() -> None:
    letter = LETTER
    for name in ("lower case", "a date without zeros", "text in the body", "two titleStmt"):
        letter = letter.replace(*MISTAKES[name], 1)
    codes = [finding.code for finding in tei_all().findings(etree.fromstring(letter))]
    assert codes == ["RNG112", "RNG103", "RNG109", "RNG106"]


def small(content: str) -> Schema:
    return Schema.from_string(
        '<element name="r" xmlns="http://relaxng.org/ns/structure/1.0" '
        f'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">{content}</element>'
    )


def test_text_of_the_wrong_form() -> None:
    schema = small('<data type="positiveInteger"/>')
    [finding] = schema.findings(etree.fromstring("<r>about ten</r>"))
    assert (finding.code, finding.value) == ("RNG110", "about ten")
    assert finding.message == '"about ten" is not allowed as the text of "r"'
    assert finding.hint == "allowed here: a whole number, 1 or more"


def test_attributes_that_exclude_each_other() -> None:
    schema = small('<choice><attribute name="a"/><attribute name="b"/></choice><empty/>')
    [finding] = schema.findings(etree.fromstring('<r a="1" b="2"/>'))
    assert finding.message == 'attributes "a" and "b" are not allowed together on "r"'
    assert (finding.attribute, finding.hint) == ("b", "keep one of them")
    [finding] = schema.findings(etree.fromstring("<r/>"))
    assert finding.message == 'element "r" lacks one of the attributes "a" or "b"'


def test_where_stray_text_stands() -> None:
    schema = small('<element name="a"><empty/></element>')
    root = etree.fromstring("<r>\n <a/>; </r>")
    [finding] = schema.findings(root)
    assert (finding.code, finding.element, finding.text_of) == ("RNG106", root, root[0])


def test_a_missing_element_is_reported_where_it_belongs() -> None:
    schema = small('<element name="a"><empty/></element><element name="b"><empty/></element>')
    root = etree.fromstring("<r><b/></r>")
    [finding] = schema.findings(root)
    assert (finding.code, finding.element, finding.expected) == ("RNG105", root[0], ("a",))


def test_ambiguous_children_take_the_pattern_that_fits() -> None:
    schema = small(
        '<choice><group><element name="a"><attribute name="x"/></element><element name="b">'
        '<empty/></element></group><element name="a"><attribute name="y"/></element></choice>'
    )
    assert schema.is_valid(etree.fromstring('<r><a y="1"/></r>'))
    assert schema.is_valid(etree.fromstring('<r><a x="1"/><b/></r>'))
    [finding] = schema.findings(etree.fromstring('<r><a x="1"/></r>'))
    assert finding.message == 'element "r" lacks "b"'
