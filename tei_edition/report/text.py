"""Findings for people: the place first, then what is wrong, the line itself, and what to do."""

from collections.abc import Iterator
from pathlib import Path

from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.report.excerpt import excerpt, visible
from tei_edition.report.findings import Findings

_BOLD, _DIM, _GREEN, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[0m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}

_PLACES = 5
"""How many other places are listed; other formats have them all."""


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the report, each finding beginning with ``path:line:column:`` that editors follow."""
    lines = (line for d in findings.ordered for line in _finding(d, findings.folder, colour))
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Diagnostic, folder: Path, colour: bool) -> Iterator[str]:
    place = _painted(visible(str(finding.location)), _BOLD, colour)
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], colour)
    yield f"{place}: {severity} {finding.code} {visible(finding.message)}"
    yield from _source(finding.location, folder, colour)
    for related in finding.related[:_PLACES]:
        yield _advice(f"{related.location}: {related.message}", colour)
    if len(finding.related) > _PLACES:
        yield _advice(f"and {len(finding.related) - _PLACES} more places", colour)
    for line in finding.hint.splitlines():
        yield _advice(line, colour)


def _source(location: Location, folder: Path, colour: bool) -> Iterator[str]:
    """Yield the line with a caret below; nothing where the finding is about the whole file."""
    if (location.line, location.column) == (1, 1):
        return
    found = excerpt(folder / location.path, location.line, location.column)
    if found:
        bar = _painted("   |", _DIM, colour)
        yield f"{bar}    {found.text}"
        yield f"{bar}    {_painted(found.underline, _GREEN, colour)}"


def _advice(line: str, colour: bool) -> str:
    return f"{_painted('   =', _DIM, colour)} {visible(line)}"


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour else text
