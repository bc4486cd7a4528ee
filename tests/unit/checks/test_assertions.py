"""Schematron findings as diagnostics: place, severity, advice."""

import re
from pathlib import Path

import pytest

from tei_edition.checks.assertions import Assertions
from tei_edition.checks.grammar import load_schema
from tei_edition.checks.paths import place_of
from tei_edition.errors import TeiEditionError
from tei_edition.xml import Document, parse_bytes

SOURCE = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <p/>
  <p n="2"
     xml:id="b">text<!-- c --></p>
</TEI>"""


def document() -> Document:
    parsed = parse_bytes(SOURCE, "letter.xml")
    assert isinstance(parsed, Document)
    return parsed


def rules(folder: Path, body: str) -> Assertions:
    (folder / "rules.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
        f'<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><pattern>{body}</pattern></schema>'
    )
    return Assertions(folder / "rules.sch", "schemas/rules.sch")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", "1:1"),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[2]", "3:3"),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[2]/@n", "3:6"),
        (
            "/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[2]"
            "/@Q{http://www.w3.org/XML/1998/namespace}id",
            "4:6",
        ),
        (
            "/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[2]/text()[1]",
            "3:3",
        ),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[9]", "1:1"),
    ],
)
def test_places(path: str, place: str) -> None:
    assert str(place_of(path, document())) == f"letter.xml:{place}"


def test_the_role_decides_the_rule_and_the_severity(tmp_path: Path) -> None:
    body = "".join(
        f'<rule context="tei:p[{n}]" role="{role}">'
        f'<assert id="r{n}" test="false()">m</assert></rule>'
        for n, role in ((1, "warning"), (2, "fatal"))
    )
    found = list(rules(tmp_path, body).check(document(), tmp_path / "letter.xml"))
    assert [(d.code, d.severity, d.message, d.location.line) for d in found] == [
        ("SCH102", "warning", "m [r1]", 2),
        ("SCH101", "error", "m [r2]", 3),
    ]


def test_a_test_that_fails_on_a_document_does_not_hide_the_others(tmp_path: Path) -> None:
    body = """
      <rule context="tei:p"><assert test="xs:date(string(@n)) gt xs:date('1949-01-01')">m</assert>
      <assert test="@n = '{'">no brace</assert></rule></pattern>
      <pattern><rule context="tei:p[@n]"><report test="true()">has n</report></rule>"""
    stop, *others = rules(tmp_path, body).check(document(), tmp_path / "letter.xml")
    assert (stop.code, stop.location.line) == ("SCH002", 2)
    test = "xs:date(string(@n)) gt xs:date('1949-01-01')"
    assert stop.message.startswith(f'the test "{test}" of the rules stopped here: ')
    assert 'in schemas/rules.sch:2, in the rule for "tei:p": make it sturdier' in stop.hint
    assert [place.location.line for place in stop.related] == [3]
    told = sorted((d.location.line, d.message) for d in others)
    assert told == [(2, "no brace"), (3, "has n"), (3, "no brace")]


def test_a_variable_that_fails_on_a_document_stops_the_rules(tmp_path: Path) -> None:
    body = """<rule context="tei:p"><let name="d" value="error()"/>
      <assert test="$d">m</assert><assert test="string-length($d) = 1">n</assert></rule>"""
    found = list(rules(tmp_path, body).check(document(), tmp_path / "letter.xml"))
    assert {d.code for d in found} == {"SCH002"}


@pytest.mark.parametrize(
    "body",
    ['<rule context="tei:p"><assert test="1 +">m</assert></rule>', '<rule context="((">x</rule>'],
)
def test_rules_that_cannot_be_compiled(tmp_path: Path, body: str) -> None:
    with pytest.raises(TeiEditionError) as caught:
        rules(tmp_path, body)
    assert {(d.code, d.location.path) for d in caught.value.diagnostics} == {
        ("SCH001", "schemas/rules.sch")
    }


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ('<assert test="count((tei:a)">m</assert>', 3, 'test "count((tei:a)": After ) expected'),
        ('<assert test="tei:no(.)">m</assert>', 3, "Cannot find a 1-argument function named no()"),
        ('<report test="1 +">m</report>', 3, 'in the rule for "tei:p", test "1 +": '),
        ('<let name="a" value="1 +"/>\n<report test="$a">m</report>', 3, 'for "tei:p": '),
        ('<report test="1">m</report>\n<report test="$b">m</report>', 4, 'test "$b": '),
        ("<assert>m</assert>", 3, "<assert> has no test, so that it would check nothing"),
        ('<report test=" ">m</report>', 3, "<report> has no test"),
        (
            '<report test="1">m</report>\n<assertion test="1"/>',
            4,
            "<assertion> cannot stand in <rule>",
        ),
        ('</rule><rule>\n<report test="1">m</report>', 3, "<rule> has no context"),
        ('</rule>\n<assert test="1"/><rule context="a">', 4, "<assert> cannot stand in <pattern>"),
    ],
)
def test_a_mistake_in_the_rules_has_its_line_and_its_words(
    tmp_path: Path, body: str, line: int, message: str
) -> None:
    with pytest.raises(TeiEditionError) as caught:
        rules(tmp_path, f'\n<rule context="tei:p">\n{body}</rule>')
    (found,) = caught.value.diagnostics
    assert (found.location.path, found.location.line) == ("schemas/rules.sch", line)
    assert message in found.message
    assert not re.search(r"Q\{|X[A-Z]{3}\d|<eof>", found.message)


def test_a_mistake_in_an_included_grammar_has_its_path_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "a.rnc").write_text('include "lib/b.rnc"')
    (tmp_path / "lib/b.rnc").write_text("start = element a {\n  none }")
    with pytest.raises(TeiEditionError) as caught:
        load_schema(tmp_path / "a.rnc", "schemas/a.rnc")
    (found,) = caught.value.diagnostics
    assert str(found.location) == "schemas/lib/b.rnc:2:1"
    assert "there is no <define" in found.message


@pytest.mark.parametrize(
    ("context", "told"),
    [
        ("p", True),
        ("tei:body/p[@n]", True),
        ("tei:p | ab", True),
        ("tei:p[p]", False),
        ("@n", False),
        ("text()", False),
        ("*", False),
        ("attribute::n", False),
    ],
)
def test_a_context_without_a_prefix_is_told(tmp_path: Path, context: str, told: bool) -> None:
    body = f'<rule context="{context}"><assert test="true()">m</assert></rule>'
    found = list(rules(tmp_path, body).check(document(), tmp_path / "letter.xml"))
    assert [(d.code, str(d.location)) for d in found] == [
        ("SCH004", "schemas/rules.sch:1:1") for _ in range(told)
    ]
    assert all(f'the rule for "{context}"' in d.message for d in found)
