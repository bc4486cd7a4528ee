"""Findings for programs: one JSON object, whose keys are a contract."""

import json
from typing import Any

from tei_edition import __version__
from tei_edition.diagnostics import Diagnostic, Fix, Location
from tei_edition.report.findings import Findings


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the report; lines and columns are 1-based, paths relative to the project.

    Only findings that can be repaired have the key ``fixes``.
    """
    content = {
        "tool": "tei-edition",
        "version": __version__,
        "documents": findings.documents,
        "errors": findings.errors,
        "warnings": findings.warnings,
        "diagnostics": [_finding(finding) for finding in findings.ordered],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(finding.location),
        "hint": finding.hint,
        "xpath": finding.xpath,
        "related": [{**_place(r.location), "message": r.message} for r in finding.related],
        **({"fixes": [_fix(fix) for fix in finding.fixes]} if finding.fixes else {}),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "endLine": edit.end_line,
            "endColumn": edit.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.path, "line": location.line, "column": location.column}
