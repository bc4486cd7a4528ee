"""Every rule has examples that fail and pass as it says."""

import pytest
from lxml import etree

from tei_edition.relaxng import Schema
from tei_edition.relaxng.rules import RULES
from tests.unit.relaxng.test_findings import TEI_ALL, tei_all


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explains_itself(code: str) -> None:
    rule = RULES[code]
    assert rule.code == code
    assert len(rule.text) > 100
    assert rule.fails
    assert rule.passes


@pytest.mark.parametrize("code", RULES)
def test_the_examples(code: str) -> None:
    schema = schema_for(code)
    found = schema.findings(etree.fromstring(RULES[code].fails))
    assert [finding.code for finding in found] == [code]
    assert schema.findings(etree.fromstring(RULES[code].passes)) == []


def schema_for(code: str) -> Schema:
    if code == "RNG110":
        return Schema.from_string(PAGES)
    if not TEI_ALL.exists():
        pytest.skip("tei_all.rng is not at hand (../shared/standards)")
    return tei_all() if code in {"RNG101", "RNG111"} else Schema.from_string(PARTS)


PAGES = """
<element name="pages" xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <data type="positiveInteger"/>
</element>"""
PARTS = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="{TEI_ALL.as_uri()}">
    <start>
      <choice>
        <ref name="p"/><ref name="body"/><ref name="fileDesc"/><ref name="correspDesc"/>
      </choice>
    </start>
  </include>
</grammar>"""
