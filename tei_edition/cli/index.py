"""``tei-edition index``: who wrote to whom, when and from where."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import options
from tei_edition.cli.boundary import PROBLEMS
from tei_edition.cli.session import Session
from tei_edition.cli.table import TABLE, table

if TYPE_CHECKING:
    from tei_edition.model import Index


class _FormatChoice(click.ParamType):  # type: ignore[type-arg]  # generic since Click 8.3
    """The table and all exports, which are looked up only when the command runs."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from tei_edition.exports import EXPORTS

        return str(click.Choice([TABLE, *EXPORTS]).convert(value, param, ctx))

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        from tei_edition.exports import EXPORTS

        return f"[{'|'.join([TABLE, *EXPORTS])}]"


@click.command("index", short_help="Print the correspondence index.")
@options.project
@click.option(
    "--format",
    "form",
    type=_FormatChoice(),
    default=TABLE,
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
    from tei_edition.report import Findings

    session = ctx.ensure_object(Session)
    project = session.open(folder)
    with session.progress() as progress:
        outcome = pipeline.load_index(project, jobs=jobs, progress=progress)
    if outcome.index is None:
        raise AssertionError("an outcome of load_index has an index")
    findings = Findings(project.folder, outcome.diagnostics, outcome.documents)
    session.findings(findings)
    if form == TABLE:
        session.result(_table(outcome.index, output is None), output)
    else:
        from tei_edition.exports import EXPORTS

        session.result(EXPORTS[form].write(outcome.index, project.config), output)
    session.summary(outcome, findings)
    if findings.failed(strict=False):
        ctx.exit(PROBLEMS)


def _table(index: "Index", printed: bool) -> str:
    """Return the table, as wide as the terminal where it is printed on one."""
    import shutil

    on_terminal = printed and sys.stdout.isatty()
    return table(index, shutil.get_terminal_size().columns if on_terminal else None)
