"""Findings as annotations on the changed lines of a pull request (GitHub's workflow commands)."""

import os
from pathlib import Path

from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.report.findings import Findings

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return a command for each place, with paths relative to the checked-out repository."""
    prefix = _from_repository(findings.folder)
    return "".join(_command(finding, prefix) for finding in findings.by_place)


def _from_repository(folder: Path) -> str:
    """Return the way from the repository's folder to the project's, empty where they are one."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    relative = os.path.relpath(os.path.realpath(folder), os.path.realpath(workspace or folder))
    outside = relative == "." or relative.startswith("..")
    return "" if outside else Path(relative).as_posix() + "/"


def _command(finding: Diagnostic, prefix: str) -> str:
    place = finding.location
    properties = {
        "file": os.path.normpath(prefix + place.path).replace(os.sep, "/"),
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(part for part in (finding.message, finding.hint) if part)
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
