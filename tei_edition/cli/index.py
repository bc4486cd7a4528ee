"""``tei-edition index``: who wrote to whom, when and from where."""

from pathlib import Path
from typing import Any

import click

from tei_edition.cli import options
from tei_edition.cli.boundary import PROBLEMS
from tei_edition.cli.session import Session


class _FormatChoice(click.ParamType):  # type: ignore[type-arg]  # generic since Click 8.3
    """The names of the exports, which are looked up only when the edition is known."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        from tei_edition.exports import EXPORTS

        return f"[{'|'.join(EXPORTS)}]"


@click.command("index", short_help="Print the correspondence index.")
@options.project
@click.option(
    "--format",
    "form",
    type=_FormatChoice(),
    default="table",
    show_default=True,
    help="A table to read, or data to use elsewhere.",
)
@options.file
@options.jobs
@click.pass_context
def command(
    ctx: click.Context, *, folder: Path | None, form: str, output: Path | None, jobs: int
) -> None:
    """Print who wrote to whom, when and from where, in order of date.

    \b
    Example:
      tei-edition index
      tei-edition index --format cmif --output cmif.xml
    """
    from tei_edition import pipeline
    from tei_edition.exports import EXPORTS
    from tei_edition.plugins import load
    from tei_edition.report import Findings

    session = ctx.ensure_object(Session)
    project = session.open(folder)
    exports = {**EXPORTS, **{export.name: export for export in load(project).exports}}
    if form not in exports:
        raise click.BadParameter(
            f"{form!r} is not one of {', '.join(exports)}", ctx, param_hint="--format"
        )
    with session.progress() as progress:
        outcome = pipeline.load_index(project, jobs=jobs, progress=progress)
    if outcome.index is None:
        raise AssertionError("an outcome of load_index has an index")
    findings = Findings(project.folder, outcome.diagnostics, outcome.documents)
    session.findings(findings)
    session.result(exports[form].write(outcome.index, project.config), output)
    session.summary(outcome, findings)
    if findings.failed(strict=False):
        ctx.exit(PROBLEMS)
