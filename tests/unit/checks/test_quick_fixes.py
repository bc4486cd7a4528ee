"""What Schematron rules offer to repair, carried out on the text of a file."""

from pathlib import Path

import pytest

from tei_edition.checks.assertions import Assertions
from tei_edition.diagnostics import Diagnostic
from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.edits import carry_out

LETTER = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <p n='1' xml:id="a">Mao &amp; Stalin<lb/> met<!-- when? --> twice</p>
  <note>old</note>
  <ref target="#a"/>
</TEI>
"""


def findings(folder: Path, context: str, fix: str, letter: str = LETTER) -> list[Diagnostic]:
    rules = folder / "rules.sch"
    rules.write_text(
        f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
            xmlns:sqf="http://www.schematron-quickfix.com/validator/process">
          <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
          <pattern><rule context="{context}">
            <report test="true()" sqf:fix="f">found</report>
            <sqf:fix id="f"><sqf:description><sqf:title>Mend <name/></sqf:title></sqf:description>
              {fix}
            </sqf:fix>
          </rule></pattern>
        </schema>"""
    )
    document = parse_bytes(letter.encode(), "letter.xml")
    assert isinstance(document, Document)
    return list(Assertions(rules, "rules.sch").check(document, folder / "letter.xml"))


def mended(folder: Path, context: str, fix: str, letter: str = LETTER) -> str:
    """Return the lines of the letter that the one offered repair changes, as they are then."""
    (finding,) = findings(folder, context, fix, letter)
    (repair,) = finding.fixes
    assert repair.title.startswith("Mend tei:" if ":" in repair.title else "Mend")
    assert not repair.safe
    after = carry_out(letter.encode(), repair.edits).decode()
    assert isinstance(parse_bytes(after.encode(), "after.xml"), Document)
    return "\n".join(line for line in after.splitlines() if line not in letter.splitlines())


@pytest.mark.parametrize(
    ("context", "fix", "line"),
    [
        ("tei:p", '<sqf:delete match="@n"/>', '  <p xml:id="a">'),
        ("tei:p", '<sqf:delete match="tei:lb"/>', "Mao &amp; Stalin met"),
        (
            "tei:p",
            '<sqf:add node-type="attribute" target="rend" select="concat(\'x\', @n)"/>',
            """<p rend="x1" n='1' xml:id="a">""",
        ),
        ("tei:p", '<sqf:add node-type="attribute" target="n">2 "</sqf:add>', '<p n="2 &quot;" x'),
        ("tei:p", '<sqf:replace match="@n" node-type="attribute" target="rend" select="."/>',
         '<p rend="1" xml:id="a">'),
        ("tei:p", '<sqf:replace match="@xml:id" select="\'b\'"/>', """<p n='1' xml:id="b">"""),
        ("tei:note", '<sqf:replace node-type="element" target="tei:add" select="@*|node()"/>',
         "  <add>old</add>"),
        ("tei:note", "<sqf:replace><tei:p xmlns:tei='http://www.tei-c.org/ns/1.0' n='{1 + 1}'>"
         "<value-of select='upper-case(.)'/></tei:p></sqf:replace>", '  <p n="2">OLD</p>'),
        ("tei:note", '<sqf:add match="tei:none | ." position="last-child">er</sqf:add>',
         "  <note>older</note>"),
        ("tei:note", '<sqf:add position="before" node-type="element" target="lb"/>',
         "  <lb/><note>old</note>"),
        ("tei:note", '<sqf:add position="after"><sqf:copy-of select="node()"/></sqf:add>',
         "  <note>old</note>old"),
        ("tei:ref", "<sqf:add>here</sqf:add>", '  <ref target="#a">here</ref>'),
        ("tei:p/text()[2]", '<sqf:stringReplace regex="m(e)t">sat</sqf:stringReplace>',
         "<lb/> sat<"),
        ("tei:p", '<sqf:stringReplace match="text()" regex="&amp;" select="\'und\'"/>',
         "Mao und Stalin"),
        ("tei:p/text()[3]", '<sqf:stringReplace regex="twice">a &lt; b</sqf:stringReplace>',
         "--> a &lt; b</p>"),
    ],
)  # fmt: skip
def test_a_repair_changes_just_its_place(tmp_path: Path, context: str, fix: str, line: str) -> None:
    assert line in mended(tmp_path, context, fix)


def test_an_element_that_has_a_line_to_itself_goes_with_the_line(tmp_path: Path) -> None:
    assert mended(tmp_path, "tei:note", "<sqf:delete/>") == ""
    (finding,) = findings(tmp_path, "tei:note", "<sqf:delete/>")
    after = carry_out(LETTER.encode(), finding.fixes[0].edits).decode()
    assert after == LETTER.replace("  <note>old</note>\n", "")


def test_variables_conditions_and_several_changes(tmp_path: Path) -> None:
    fix = """<let name="n" value="@n + 1"/>
      <sqf:add use-when="$n = 2" node-type="attribute" target="rend" select="$n"/>
      <sqf:add use-when="$n = 3" node-type="attribute" target="type" select="$n"/>
      <sqf:delete match="tei:lb"/>"""
    assert mended(tmp_path, "tei:p", fix) == (
        """  <p rend="2" n='1' xml:id="a">Mao &amp; Stalin met<!-- when? --> twice</p>"""
    )


@pytest.mark.parametrize(
    "fix",
    [
        '<sqf:user-entry name="x"><sqf:description/></sqf:user-entry><sqf:delete/>',
        '<sqf:call-fix ref="other"/>',
        '<sqf:delete match="comment()"/>',
        '<sqf:add node-type="attribute" select="1"/>',
        "",
    ],
)
def test_what_a_person_must_do_is_only_named(tmp_path: Path, fix: str) -> None:
    (finding,) = findings(tmp_path, "tei:p", fix)
    assert finding.fixes == ()
    assert finding.hint == "possible repair: Mend p"


def test_entities_of_its_own_keep_a_file_from_being_repaired(tmp_path: Path) -> None:
    letter = LETTER.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY x "y">]>\n<TEI', 1)
    (finding,) = findings(tmp_path, "tei:note", "<sqf:delete/>", letter)
    assert finding.fixes == ()


def test_a_fix_with_a_condition_and_a_group(tmp_path: Path) -> None:
    rules = tmp_path / "rules.sch"
    fixes = "".join(
        f'<sqf:fix id="{name}" use-when="{when}"><sqf:description><sqf:title>{name}</sqf:title>'
        "</sqf:description><sqf:delete/></sqf:fix>"
        for name, when in (("one", "@n = 1"), ("two", "@n = 2"), ("three", "true()"))
    )
    rules.write_text(
        f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
            xmlns:sqf="http://www.schematron-quickfix.com/validator/process">
          <pattern><rule context="*[@n]"><report test="true()" sqf:fix="g">x</report></rule>
          </pattern>
          <sqf:fixes><sqf:group id="g">{fixes}</sqf:group></sqf:fixes>
        </schema>"""
    )
    document = parse_bytes(LETTER.encode(), "letter.xml")
    assert isinstance(document, Document)
    (finding,) = Assertions(rules, "rules.sch").check(document, tmp_path / "letter.xml")
    assert [fix.title for fix in finding.fixes] == ["one", "three"]
