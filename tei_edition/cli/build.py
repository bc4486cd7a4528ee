"""``tei-edition build``: the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import options
from tei_edition.cli.boundary import PROBLEMS
from tei_edition.cli.session import Session
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.cli.timings import Timings
    from tei_edition.pipeline import Outcome


@click.command("build", short_help="Build the site.")
@options.project
@options.site
@options.jobs
@options.strict
@click.option(
    "--clean", is_flag=True, help="Make every page anew, whatever is known to be current."
)
@click.option("--drafts", is_flag=True, help="Publish documents with the status draft, too.")
@click.option(
    "--report",
    metavar="FILE",
    help="Write what was left out, not rendered or not resolved: .json, .html, else text.",
)
@click.option("--explain", is_flag=True, help="Say of each file that is made why it is.")
@click.option(
    "--timings",
    metavar="[FILE]",
    is_flag=False,
    flag_value="-",
    help="Say how long each stage took; with a file, write it there as JSON.",
)
@click.option(
    "--executor",
    metavar="NAME",
    help="Let a cluster do the work: dask:ADDRESS of a Dask scheduler.",
)
@options.cache
@click.pass_context
def command(
    ctx: click.Context,
    *,
    folder: Path | None,
    directory: str | None,
    jobs: int,
    strict: bool,
    clean: bool,
    drafts: bool,
    report: str | None,
    explain: bool,
    timings: str | None,
    executor: str | None,
    cache_dir: Path | None,
) -> None:
    """Validate, index, transform and publish the edition; only what changed is made anew.

    A document that cannot be published is left out and reported, and the exit status is 1. With
    --strict, nothing is published if anything is wrong. The earlier site stays until the new one
    is complete.

    \b
    Example:
      tei-edition build
      tei-edition build --project letters --output /srv/www/letters --strict
      tei-edition build --explain --timings timings.json
    """
    from tei_edition.cli.timings import Timings
    from tei_edition.report import Findings, losses

    session = ctx.ensure_object(Session)
    given = {"site.directory": directory}
    measured = Timings()
    outcome = None if clean else _unchanged(session, folder, given, cache_dir, drafts=drafts)
    if outcome is None:
        from tei_edition import pipeline

        project = session.open(folder, given)
        with session.progress() as measured.progress, _crew(executor, jobs) as crew:
            outcome = pipeline.build(
                project,
                output=project.output,
                cache=cache_dir,
                strict=strict,
                clean=clean,
                drafts=drafts,
                progress=measured,
                **crew,
            )
    findings = Findings(session.folder, outcome.diagnostics, outcome.documents)
    session.findings(findings)
    if report is not None:
        session.result(losses.writer(report)(findings), Path(report))
    if explain:
        _explain(session, outcome)
    _tell(session, measured, timings, outcome.seconds)
    session.summary(outcome, findings)
    if findings.failed(strict=strict):
        ctx.exit(PROBLEMS)


def _unchanged(
    session: Session,
    folder: Path | None,
    given: dict[str, str | None],
    cache: Path | None,
    *,
    drafts: bool,
) -> "Outcome | None":
    """Return what the last build came to if nothing has changed, quickly."""
    from tei_edition.pipeline.cache import cache_folder
    from tei_edition.pipeline.unchanged import remembered
    from tei_edition.project import check_output

    try:
        project = session.open(folder, given, check=False)
        check_output(project)
    except TeiEditionError:
        return None  # the real build says what is wrong, and all of it
    return remembered(project, cache_folder(cache), drafts=drafts)


@contextmanager
def _crew(executor: str | None, jobs: int) -> Iterator[dict[str, Any]]:
    """Yield who does the work, as arguments of the pipeline."""
    if executor is None:
        yield {"jobs": jobs}
        return
    from tei_edition.build.executors import ExecutorError, named

    try:
        with named(executor) as crew:
            yield {"jobs": crew.workers, "executor": crew.executor, "losses": crew.losses}
    except ExecutorError as error:
        raise click.UsageError(str(error)) from error


def _explain(session: Session, outcome: "Outcome") -> None:
    for path, reason in sorted(outcome.reasons.items()):
        session.result(f"{path}: {reason}\n")
    for path in outcome.gone:
        session.result(f"{path}: removed, nothing claims it any more\n")


def _tell(session: Session, timings: "Timings", where: str | None, seconds: float) -> None:
    if where == "-":
        click.echo(timings.as_table(seconds), err=True)
    elif where is not None:
        session.result(timings.as_json(seconds), Path(where))
