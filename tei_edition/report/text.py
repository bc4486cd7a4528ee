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

_REPEATED = 3
"""How often the same words may stand in the report before they are explained only once."""


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the report, each finding beginning with ``path:line:column:`` that editors follow.

    What is said of many places in the same words has one cause: every place is named, but the
    lines and the advice stand only with the first.
    """
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for finding in findings.ordered:
        alike.setdefault((finding.code, finding.message, finding.hint), []).append(finding)
    folder = findings.folder
    lines: list[str] = []
    for finding in findings.ordered:
        group = alike[finding.code, finding.message, finding.hint]
        if len(group) <= _REPEATED:
            lines += _finding(finding, folder, colour)
        elif finding is group[0]:
            lines += [*_finding(finding, folder, colour), _advice(_count(group), colour)]
        else:
            lines.append(_head(finding, colour))
    return "".join(f"{line}\n" for line in lines)


def _count(group: list[Diagnostic]) -> str:
    files = len({finding.location.path for finding in group})
    where = f"in {files:,} files" if files > 1 else "in this file"
    return f"{len(group):,} times {where}; this is the first"


def _head(finding: Diagnostic, colour: bool) -> str:
    place = _painted(visible(str(finding.location)), _BOLD, colour)
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], colour)
    return f"{place}: {severity} {finding.code} {visible(finding.message)}"


def _finding(finding: Diagnostic, folder: Path, colour: bool) -> Iterator[str]:
    yield _head(finding, colour)
    yield from _source(finding.location, folder, colour)
    for related in finding.related[:_PLACES]:
        yield _advice(f"{related.location}: {related.message}", colour)
    if len(finding.related) > _PLACES:
        yield _advice(f"and {len(finding.related) - _PLACES} more places", colour)
    for line in finding.hint.splitlines():
        yield _advice(line, colour)


def _head(finding: Diagnostic, colour: bool) -> str:
    place = _painted(visible(str(finding.location)), _BOLD, colour)
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], colour)
    return f"{place}: {severity} {finding.code} {visible(finding.message)}"


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
