"""Schematron findings as diagnostics: place, severity, advice."""

from pathlib import Path

import pytest

from tei_edition.checks.assertions import Assertions
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


def test_an_expression_that_fails_on_a_document_is_a_finding(tmp_path: Path) -> None:
    body = '<rule context="tei:p"><assert test="xs:date(@n) gt xs:date(@n)">m</assert></rule>'
    (found,) = rules(tmp_path, body).check(document(), tmp_path / "letter.xml")
    assert (found.code, "schemas/rules.sch" in found.hint) == ("SCH002", True)


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
