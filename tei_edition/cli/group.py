"""The command ``tei-edition``: what all commands share, and where to find each of them."""

import gc
import importlib
import os
from typing import Final

import click

from tei_edition import __version__
from tei_edition.cli.boundary import Boundary
from tei_edition.cli.session import Session

# What a command reads it keeps until it ends: to look for garbage at the usual pace takes a fifth
# of the time of a short command, and finds none.
gc.set_threshold(100_000, 20, 50)
# Nor have plug-ins of other packages any business in reading our configuration.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS: Final = ("validate", "build", "serve", "index", "explain", "config")


class _Commands(Boundary):
    """Imports the file of a command when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"tei_edition.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tei-edition", message="%(prog)s %(version)s")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Say which folders are used and how long each stage takes.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and findings.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in reports; auto: on a terminal, unless NO_COLOR is set.",
)
@click.pass_context
def main(ctx: click.Context, *, verbose: bool, quiet: bool, color: str) -> None:
    """Turn a folder of TEI XML into a published scholarly edition.

    \b
    Example:
      tei-edition validate
      tei-edition build --output site
    """
    if verbose and quiet:
        raise click.UsageError("--verbose and --quiet exclude each other")
    ctx.obj = Session(verbose=verbose, quiet=quiet, color=color)
