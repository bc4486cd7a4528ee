"""The suite for the data types of XML Schema: which texts are valid, equal and ordered."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei_edition.relaxng import Schema, SchemaError
from tei_edition.relaxng.datatypes import XSD, find
from tests.conformance.relaxng.suite import suite

RNG = "http://relaxng.org/ns/structure/1.0"


def judged(name: str, case: etree._Element) -> bool:
    """Whether a schema with the data type and the parameters of a case accepts its text."""
    root = etree.Element(f"{{{RNG}}}element", name="x", datatypeLibrary=XSD, nsmap={None: RNG})
    data = etree.SubElement(root, f"{{{RNG}}}data", type=name)
    for key, value in case.attrib.items():
        if key != "internalSubset":
            etree.SubElement(data, f"{{{RNG}}}param", name=str(key)).text = str(value)
    document = etree.Element("x", nsmap={k: v for k, v in case.nsmap.items() if k})
    document.text = case.text
    subset = f"<!DOCTYPE x [{case.get('internalSubset', '')}]>"
    text = subset + etree.tostring(document, encoding="unicode")
    return Schema.from_string(etree.tostring(root)).is_valid(etree.fromstring(text))


def wrong_verdicts(root: etree._Element) -> Iterator[str]:
    for datatype in root:
        name = str(datatype.get("name"))
        for case in datatype.iterchildren("valid", "invalid"):
            try:
                accepted = judged(name, case)
            except SchemaError:
                accepted = False
            if accepted != (case.tag == "valid"):
                yield f"{name}: {case.text!r} is {case.tag}"


def test_valid_and_invalid() -> None:
    assert list(wrong_verdicts(suite("xsdtest.xml"))) == []


def test_equality() -> None:
    for datatype in suite("xsdtest.xml").iter("datatype"):
        kind = find(XSD, str(datatype.get("name")), [])
        for classes in datatype.iterchildren("equiv"):
            values = [
                (number, kind.value_of(value.text or "", value))
                for number, each in enumerate(classes)
                for value in each
            ]
            for number, value in values:
                for other_number, other in values:
                    assert (value == other) == (number == other_number), (kind.name, value, other)


def test_order() -> None:
    for datatype in suite("xsdtest.xml").iter("datatype"):
        name = str(datatype.get("name"))
        for pair in datatype.iterchildren("lessThan", "incomparable"):
            less, more = (value.text or "" for value in pair)
            below = find(XSD, name, [("maxExclusive", more)]).allows(less)
            above = find(XSD, name, [("maxExclusive", less)]).allows(more)
            assert (below, above) == (pair.tag == "lessThan", False), (name, less, more)


def test_the_schema_may_be_anywhere(tmp_path: Path) -> None:
    """A folder with a space or an umlaut in its name does no harm."""
    folder = tmp_path / "Briefe für Anna"
    folder.mkdir()
    (folder / "inner.rng").write_text(f'<element name="a" xmlns="{RNG}"><empty/></element>')
    outer = folder / "outer.rng"
    outer.write_text(f'<element name="r" xmlns="{RNG}"><externalRef href="inner.rng"/></element>')
    assert Schema.from_file(outer).is_valid(etree.fromstring("<r><a/></r>"))
