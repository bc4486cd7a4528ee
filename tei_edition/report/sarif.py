"""Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""

import json
from typing import Any
from urllib.parse import quote

from tei_edition import __version__
from tei_edition.diagnostics import Diagnostic, Fix, Location, Rule, Severity
from tei_edition.report.findings import Findings

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return a log with one run: a result for each place, and the rules that these name."""
    codes = sorted({finding.code for finding in findings.ordered})
    run = {
        "tool": {
            "driver": {
                "name": "tei-edition",
                "semanticVersion": __version__,
                "rules": [_rule(code, findings.rules.get(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings.by_place],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": _unwrapped(rule.text)},
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "none")},
    }


def _unwrapped(text: str) -> str:
    """Return a text with a line for each paragraph: viewers break lines themselves."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _result(finding: Diagnostic, rule: int) -> dict[str, Any]:
    text = "\n".join(part for part in (finding.message, finding.hint) if part)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.location)],
    }
    if finding.xpath:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": finding.xpath}]
    if finding.related:
        result["relatedLocations"] = [
            {**_location(related.location), "id": number, "message": {"text": related.message}}
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(fix, finding.location.path) for fix in finding.fixes]
    return result


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": quote(path)}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _location(location: Location) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(location.path)},
            "region": {"startLine": location.line, "startColumn": location.column},
        }
    }
