"""References, read back by parsers of other people: what was put in comes out."""

import io
import json
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
from jsonschema import Draft202012Validator

from tei_edition.config import Config, EditionSection, Editor
from tei_edition.exports import EXPORTS, bibtex, csl_json, ris
from tei_edition.exports.references import Agent, Reference, References
from tei_edition.model import DateRange, Index

AWKWARD = "50 % of $5 & {braces} #1_2 ~ ^ \\end \u2028 “Übung” 毛泽东"
NAME = {
    "oneOf": [
        {
            "required": ["family", "given"],
            "additionalProperties": False,
            "properties": {
                "family": {"type": "string", "minLength": 1},
                "given": {"type": "string", "minLength": 1},
                "static-ordering": {"type": "boolean"},
            },
        },
        {
            "required": ["literal"],
            "additionalProperties": False,
            "properties": {"literal": {"type": "string", "minLength": 1}},
        },
    ]
}
DATE = {
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        },
        "literal": {"type": "string", "minLength": 1},
        "circa": {"type": "boolean"},
    },
}
TEXTS = (
    "title container-title version publisher genre archive language license keyword abstract URL"
)
CSL = {
    "type": "array",
    "items": {
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["chapter", "book"]},
            "issued": DATE,
            **{n: {"type": "array", "items": NAME} for n in ("author", "editor", "recipient")},
            **{n: {"type": "string", "minLength": 1} for n in TEXTS.split()},
        },
    },
}
"""What the data schema of the Citation Style Language says of the variables that we use."""


def entries(data: bytes) -> list[dict[str, str]]:
    """Return the entries of a BibTeX file, one outer pair of braces taken off each field."""
    library = bibtexparser.parse_string(data.decode())
    assert not library.failed_blocks
    return [
        {"type": e.entry_type, "key": e.key, **{f.key: f.value for f in e.fields}}
        for e in library.entries
    ]


def records(data: bytes) -> list[dict[str, Any]]:
    return list(rispy.load(io.StringIO(data.decode(), newline="")))


def test_every_document_is_in_every_format(index: Index, config: Config) -> None:
    ids = list(index.documents)
    assert [e["key"] for e in entries(EXPORTS["bibtex"].write(index, config))] == ids
    assert [r["id"] for r in records(EXPORTS["ris"].write(index, config))] == ids
    items = json.loads(EXPORTS["csl-json"].write(index, config))
    assert [item["id"] for item in items] == ids
    Draft202012Validator(CSL).validate(items)


def test_a_letter_has_who_when_and_where_in_bibtex(index: Index, config: Config) -> None:
    cable = next(e for e in entries(bibtex.write(index, config)) if e["key"] == "a")
    assert cable["author"] == "{Joseph Stalin} and {Central Committee}"
    assert cable["title"] == '{Cable, "Filippov" to Mao}'
    assert cable["booktitle"] == "{The Edition}"
    assert cable["editor"] == "{E. One} and {E. Two}"
    assert (cable["date"], cable["year"]) == ("1949-10-14?", "1949")
    assert cable["version"] == "2025-02-03"
    assert cable["publisher"] == "{The Press}"
    assert cable["url"] == "https://example.org/edition/documents/a.html"


def test_a_letter_has_the_same_in_ris(index: Index, config: Config) -> None:
    data = ris.write(index, config)
    assert data.count(b"\n") == data.count(b"\r\n")
    cable = next(r for r in records(data) if r["id"] == "a")
    assert cable["type_of_reference"] == "CHAP"
    assert cable["authors"] == ["Joseph Stalin", "Central Committee"]
    assert cable["secondary_authors"] == ["E. One", "E. Two"]
    assert (cable["date"], cable["year"]) == ("1949/10/14", "1949")
    assert cable["secondary_title"] == "The Edition"
    assert cable["edition"] == "2025-02-03"


def test_a_letter_has_the_same_and_its_addressee_in_csl(index: Index, config: Config) -> None:
    cable = next(i for i in json.loads(csl_json.write(index, config)) if i["id"] == "a")
    assert cable["recipient"] == [{"literal": "Mao Zedong"}]
    assert cable["issued"] == {"date-parts": [[1949, 10, 14]], "circa": True}
    assert cable["license"] == "http://creativecommons.org/licenses/by/4.0"
    assert cable["version"] == "2025-02-03"


def test_what_nobody_knows_is_left_out(index: Index, config: Config) -> None:
    letter = next(e for e in entries(bibtex.write(index, config)) if e["key"] == "b")
    assert "author" not in letter, '"unknown" is nobody\'s name'
    assert not {"date", "year", "version"} & set(letter)
    nowhere = Config(edition=EditionSection(title="The Edition"))
    assert all("url" not in e for e in entries(bibtex.write(index, nowhere)))


def test_awkward_texts_survive() -> None:
    reference = Reference("d1", AWKWARD, AWKWARD, abstract=AWKWARD)
    words = " ".join(AWKWARD.split())
    (entry,) = entries(bibtex.encoded([reference]))
    escaped = (
        r"{50 \% of \$5 \& \{braces\} \#1\_2 \textasciitilde{} \textasciicircum{}"
        r" \textbackslash{}end “Übung” 毛泽东}"
    )
    assert entry["title"] == entry["abstract"] == escaped
    (record,) = records(ris.encoded([reference]))
    assert record["title"] == record["abstract"] == words
    (item,) = json.loads(csl_json.encoded([reference]))
    assert item["title"] == AWKWARD


def test_a_line_of_a_text_is_no_tag_of_ris() -> None:
    (record,) = records(ris.encoded([Reference("d1", "One\nER  - \nTY  - BOOK")]))
    assert record["title"] == "One ER - TY - BOOK"


def test_keys_are_plain_and_unlike(index: Index) -> None:
    assert bibtex.key("letter.1_b-c") == "letter.1_b-c"
    assert bibtex.key("brief ü") == "brief:20::fc:"
    assert bibtex.key("brief ü") != bibtex.key("brief_u")


@pytest.mark.parametrize(
    ("date", "bib", "year", "published", "issued"),
    [
        (
            DateRange("1949-02-01", "1949-02-28", "1949-02"),
            "1949-02",
            "1949",
            "1949///",
            {"date-parts": [[1949, 2]]},
        ),
        (
            DateRange("1949-01-01", "1949-12-31", "1949~", "about 1949"),
            "1949~",
            "1949",
            "1949///about 1949",
            {"date-parts": [[1949]], "circa": True},
        ),
        (
            DateRange("1948-12-30", "1949-01-02", "1948-12-30/1949-01-02"),
            "1948-12-30/1949-01-02",
            "",
            "",
            {"date-parts": [[1948, 12, 30], [1949, 1, 2]]},
        ),
        (
            DateRange(None, "1949-10-12", "../1949-10-12", "by 12 October"),
            "../1949-10-12",
            "",
            "",
            {"literal": "by 12 October"},
        ),
        (
            DateRange("-0043-03-15", "-0043-03-15", "-0043-03-15"),
            "-0043-03-15",
            "",
            "",
            {"date-parts": [[-43, 3, 15]]},
        ),
        (
            DateRange("1949-02-04", "1949-02-06", "[1949-02-04,1949-02-06]"),
            "",
            "1949",
            "1949///",
            {"date-parts": [[1949, 2, 4], [1949, 2, 6]]},
        ),
    ],
)
def test_dates_in_each_format(
    date: DateRange, bib: str, year: str, published: str, issued: dict[str, Any]
) -> None:
    reference = Reference("d1", "Letter", "Letters", date=date)
    (entry,) = entries(bibtex.encoded([reference]))
    assert (entry.get("date", ""), entry.get("year", "")) == (bib, year)
    (record,) = records(ris.encoded([reference]))
    assert record.get("date", "") == published
    (item,) = json.loads(csl_json.encoded([reference]))
    assert item["issued"] == issued
    Draft202012Validator(CSL).validate([item])


def test_names_are_divided_where_somebody_says_how() -> None:
    mao = Agent("Mao Zedong", "Mao", "Zedong")
    reference = Reference("d1", "Letter", "Letters", authors=(mao, Agent("Politburo")))
    assert entries(bibtex.encoded([reference]))[0]["author"] == "Mao, Zedong and {Politburo}"
    (item,) = json.loads(csl_json.encoded([reference]))
    assert item["author"] == [
        {"family": "Mao", "given": "Zedong", "static-ordering": True},
        {"literal": "Politburo"},
    ]


def test_an_editor_with_an_orcid_is_a_person(index: Index, config: Config) -> None:
    editors = (
        Editor(name="Ada van der Example", orcid="0000-0002-1825-0097"),
        Editor(name="Example, Ben"),
        Editor(name="Institute of Letters"),
    )
    edition = replace_editors(config, editors)
    found = References(index, edition).of_edition().editors
    assert [agent.inverted for agent in found] == [
        "van der Example, Ada",
        "Example, Ben",
        "Institute of Letters",
    ]


def test_the_edition_itself_is_a_book(index: Index, config: Config) -> None:
    whole = References(index, config).of_edition()
    (entry,) = entries(bibtex.encoded([whole]))
    assert (entry["type"], entry["title"], entry["date"]) == ("book", "{The Edition}", "2025-02-03")
    (record,) = records(ris.encoded([replace(whole, url="")]))
    assert (record["type_of_reference"], record["year"]) == ("BOOK", "2025")
    Draft202012Validator(CSL).validate(json.loads(csl_json.encoded([whole])))


def replace_editors(config: Config, editors: tuple[Editor, ...]) -> Config:
    return config.model_copy(
        update={"edition": config.edition.model_copy(update={"editors": editors})}
    )
