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
"""How often a finding may stand in the report with the line of its source and all advice."""

_LISTED = 20
"""How often it may stand in the report by its place; more are counted."""


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the report, each finding beginning with ``path:line:column:`` that editors follow.

    What is said of many places in the same words has one cause: it is explained once, and where
    the places are very many, they are only counted.
    """
    lines = (line for group in _groups(findings) for line in _group(group, findings.folder, colour))
    return "".join(f"{line}\n" for line in lines)


def _groups(findings: Findings) -> list[list[Diagnostic]]:
    """Return findings of the same words together, each group at the place of its first."""
    groups: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for finding in findings.ordered:
        groups.setdefault((finding.code, finding.message, finding.hint), []).append(finding)
    few = [[finding] for g in groups.values() if len(g) <= _REPEATED for finding in g]
    many = [group for group in groups.values() if len(group) > _REPEATED]
    return sorted([*few, *many], key=lambda group: group[0].sort_key)


def _group(group: list[Diagnostic], folder: Path, colour: bool) -> Iterator[str]:
    yield from _finding(group[0], folder, colour)
    if len(group) <= _LISTED:
        yield from (_head(finding, colour) for finding in group[1:])
    else:
        files = len({finding.location.path for finding in group})
        where = f"in {files:,} files" if files > 1 else "in this file"
        yield _advice(f"{len(group):,} times {where}; this is the first", colour)


def _finding(finding: Diagnostic, folder: Path, colour: bool) -> Iterator[str]:
    yield _head(finding, colour)
    yield from _source(finding.location, folder, colour)
    for related in finding.related[:_PLACES]:
        yield _advice(f"{related.location}: {related.message}", colour)
    if len(finding.related) > _PLACES:
        more = len(finding.related) - _PLACES
        yield _advice(f"and {more:,} more place{'s' if more > 1 else ''}", colour)
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
