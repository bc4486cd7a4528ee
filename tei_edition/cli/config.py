"""``tei-edition config``: the configuration in force, and where each value came from."""

from pathlib import Path

import click

from tei_edition.cli import options
from tei_edition.cli.session import Session


@click.command("config", short_help="Print the configuration in force.")
@options.project
@options.site
@options.schema
@click.pass_context
def command(
    ctx: click.Context, *, folder: Path | None, directory: str | None, schema: str | None
) -> None:
    """Print every key with its value, as TOML, and where the value came from.

    --output and --schema show what these options of build and validate change.

    \b
    Example:
      tei-edition config
      tei-edition config --project letters --output public
    """
    from tei_edition.config.effective import as_toml

    session = ctx.ensure_object(Session)
    given = {"site.directory": directory, "validation.schema": schema}
    project = session.open(folder, given)
    session.result(as_toml(project.config, project.origins))
