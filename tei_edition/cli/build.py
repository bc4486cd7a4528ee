"""``tei-edition build``: the site."""

from pathlib import Path

import click

from tei_edition.cli import options
from tei_edition.cli.boundary import PROBLEMS
from tei_edition.cli.session import Session


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
    "--cache-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to remember what is current.  [default: the user's cache folder]",
)
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
    """
    from tei_edition import pipeline
    from tei_edition.project import check_output
    from tei_edition.report import Findings

    session = ctx.ensure_object(Session)
    project = session.open(folder, {"site.directory": directory})
    check_output(project)
    with session.progress() as progress:
        outcome = pipeline.build(
            project,
            output=project.output,
            cache=cache_dir,
            jobs=jobs,
            strict=strict,
            clean=clean,
            drafts=drafts,
            progress=progress,
        )
    findings = Findings(project.folder, outcome.diagnostics, outcome.documents)
    session.findings(findings)
    session.summary(outcome, findings)
    if findings.failed(strict=strict):
        ctx.exit(PROBLEMS)
