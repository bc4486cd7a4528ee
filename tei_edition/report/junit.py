"""Findings as JUnit XML, which most continuous integration shows as a list of tests."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.report.findings import Findings

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return a suite in which each file with findings is a test.

    A file with errors fails; warnings and remarks stand in its output. The other files are one
    test that passes.
    """
    files: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in findings.by_place:
        files[finding.location.path].append(finding)
    failed = [f for f in files if any(d.severity is Severity.ERROR for d in files[f])]
    suite = ElementTree.Element("testsuite", name="tei-edition", errors="0", skipped="0")
    suite.set("tests", str(len(files) + 1))
    suite.set("failures", str(len(failed)))
    ElementTree.SubElement(
        suite, "testcase", classname="tei-edition", name=f"{findings.documents} documents checked"
    )
    for file, found in files.items():
        _case(suite, file, found)
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, file: str, found: list[Diagnostic]) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname="tei-edition", name=_clean(file))
    errors = [d for d in found if d.severity is Severity.ERROR]
    others = [d for d in found if d.severity is not Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        failure = ElementTree.SubElement(
            case, "failure", type=errors[0].code, message=_clean(errors[0].message + more)
        )
        failure.text = _listed(errors)
    if others:
        ElementTree.SubElement(case, "system-out").text = _listed(others)


def _listed(found: list[Diagnostic]) -> str:
    return _clean("\n".join(_line(finding) for finding in found))


def _line(finding: Diagnostic) -> str:
    hint = "".join(f"\n    {line}" for line in finding.hint.splitlines())
    return f"{finding.location}: {finding.severity} {finding.code} {finding.message}{hint}"


def _clean(text: str) -> str:
    """Replace characters that XML cannot hold, such as those that a finding is about."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
