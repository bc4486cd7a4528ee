"""Fills the tables of the encoding guide from the schema: `python -m tests.schemas.guide`."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

PROJECT = Path(__file__).parents[2]
GUIDE = PROJECT / "docs" / "encoding.md"
RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
LIST = re.compile(r"(<!-- list: ([\w. -]+) (\w+)/@([\w:]+) -->\n)(?:\n\|.*(?:\n\|.*)*\n)?")
RULES = re.compile(r"(<!-- rules -->\n)(?:\n\|.*(?:\n\|.*)*\n)?")
SCHEMA = etree.parse(PROJECT / "schemas" / "edition.rng")


def attributes(definition: str, element: str, name: str) -> Iterator[etree._Element]:
    """The attributes of an element in a definition; "attribute" means: of no element there."""
    (define,) = SCHEMA.xpath("//*[local-name() = 'define'][@name = $name]", name=definition)
    for found in define.iter(f"{RNG}attribute"):
        owner = next(found.iterancestors(f"{RNG}element"), None)
        if found.get("name") == name and (
            element == "attribute" if owner is None else owner.get("name") == element
        ):
            yield found


def values(definitions: str, element: str, name: str) -> dict[str, str]:
    """The closed list of an attribute: each value with its meaning."""
    meanings = {}
    for definition in definitions.split():
        for attribute in attributes(definition, element, name):
            for value in attribute.iter(f"{RNG}value"):
                meanings[value.text or ""] = " ".join((value.getnext().text or "").split())
    return meanings


def table(match: re.Match[str]) -> str:
    """The marker and, below it, the list as a table."""
    definitions, element, name = match[2], match[3], match[4]
    listed = values(definitions, element, name)
    assert listed, f"no list for {match[1]}"
    heading = f"@{name}" if element == "attribute" else f"{element}/@{name}"
    rows = [f"| `{value}` | {meaning} |\n" for value, meaning in listed.items()]
    return f"{match[1]}\n| `{heading}` | means |\n|---|---|\n{''.join(rows)}"


def rules(match: re.Match[str]) -> str:
    """The marker and, below it, the Schematron rules by pattern."""
    rows = ["| about | rule | severity |\n|---|---|---|\n"]
    schematron = etree.parse(PROJECT / "schemas" / "edition.sch")
    for pattern in schematron.iter(f"{SCH}pattern"):
        for check in pattern.iter(f"{SCH}assert", f"{SCH}report"):
            title = pattern.findtext(f"{SCH}title")
            rows.append(f"| {title} | `{check.get('id')}` | {check.get('role')} |\n")
    return f"{match[1]}\n{''.join(rows)}"


def filled(guide: str) -> str:
    """The guide with its tables as the schema has them."""
    return RULES.sub(rules, LIST.sub(table, guide))


if __name__ == "__main__":
    GUIDE.write_text(filled(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
