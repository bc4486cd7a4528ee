"""Validating a document against a RELAX NG schema: the engine's findings as diagnostics."""

import os
import posixpath
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Fix, Location, Rule, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.namespaces import TEI, tei
from tei_edition.relaxng import Finding, Schema, SchemaError
from tei_edition.relaxng.rules import RULES as GRAMMAR_RULES
from tei_edition.xml import Document
from tei_edition.xml.edits import between, offset

UNUSABLE_SCHEMA = Rule(
    "RNG001",
    Severity.ERROR,
    "a schema cannot be used",
    """The RELAX NG schema is missing, is not XML or compact syntax, or breaks a rule of RELAX NG,
so that nothing could be validated against it. The place is in the schema, not in a document. If
the schema was made from an ODD, make it again; if you wrote it, mend it there.""",
)

RULES = (UNUSABLE_SCHEMA, *GRAMMAR_RULES.values())


def load_schema(path: Path, name: str) -> Schema:
    """Load a schema (.rng or .rnc). `name` is its path in the project.

    Raises `TeiEditionError` with the place in the schema.
    """
    try:
        return Schema.from_file(path)
    except SchemaError as error:
        place = Location(_in_project(error.path, path, name), max(error.line, 1))
        found = UNUSABLE_SCHEMA.at(
            place, f"the schema cannot be used: {error.message}", error.advice
        )
        raise TeiEditionError(found) from error


def _in_project(file: str, schema: Path, name: str) -> str:
    """Return the path in the project of a file that a schema, whose `name` is known, includes."""
    if not file or not os.path.isabs(file):  # noqa: PTH117
        return name
    way = os.path.relpath(os.path.realpath(file), os.path.realpath(schema.parent))
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), Path(way).as_posix()))


def findings(schema: Schema, document: Document) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document by its schema, at exact places."""
    if schema.is_valid(document.root):
        return
    for finding in schema.findings(document.root):
        yield GRAMMAR_RULES[finding.code].at(
            _place(finding, document),
            finding.message,
            finding.hint,
            xpath=_xpath(finding),
            fixes=_fixes(finding, document),
        )


def without_namespace(document: Document) -> Iterator[Diagnostic]:
    """Yield that a document would be TEI in another namespace, where no grammar can say so."""
    root = etree.QName(document.root)
    if root.localname in ("TEI", "teiCorpus") and root.namespace != TEI:
        said = f'in the namespace "{root.namespace}"' if root.namespace else "in no namespace"
        yield GRAMMAR_RULES["RNG111"].at(
            document.location(document.root),
            f'element "{root.localname}" is {said}, but TEI is in "{TEI}"',
            f'write <{root.localname} xmlns="{TEI}">',
            fixes=_declaration(document),
        )


def _fixes(finding: Finding, document: Document) -> tuple[Fix, ...]:
    """Return the declaration of the namespace where the whole document lacks the one of TEI."""
    root = document.root
    if finding.code != "RNG111" or finding.element is not root or finding.expected != (tei("TEI"),):
        return ()
    return _declaration(document) if root.tag == "TEI" else ()


def _declaration(document: Document) -> tuple[Fix, ...]:
    """Return the declaration on the root element, if no element has a namespace."""
    root = document.root
    if any(str(e.tag).startswith("{") for e in root.iter(etree.Element)):
        return ()
    text, place, start = (
        document.source_text,
        document.location(root),
        f"<{etree.QName(root).localname}",
    )
    after = offset(text, place.line, place.column) + len(start)
    if text[after - len(start) : after] != start:
        return ()
    edit = between(text, after, after, f' xmlns="{TEI}"')
    return (Fix("declare the namespace of the TEI", (edit,)),)


def _place(finding: Finding, document: Document) -> Location:
    if finding.text_of is None:
        return document.location(finding.element, finding.attribute)
    if finding.text_of is finding.element:
        return document.text_location(finding.element)
    before = finding.text_of.itersiblings(etree.Element, preceding=True)
    return document.text_location(finding.element, 1 + sum(1 for _ in before))


def _xpath(finding: Finding) -> str:
    """Return the path of the node, as ``fn:path`` writes it."""
    steps = []
    element: etree._Element | None = finding.element
    while element is not None:
        name = etree.QName(element)
        position = 1 + sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
        steps.append(f"/Q{{{name.namespace or ''}}}{name.localname}[{position}]")
        element = element.getparent()
    path = "".join(reversed(steps))
    if finding.attribute is None:
        return path
    attribute = etree.QName(finding.attribute)
    namespace = f"Q{{{attribute.namespace}}}" if attribute.namespace else ""
    return f"{path}/@{namespace}{attribute.localname}"
