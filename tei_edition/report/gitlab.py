"""Findings for GitLab's merge requests (Code Quality report format)."""

import hashlib
import json
from typing import Any

from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.report.findings import Findings

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return an issue for each place, which is recognised again when only its line has changed."""
    seen: dict[str, int] = {}
    issues = [_issue(finding, seen) for finding in findings.by_place]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Diagnostic, seen: dict[str, int]) -> dict[str, Any]:
    identity = "\n".join((finding.code, finding.location.path, finding.message))
    seen[identity] = seen.get(identity, 0) + 1
    fingerprint = hashlib.sha256(f"{identity}\n{seen[identity]}".encode()).hexdigest()
    return {
        "description": "\n".join(part for part in (finding.message, finding.hint) if part),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.location.path, "lines": {"begin": finding.location.line}},
    }
