"""The engine: what it can do, what it must not, and how it says what went wrong."""

from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.saxon import Saxon, TransformationError

START = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" expand-text="yes"'
    ' exclude-result-prefixes="#all">\n'
    '<xsl:param name="page" as="map(*)"/>\n'
)


def stylesheet(folder: Path, body: str, name: str = "edition.xsl") -> Path:
    path = folder / name
    path.write_text(f"{START}{body}\n</xsl:stylesheet>")
    return path


def engine(folder: Path, body: str) -> Saxon:
    return Saxon(stylesheet(folder, body), folder)


def test_source_and_parameters_go_in_and_text_comes_out(tmp_path: Path) -> None:
    saxon = engine(
        tmp_path,
        '<xsl:output method="xml" omit-xml-declaration="yes"/>'
        '<xsl:template match="/"><p>{.} {$page?to} {$page?n + 1.5}</p></xsl:template>',
    )
    assert saxon.transform("<a>毛</a>", {"page": {"to": "Сталин", "n": 1}}).text == (
        "<p>毛 Сталин 2.5</p>"
    )
    assert "<p>x y 1.5</p>" in saxon.transform("<a>x</a>", {"page": {"to": "y", "n": 0}}).text


def test_messages_are_those_of_one_transformation(tmp_path: Path) -> None:
    saxon = engine(
        tmp_path,
        '<xsl:template match="*"><xsl:message><unhandled name="{name()}"/></xsl:message>'
        "</xsl:template>",
    )
    assert saxon.transform("<a/>", {"page": {}}).messages == ('<unhandled name="a"/>',)
    assert saxon.transform("<b/>", {"page": {}}).messages == ('<unhandled name="b"/>',)


def test_a_customisation_imports_by_the_public_name(tmp_path: Path) -> None:
    library = tmp_path / "with blank"
    library.mkdir()
    stylesheet(library, '<xsl:template match="/"><a>ours</a></xsl:template>')
    (tmp_path / "custom.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:import href="urn:tei-edition:xslt:edition.xsl"/>'
        '<xsl:template match="/"><b><xsl:next-match/></b></xsl:template></xsl:stylesheet>'
    )
    saxon = Saxon(tmp_path / "custom.xsl", library)
    assert "<b><a>ours</a></b>" in saxon.transform("<x/>", {"page": {}}).text


def test_every_static_error_has_its_place(tmp_path: Path) -> None:
    with pytest.raises(TeiEditionError) as caught:
        engine(tmp_path, '<xsl:template mtch="a"/>\n<xsl:variable name="x" select="1 +"/>')
    places = [(str(d.location), d.code) for d in caught.value.diagnostics]
    assert ("edition.xsl:3:25", "XSL101") in places
    assert any(place.startswith("edition.xsl:4") for place, _ in places)
    assert any("@mtch is not allowed" in d.message for d in caught.value.diagnostics)


def test_a_stylesheet_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TeiEditionError) as caught:
        Saxon(tmp_path / "none.xsl", tmp_path)
    assert "none.xsl" in caught.value.diagnostics[0].message


def test_a_dynamic_error_tells_the_place_in_its_log(tmp_path: Path) -> None:
    saxon = engine(
        tmp_path,
        '<xsl:template match="/"><xsl:sequence select="xs:date(string(.))"/></xsl:template>',
    )
    with pytest.raises(TransformationError, match="Invalid date") as caught:
        saxon.transform("<a>1949-02-30</a>", {"page": {}})
    assert "line 3" in caught.value.log
    assert saxon.transform("<a>1949-02-28</a>", {"page": {}}).text.endswith("1949-02-28")


@pytest.mark.parametrize(
    "reach",
    [
        "doc('{uri}')",
        "unparsed-text('{uri}')",
        "collection('{folder}')",
        "doc('http://localhost:9/')",
        "environment-variable('PATH')",
    ],
)
def test_a_stylesheet_sees_only_what_it_is_given(tmp_path: Path, reach: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>SECRET</secret>")
    call = reach.format(uri=secret.as_uri(), folder=tmp_path.as_uri())
    saxon = engine(
        tmp_path, f'<xsl:template match="/"><xsl:sequence select="{call}"/></xsl:template>'
    )
    try:
        text = saxon.transform("<a/>", {"page": {}}).text
    except TransformationError:
        text = ""
    assert "SECRET" not in text
    assert "/bin" not in text


def test_nothing_is_written_by_a_stylesheet(tmp_path: Path) -> None:
    target = tmp_path / "written.xml"
    body = (
        f'<xsl:template match="/"><xsl:result-document href="{target.as_uri()}"><a/>'
        "</xsl:result-document></xsl:template>"
    )
    with pytest.raises(TeiEditionError):
        engine(tmp_path, body)
    assert not target.exists()


def test_deep_documents_are_transformed(tmp_path: Path) -> None:
    saxon = engine(tmp_path, '<xsl:template match="/">{count(//a)}</xsl:template>')
    assert saxon.transform("<a>" * 250 + "</a>" * 250, {"page": {}}).text.endswith("250")
