"""Runs a Schematron schema in the XSLT 3.0 binding, so that its rules can be tried in tests."""

import copy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
FINDING = "finding"


@dataclass(frozen=True)
class Finding:
    """One assertion that failed, or one report that fired."""

    rule: str
    role: str
    message: str


def compile_rules(path: Path) -> str:
    """The stylesheet that evaluates a schema: a mode per pattern, a template per rule."""
    schema = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
    spaces = {ns.get("prefix"): ns.get("uri") for ns in schema.iter(f"{SCH}ns")}
    sheet = etree.Element(
        f"{XSL}stylesheet", {"version": "3.0"}, nsmap={"xsl": XSL[1:-1], **spaces}
    )
    for let in schema.findall(f"{SCH}let"):
        sheet.append(variable(let))
    start = etree.SubElement(sheet, f"{XSL}template", {"match": "/"})
    findings = etree.SubElement(start, "findings")
    for mode, pattern in enumerate(schema.iter(f"{SCH}pattern")):
        name = f"pattern-{mode}"
        etree.SubElement(findings, f"{XSL}apply-templates", {"select": "/", "mode": name})
        etree.SubElement(sheet, f"{XSL}mode", {"name": name, "on-no-match": "shallow-skip"})
        rules = pattern.findall(f"{SCH}rule")
        for priority, rule in enumerate(reversed(rules), 1):
            sheet.append(template(rule, name, priority))
    return etree.tostring(sheet, encoding="unicode")


def variable(let: etree._Element) -> etree._Element:
    return etree.Element(f"{XSL}variable", {"name": let.get("name"), "select": let.get("value")})


def template(rule: etree._Element, mode: str, priority: int) -> etree._Element:
    made = etree.Element(
        f"{XSL}template", {"match": rule.get("context"), "mode": mode, "priority": str(priority)}
    )
    for part in rule:
        if part.tag == f"{SCH}let":
            made.append(variable(part))
            continue
        test = part.get("test") if part.tag == f"{SCH}report" else f"not({part.get('test')})"
        condition = etree.SubElement(made, f"{XSL}if", {"test": test})
        finding = etree.SubElement(
            condition, FINDING, {"rule": part.get("id", ""), "role": part.get("role", "")}
        )
        finding.text = part.text
        for child in copy.deepcopy(part):
            select = child.get("select", child.get("path", "name()"))
            inserted = etree.SubElement(finding, f"{XSL}value-of", {"select": select})
            inserted.tail = child.tail
    etree.SubElement(made, f"{XSL}apply-templates", {"select": "node()", "mode": mode})
    return made


class Rules:
    """A compiled Schematron schema."""

    def __init__(self, path: Path) -> None:
        processor = PySaxonProcessor(license=False)
        compiler = processor.new_xslt30_processor()
        self.processor = processor
        self.executable = compiler.compile_stylesheet(stylesheet_text=compile_rules(path))

    def run(self, document: Path) -> list[Finding]:
        """What the rules find in a document, which may look into the files around it."""
        node = self.processor.parse_xml(xml_file_name=str(document))
        self.executable.set_global_context_item(xdm_item=node)
        found = self.executable.transform_to_string(xdm_node=node)
        return [
            Finding(f.get("rule"), f.get("role"), " ".join("".join(f.itertext()).split()))
            for f in etree.fromstring(found.encode()).iter(FINDING)
        ]
