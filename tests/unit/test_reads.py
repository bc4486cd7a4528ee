"""What a stylesheet reads is known exactly, or it is known that it is not known."""

from pathlib import Path

import pytest

from tei_edition.project import resource
from tei_edition.reads import files, traced
from tei_edition.saxon import Saxon

HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'expand-text="yes" {base}>'
)


def sheet(template: str, base: str = "", further: str = "") -> str:
    start = HEAD.format(base=base)
    return (
        f'{start}{further}<xsl:template match="/"><o>{template}</o></xsl:template></xsl:stylesheet>'
    )


def run(stylesheet: str, base: Path) -> tuple[str, tuple[str, ...]]:
    engine = Saxon(stylesheet, resource("xslt"), reads_files=True)
    result = engine.transform("<a/>", {}, base.as_uri())
    return result.text.partition("?>")[2], files(result.messages)


@pytest.mark.parametrize(
    "expression",
    [
        "doc('{here}/b.xml')/b/text()",
        "('{here}/b.xml' ! doc(.))/b/text()",
        "doc(resolve-uri('b.xml', base-uri(/)))/b/text()",
        "if (doc-available('{here}/b.xml')) then 'doc(x)' else 'not there'",
        "if (doc-available('{here}/none.xml')) then 1 else 'not there'",
        "doc(())",
    ],
)
def test_a_traced_stylesheet_does_the_same_and_tells(tmp_path: Path, expression: str) -> None:
    (tmp_path / "b.xml").write_text("<b>text</b>")
    select = expression.replace("{here}", tmp_path.as_uri()).replace('"', "'")
    plain = sheet(f'<xsl:sequence select="{select}"/>')
    telling = traced(plain)
    if "'doc(x)'" in expression:
        # A word in a text that looks like a call: rather nothing than something wrong.
        assert telling is None
        return
    assert telling is not None
    before, _ = run(plain, tmp_path / "a.xml")
    after, read = run(telling, tmp_path / "a.xml")
    assert after.replace(' xmlns:reads="urn:tei-edition:reads"', "") == before
    name = "none.xml" if "none.xml" in expression else "b.xml"
    assert read == (() if "(())" in expression else (str(tmp_path / name),))


@pytest.mark.parametrize(
    "stylesheet",
    [
        sheet("{collection('x')}"),
        sheet("{unparsed-text('x')}"),
        sheet("{document('x')}"),
        sheet("{fn:doc('x')}", 'xmlns:fn="http://www.w3.org/2005/xpath-functions"'),
        sheet("{'x' ! apply(doc#1, [.])}"),
        sheet("<xsl:evaluate xpath=\"'1'\"/>"),
        sheet("", further='<xsl:include href="other.xsl"/>'),
        sheet('<p xml:base="http://example.org/"/>'),
    ],
)
def test_what_could_read_otherwise_is_left_alone(stylesheet: str) -> None:
    assert traced(stylesheet) is None


def test_other_functions_of_such_names_are_no_reading() -> None:
    own = 'xmlns:my="urn:my"'
    text = sheet("{my:doc('x')}", own)
    assert "my:doc('x')" in (traced(text) or "")


def test_messages_of_others_are_passed_over() -> None:
    assert files(["<diag/>", "text", '<f xmlns="urn:other" uri="file:///a"/>']) == ()
