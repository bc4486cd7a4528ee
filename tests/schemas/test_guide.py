"""The encoding guide has the lists of the schema, and examples that are valid."""

import re

import pytest
from lxml import etree

from tests.schemas.changes import COVER, LETTER, TALK, TEI, find, read
from tests.schemas.guide import GUIDE, PROJECT, filled

TEXT = GUIDE.read_text(encoding="utf-8")
NAMES = {"LETTER": LETTER, "COVER": COVER, "TALK": TALK}
EXAMPLE = re.compile(r"<!-- in (\w+), for (\S+) -->\n```xml\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall(TEXT)


def test_the_tables_are_those_of_the_schema() -> None:
    assert filled(TEXT) == TEXT, "run: python -m tests.schemas.guide"


def test_every_example_says_where_it_belongs() -> None:
    assert len(EXAMPLES) == TEXT.count("```xml\n") > 10


@pytest.mark.parametrize(("name", "path", "xml"), EXAMPLES, ids=[each[1] for each in EXAMPLES])
def test_an_example_is_valid(name: str, path: str, xml: str) -> None:
    root = read(NAMES.get(name, name))
    place = find(root, path)
    (example,) = etree.fromstring(f'<x xmlns="{TEI}">{xml}</x>')
    place.getparent().replace(place, example)
    schema = etree.RelaxNG(file=PROJECT / "schemas" / "edition.rng")
    assert schema.validate(root), schema.error_log


def test_every_link_inside_the_guide_leads_somewhere() -> None:
    headings = re.findall(r"^## (.*)$", TEXT, flags=re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) == anchors
