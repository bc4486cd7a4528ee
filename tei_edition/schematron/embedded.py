"""Rules that stand inside a RELAX NG schema, where TEI puts them, as a schema of their own."""

from copy import deepcopy

from lxml import etree

from tei_edition.schematron.names import SCH, sch

_TOP = ("pattern", "ns", "let", "diagnostics", "properties", "phase")


def extract(grammar: etree._Element) -> etree._Element | None:
    """Return the rules of a RELAX NG schema (XML syntax), ``None`` where it has none.

    A rule that stands outside any pattern is in a pattern of its own, and an assertion outside any
    rule cannot be used.
    """
    schema = etree.Element(sch("schema"), {"queryBinding": "xslt3"}, nsmap={"sch": SCH})
    prefixes: set[str | None] = set()
    for element in grammar.iter(*(sch(name) for name in (*_TOP, "rule"))):
        if any(etree.QName(a).namespace == SCH for a in element.iterancestors()):
            continue
        copy = deepcopy(element)
        copy.tail = None
        if element.tag == sch("ns"):
            if element.get("prefix") in prefixes:
                continue
            prefixes.add(element.get("prefix"))
            schema.insert(0, copy)
        elif element.tag == sch("rule"):
            etree.SubElement(schema, sch("pattern")).append(copy)
        else:
            schema.append(copy)
    return schema if any(True for _ in schema.iter(sch("rule"))) else None
