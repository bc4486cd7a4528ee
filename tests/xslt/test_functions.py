"""The public functions of the stylesheets, called one by one."""

import functools

import pytest

from tei_edition.saxon import Saxon
from tests.xslt.rendering import LIBRARY, page, strings

CALLER = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-edition:functions">
  <xsl:import href="urn:tei-edition:xslt:edition.xsl"/>
  <xsl:output method="text"/>
  <xsl:template match="/" as="xs:string" priority="9">
    <xsl:variable name="call" as="array(*)" select="$page?main?call"/>
    <xsl:variable name="name" as="xs:QName"
      select="QName('urn:tei-edition:functions', 'f:' || $call(1))"/>
    <xsl:sequence select="
      string-join(apply(function-lookup($name, array:size($call) - 1), array:tail($call)), '|')"
      xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
  </xsl:template>
</xsl:stylesheet>"""


@functools.cache
def _saxon() -> Saxon:
    return Saxon(CALLER, LIBRARY, {"strings": strings()})


def call(name: str, *arguments: object, links: dict[str, dict[str, str]] | None = None) -> str:
    context = page(links or {}) | {"main": {"call": [name, *arguments]}}
    return _saxon().transform("<none/>", {"page": context}).text


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("de", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("de-AT", "de-AT"),
        ("de_AT", "de-AT"),
        ("ZH-Hant", "zh-Hant"),
        ("grc", "grc"),
        ("ru-Latn", "ru-Latn"),
        ("cz", "cs"),
        ("x-klingon", "x-klingon"),
        ("latin", ""),
        ("English, French", ""),
        ("", ""),
    ],
)
def test_language_tags_are_those_of_bcp_47(written: str, tag: str) -> None:
    assert call("language", written) == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("syc", "rtl"),
        ("ar-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("zh", "ltr"),
        ("yi", "rtl"),
        ("en-GB", "ltr"),
    ],
)
def test_direction_follows_the_script(tag: str, direction: str) -> None:
    assert call("direction", tag) == direction


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1948", "1948"),
        ("1948-04", "1948-04"),
        ("1948-04-20", "1948-04-20"),
        ("1949-02-04T00:35:00+08:00", "1949-02-04T00:35:00+08:00"),
        ("08:10:00", "08:10:00"),
        (" 1948-04-20 ", "1948-04-20"),
        ("1948-02-30", ""),
        ("1948-13", ""),
        ("-0044-03-15", ""),
        ("0000", ""),
        ("--04-20", ""),
        ("18970116", ""),
        ("", ""),
    ],
)
def test_dates_are_marked_only_where_html_knows_their_form(written: str, value: str) -> None:
    assert call("datetime", written) == value


def test_pointers_are_parted_at_blanks_unless_known_as_a_whole() -> None:
    known = {"Escher (vom Glas) Alfred": {"url": "x.html", "kind": "person"}}
    assert call("pointers", "#a  #b") == "#a|#b"
    assert call("pointers", "Escher (vom Glas) Alfred", links=known) == "Escher (vom Glas) Alfred"


def test_words_are_filled_in_and_a_missing_word_shows_its_key() -> None:
    assert call("string", "note.reference", {"n": "7"}) == "Note 7"
    assert call("string", "no.such.word") == "no.such.word"
    assert call("string-or-value", "gap", "illegible") == "illegible"
    assert call("string-or-value", "gap", "rodents") == "rodents"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two three four five six seven", "one two three four five six seven"),
        ("one two three four five six seven eight", "one two … seven eight"),
    ],
)
def test_a_long_lemma_is_given_by_its_ends(text: str, short: str) -> None:
    assert call("shortened", text) == short
