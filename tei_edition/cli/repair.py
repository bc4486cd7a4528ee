"""What ``validate --fix`` does with the repairs that findings offer: shows or writes them."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.cli.session import Session
from tei_edition.report import Findings
from tei_edition.report.diff import render

if TYPE_CHECKING:
    from tei_edition.pipeline import Outcome
    from tei_edition.pipeline.repairing import Repair
    from tei_edition.project import Project

_MOST_ROUNDS = 5


def mention(session: Session, findings: Findings) -> None:
    """Say how many findings can be repaired, where any can."""
    number = sum(len(finding.fixes) == 1 for finding in findings.diagnostics)
    if number:
        these = "1 of them" if number == 1 else f"{number} of them"
        session.news(f"{these} can be repaired without a second thought: validate --fix shows how")


def show(
    session: Session, project: "Project", findings: Findings, since: float, output: Path | None
) -> None:
    """Print what would be changed, as a diff; change nothing."""
    from tei_edition.xml.edits import characters

    colour = output is None and session.colour(sys.stdout)
    found = _repairs(session, project, findings, since)
    diffs = [
        render(r.name, characters(r.before), characters(r.after), colour=colour) for r in found
    ]
    session.result("".join(diffs), output)
    if found:
        session.news("nothing has been changed; --fix --write does it")
    else:
        session.news("there is nothing that can be repaired without you")


def until_done(
    session: Session, project: "Project", run: Callable[[], "tuple[Outcome, Findings]"]
) -> "tuple[Outcome, Findings]":
    """Repair, and look again: repairs that touch the same place are made one after the other."""
    outcome, findings = run()
    for round in range(_MOST_ROUNDS):
        if not _carry_out(session, project, findings, outcome.started):
            if not round:
                session.news("nothing was repaired")
            break
        outcome, findings = run()
    return outcome, findings


def _carry_out(session: Session, project: "Project", findings: Findings, since: float) -> bool:
    """Write the repaired files and say what was repaired; say whether anything was."""
    from tei_edition.pipeline.repairing import write

    done = False
    for repair in _repairs(session, project, findings, since):
        if fault := write(repair):
            session.news(f"not repaired: {repair.name}: {fault}")
            continue
        done = True
        titles = Counter(f"{f.code} {f.fixes[0].title}" for f in repair.findings)
        for title, number in titles.items():
            times = f" ({number} times)" if number > 1 else ""
            session.news(f"repaired: {repair.name}: {title}{times}")
    return done


def _repairs(
    session: Session, project: "Project", findings: Findings, since: float
) -> "list[Repair]":
    from tei_edition.pipeline.repairing import repairs

    found = repairs(project, findings.diagnostics, since)
    for repair in found:
        if repair.fault:
            session.news(f"not repaired: {repair.name}: {repair.fault}")
    return [repair for repair in found if not repair.fault]
