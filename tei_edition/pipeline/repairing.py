"""Carrying out the repairs that findings offer: file by file, whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tei_edition.diagnostics import Diagnostic
from tei_edition.project import Project
from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.edits import carry_out, compatible


@dataclass(frozen=True)
class Repair:
    """A file with its bytes before and after, and the findings that are then repaired.

    With a `fault`, the file cannot be repaired, and nothing of it is to be changed.
    """

    name: str
    path: Path
    before: bytes = b""
    after: bytes = b""
    findings: tuple[Diagnostic, ...] = ()
    fault: str = ""


def repairable(finding: Diagnostic) -> bool:
    """Say whether there is one repair that needs no second thought; else a person has to choose."""
    return len(finding.fixes) == 1 and finding.fixes[0].safe


def repairs(project: Project, findings: Iterable[Diagnostic], since: float) -> tuple[Repair, ...]:
    """Return what the repairs of the findings change, one for each file.

    `since` is when the files were about to be read, in seconds of the clock: what somebody has
    saved after that is left alone.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for finding in sorted(findings, key=lambda finding: finding.sort_key):
        if repairable(finding):
            by_file.setdefault(finding.location.path, []).append(finding)
    return tuple(_repair(project, name, found, since) for name, found in by_file.items())


def _repair(project: Project, name: str, findings: list[Diagnostic], since: float) -> Repair:
    path = project.path(name)
    fixes = set(compatible(finding.fixes[0] for finding in findings))
    edits = [edit for fix in fixes for edit in fix.edits]
    try:
        before = path.read_bytes()
        if path.stat().st_mtime > since:
            return Repair(
                name, path, fault="it has changed since it was read; run the command again"
            )
        after = carry_out(before, edits)
    except OSError as error:
        return Repair(name, path, fault=(error.strerror or str(error)).lower())
    except ValueError as error:
        return Repair(name, path, fault=str(error))
    if not isinstance(parse_bytes(after, name), Document):
        return Repair(name, path, fault="it would no longer be well-formed")
    done = tuple(finding for finding in findings if finding.fixes[0] in fixes)
    return Repair(name, path, before, after, done)


def write(repair: Repair) -> str:
    """Put the repaired file in the place of the other; return why that failed, or nothing.

    The file is whole at every moment, and keeps its permissions; a link stays a link.
    """
    target = Path(os.path.realpath(repair.path))
    temporary: Path | None = None
    try:
        if target.read_bytes() != repair.before:
            return "it has just been changed; run the command again"
        if not os.access(target, os.W_OK):
            return "it may not be written"
        number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(repair.after)
        shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        return (error.strerror or str(error)).lower()
    return ""
