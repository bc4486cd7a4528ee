"""``tei-edition validate``: every problem of every file, and an exit status."""

import os
import sys
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import codes, options, repair
from tei_edition.cli.boundary import PROBLEMS, USAGE
from tei_edition.cli.session import Session
from tei_edition.errors import TeiEditionError
from tei_edition.report import FORMATS, Findings

if TYPE_CHECKING:
    from tei_edition.pipeline import Outcome
    from tei_edition.project import Project


@click.command("validate", short_help="Check documents against the schema and the rules.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@options.project
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to report.  [default: text; github inside GitHub Actions]",
)
@options.file
@options.schema
@options.strict
@click.option("--select", metavar="CODES", multiple=True, help="Report only these codes or areas.")
@click.option(
    "--ignore", metavar="CODES", multiple=True, help="Do not report these codes or areas."
)
@click.option(
    "--fix",
    is_flag=True,
    help="Show, as a diff, what can be repaired without a second thought; change nothing.",
)
@click.option("--write", is_flag=True, help="With --fix: change the files, and check them again.")
@options.jobs
@click.option("--clean", is_flag=True, help="Check every file anew, whatever is known of it.")
@options.cache
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    folder: Path | None,
    form: str | None,
    output: Path | None,
    schema: str | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    write: bool,
    jobs: int,
    clean: bool,
    cache_dir: Path | None,
) -> None:
    """Check well-formedness, the schemas, references and the rules of the edition.

    A file that was checked before and has not changed, nor its schema, is not checked again.
    Without a PATH, all documents of the project are checked. CODES are separated by commas: a
    code such as RNG103, or an area such as RNG.

    \b
    Example:
      tei-edition validate
      tei-edition validate tei/documents/1949-02-04.xml --schema schemas/edition.rng
      tei-edition validate --format json --ignore ENT > report.json
      tei-edition validate --fix --select DAT
    """
    from tei_edition.catalogue import rules_of

    if write and not fix:
        raise click.UsageError("--write goes with --fix")
    if fix and form and not write:
        raise click.UsageError("--fix shows a diff; --format goes with --fix --write")
    from tei_edition.pipeline.cache import cache_folder

    session = ctx.ensure_object(Session)
    report = partial(_report, session, form or _usual_format(), output)
    try:
        project = session.open(folder, {"validation.schema": schema}, paths)
        rules = rules_of(project)
        wanted = codes.chosen(select, rules), codes.chosen(ignore, rules)
        work = {"paths": paths, "jobs": jobs, "cache": cache_folder(cache_dir), "clean": clean}
        run = partial(_run, session, project, work, wanted)
        outcome, findings = repair.until_done(session, project, run) if write else run()
    except TeiEditionError as error:
        report(Findings(session.folder, error.diagnostics))
        ctx.exit(USAGE)
    if fix and not write:
        repair.show(session, project, findings, outcome.started, output)
    else:
        report(findings)
        repair.mention(session, findings)
    session.summary(outcome, findings)
    if findings.failed(strict=strict):
        ctx.exit(PROBLEMS)


def _run(
    session: Session,
    project: "Project",
    work: dict[str, Any],
    codes: tuple[Collection[str], Collection[str]],
) -> "tuple[Outcome, Findings]":
    from tei_edition import pipeline
    from tei_edition.catalogue import rules_of

    with session.progress() as progress:
        outcome = pipeline.validate(project, progress=progress, **work)
    everything = Findings(project.folder, outcome.diagnostics, outcome.documents, rules_of(project))
    return outcome, everything.only(*codes)


def _usual_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _report(session: Session, form: str, output: Path | None, findings: Findings) -> None:
    colour = output is None and session.colour(sys.stdout)
    session.result(FORMATS[form](findings, colour=colour), output)
