"""One mistake does not spoil the rest: what is told, and what readers keep."""

from pathlib import Path

from tests.cli.conftest import Run

IMPORT = '<xsl:import href="urn:tei-edition:xslt:edition.xsl"/>'
SHEET = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xsl:stylesheet>'
)


def customise(small: Path, body: str) -> None:
    (small / "custom.xsl").write_text(SHEET.format(body), "utf-8")
    settings = small / "edition.toml"
    text = settings.read_text("utf-8")
    line = '[site]\nstylesheet = "custom.xsl"\n'
    settings.write_text(text.replace("[site]\n", line) if "[site]" in text else text + line)


def test_a_page_that_fails_keeps_its_earlier_version(run: Run, small: Path) -> None:
    assert run(small, "build").exit_code == 0
    site = small / "site"
    before = {p: p.read_bytes() for p in site.rglob("documents/*.html")}
    failing = '<xsl:template match="*" mode="#all" priority="99">'
    customise(small, f'{IMPORT}{failing}<xsl:sequence select="xs:date(.)"/></xsl:template>')
    result = run(small, "build")
    assert result.exit_code == 1
    assert "XSL102" in result.output
    assert {p: p.read_bytes() for p in before} == before


def test_a_stylesheet_that_does_not_build_on_ours_is_refused(run: Run, small: Path) -> None:
    customise(small, '<xsl:template match="/"><p>hi</p></xsl:template>')
    result = run(small, "build")
    assert result.exit_code == 2
    assert "custom.xsl" in result.output
    assert "urn:tei-edition:xslt:edition.xsl" in result.output


def test_an_unreadable_register_is_one_mistake(run: Run, small: Path) -> None:
    (register,) = [p for p in small.rglob("*.xml") if "<person " in p.read_text("utf-8")]
    text = register.read_text("utf-8")
    register.write_text(text.replace("</person>", "", 1), "utf-8")
    result = run(small, "validate")
    assert result.exit_code == 1
    assert "XML104" in result.output
    assert "REF201" not in result.output
    assert "ENT310" not in result.output


def test_patterns_that_fit_no_document_are_no_reason_to_empty_the_site(
    run: Run, small: Path
) -> None:
    assert run(small, "build").exit_code == 0
    settings = small / "edition.toml"
    text = settings.read_text("utf-8")
    assert "documents" in text
    lines = [
        'documents = ["leters/*.xml"]' if x.startswith("documents") else x
        for x in text.splitlines()
    ]
    settings.write_text("\n".join(lines), "utf-8")
    pages = len([*(small / "site").rglob("*.html")])
    result = run(small, "build")
    assert result.exit_code == 2
    assert "CFG009" in result.output
    assert len([*(small / "site").rglob("*.html")]) == pages
