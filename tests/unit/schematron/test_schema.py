"""Schematron in small: what the suite does not cover, and mistakes in the rules themselves."""

from pathlib import Path

import pytest
from lxml import etree

from tei_edition.saxon import Saxon
from tei_edition.schematron import (
    Finding,
    QuickFix,
    Schematron,
    SchematronError,
    extract,
    findings,
)
from tei_edition.schematron.compiler import _visited_nodes

LIBRARY = Path(__file__).parents[3] / "xslt"


def run(folder: Path, rules: str, document: str, phase: str = "") -> list[Finding]:
    path = folder / "rules.sch"
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" '
        'xmlns:sqf="http://www.schematron-quickfix.com/validator/process">'
        f"{rules}</schema>"
    )
    compiled = Schematron.from_file(path, phase)
    saxon = Saxon(compiled.stylesheet, LIBRARY, reads_files=True)
    return list(findings(saxon.transform(document, {}, (folder / "d.xml").as_uri()).text))


def messages(folder: Path, rules: str, document: str, phase: str = "") -> list[str]:
    return [finding.message for finding in run(folder, rules, document, phase)]


def test_in_each_pattern_only_the_first_rule_fires_and_descendants_are_visited(
    tmp_path: Path,
) -> None:
    rules = """
      <pattern><rule context="a"><report test="true()">one</report></rule>
               <rule context="*"><report test="true()">two <name/></report></rule></pattern>
      <pattern><rule context="a | b"><report test="true()">three</report></rule></pattern>"""
    assert messages(tmp_path, rules, "<a><b/><a/></a>") == [
        "one", "three", "two b", "three", "one", "three",
    ]  # fmt: skip


def test_values_blanks_and_marks_in_messages(tmp_path: Path) -> None:
    rules = """<pattern><rule context="a"><assert test="false()">
        The <emph>name</emph> <value-of select="@x"/> <value-of select="1, 2"/> {braces}
      </assert></rule></pattern>"""
    assert messages(tmp_path, rules, '<a x="y"/>') == ["The name y 1 2 {braces}"]


def test_roles_flags_ids_diagnostics_and_fixes(tmp_path: Path) -> None:
    rules = """<pattern><rule context="a" role="warning">
        <assert id="r1" flag="f" test="false()" diagnostics="d" sqf:fix="add none">m</assert>
        <sqf:fix id="add"><sqf:description><sqf:title>Add <value-of select="name()"/></sqf:title>
        </sqf:description></sqf:fix>
      </rule></pattern>
      <diagnostics>
        <diagnostic id="d">because of <value-of select="@x"/></diagnostic>
      </diagnostics>"""
    assert run(tmp_path, rules, '<a x="y"/>') == [
        Finding("m", "/Q{}a[1]", "warning", "f", "r1", ("because of y",), (QuickFix("Add a"),))
    ]


def test_variables_of_two_patterns_do_not_mix(tmp_path: Path) -> None:
    rules = """
      <pattern><let name="n" value="1"/><rule context="a">
        <report test="$n = 1">one <value-of select="$n"/></report></rule></pattern>
      <pattern><let name="n" value="2"/><rule context="a">
        <let name="m" value="$n + 1"/><report test="$m = 3">two <value-of select="$n"/></report>
      </rule></pattern>"""
    assert messages(tmp_path, rules, "<a/>") == ["one 1", "two 2"]


def test_a_phase_chooses_patterns(tmp_path: Path) -> None:
    rules = """<phase id="quick"><active pattern="p1"/></phase>
      <pattern id="p1"><rule context="a"><report test="true()">one</report></rule></pattern>
      <pattern id="p2"><rule context="a"><report test="true()">two</report></rule></pattern>"""
    assert messages(tmp_path, rules, "<a/>", "quick") == ["one"]
    assert messages(tmp_path, rules, "<a/>", "#ALL") == ["one", "two"]
    with pytest.raises(SchematronError, match='no phase "slow"'):
        messages(tmp_path, rules, "<a/>", "slow")


def test_a_preferred_phase_is_run_where_there_is_one(tmp_path: Path) -> None:
    head = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
    pattern = (
        '<pattern id="{0}"><rule context="a"><report test="true()">{0}</report></rule></pattern>'
    )
    patterns = pattern.format("p1") + pattern.format("p2")
    for phase, expected in (("mine", ["p2"]), ("other", ["p1", "p2"])):
        path = tmp_path / "rules.sch"
        active = f'<phase id="{phase}"><active pattern="p2"/></phase>'
        path.write_text(f"{head}{active}{patterns}</schema>")
        compiled = Schematron.from_file(path, preferred="mine")
        report = Saxon(compiled.stylesheet, LIBRARY).transform("<a/>", {}).text
        assert [finding.message for finding in findings(report)] == expected


def test_other_documents_are_read_from_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text('<list><person id="mao"/></list>')
    rules = """<let name="known" value="doc('persons.xml')//@id"/>
      <pattern><rule context="@ref">
        <assert test=". = $known">nobody is <value-of select="."/></assert>
      </rule></pattern>"""
    assert messages(tmp_path, rules, '<a><b ref="mao"/><b ref="moa"/></a>') == ["nobody is moa"]


def test_standard_prefixes_need_no_declaration(tmp_path: Path) -> None:
    rules = """<pattern><rule context="a">
      <assert test=". castable as xs:date">no date</assert></rule></pattern>"""
    assert messages(tmp_path, rules, "<a>1949-02-30</a>") == ["no date"]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ('<include href="none.sch"/>', '"none.sch" cannot be included'),
        ('<include href="rules.sch"/>', '"rules.sch" includes itself'),
        ('<include href="http://example.org/x.sch"/>', "only local files are read"),
        ('<pattern is-a="none"/>', 'no abstract pattern "none"'),
        ('<pattern><rule context="a"><extends rule="x"/></rule></pattern>', 'abstract rule "x"'),
        (
            '<pattern><rule context="a"><assert test="1" diagnostics="d"/></rule></pattern>',
            'no diagnostic "d"',
        ),
        ('<phase id="p"><active pattern="x"/></phase>', "no pattern has this id"),
    ],
)
def test_mistakes_in_the_rules(tmp_path: Path, rules: str, message: str) -> None:
    with pytest.raises(SchematronError) as caught:
        run(tmp_path, rules, "<a/>", "p" if "phase" in rules else "")
    assert message in caught.value.message
    assert caught.value.path


def test_an_unknown_query_binding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="stx"/>')
    with pytest.raises(SchematronError, match="stx"):
        Schematron.from_file(path)


@pytest.mark.parametrize(
    "text", ["", "<a/>", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>"]
)
def test_what_is_no_schematron_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.sch").write_text(text)
    with pytest.raises(SchematronError):
        Schematron.from_file(tmp_path / "x.sch")


def test_rules_in_a_grammar_are_extracted_once() -> None:
    grammar = etree.fromstring(
        """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
             xmlns:s="http://purl.oclc.org/dsdl/schematron">
          <s:ns prefix="t" uri="urn:t"/><define name="a"><s:ns prefix="t" uri="urn:t"/>
            <s:pattern><s:rule context="t:a"><s:assert test="1"/></s:rule></s:pattern>
            <s:rule context="t:b"><s:assert test="1"/></s:rule></define></grammar>"""
    )
    schema = extract(grammar)
    assert schema is not None
    names = [etree.QName(child).localname for child in schema]
    assert names == ["ns", "pattern", "pattern"]


@pytest.mark.parametrize(
    ("context", "visited"),
    [
        ("a[@x]", "*"),
        ("a[text()]/b", "*"),
        ("a[. = ']@x']", "*"),
        ("@x", "* | @*"),
        ("a/attribute::x", "* | @*"),
        ("text()[ancestor::a]", "* | text()"),
        ("comment()", "* | comment()"),
        ("processing-instruction('x')", "* | processing-instruction()"),
        ("node()", "@* | node()"),
    ],
)
def test_only_what_a_rule_can_match_is_visited(context: str, visited: str) -> None:
    assert _visited_nodes([context]) == visited
