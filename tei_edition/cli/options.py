"""The options that several commands have, each defined once."""

import os
from pathlib import Path

import click


def processors() -> int:
    """Return how many processors this process may use, which may be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


project = click.option(
    "--project",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder of the edition.  [default: the current folder, or the nearest one above it "
    "that has edition.toml]",
)

jobs = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=processors,
    help="How many processes work at once.  [default: one for each processor]",
)

strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def _absolute(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Make a path absolute: the configuration's are relative to the project, not to here."""
    return None if value is None else os.path.abspath(value)  # noqa: PTH100 - keeps links' names


def _grammar(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.endswith((".rng", ".rnc")):
        raise click.BadParameter("it must be a RELAX NG grammar: a file that ends in .rng or .rnc")
    return _absolute(ctx, parameter, value)


schema = click.option(
    "--schema",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    callback=_grammar,
    help="Check against this RELAX NG grammar (.rng, .rnc) instead of the configured one.",
)

site = click.option(
    "--output",
    "directory",
    metavar="DIR",
    type=click.Path(),
    callback=_absolute,
    help="The folder of the site.  [default: site.directory of edition.toml, else site]",
)

cache = click.option(
    "--cache-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to remember what is current.  [default: the user's cache folder]",
)

file = click.option(
    "--output",
    "output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the result to a file instead of the standard output.",
)
