"""``tei-edition serve``: a preview in the browser that follows every save."""

import errno
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import options
from tei_edition.cli.session import Session
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.preview import Preview, Status


@click.command("serve", short_help="Preview the site in a browser.")
@options.project
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port of the local address; 0 takes any that is free.",
)
@click.option("--open", "browse", is_flag=True, help="Open the preview in the browser.")
@options.jobs
@options.cache
@click.pass_context
def command(
    ctx: click.Context,
    *,
    folder: Path | None,
    port: int,
    browse: bool,
    jobs: int,
    cache_dir: Path | None,
) -> None:
    """Show the site in a browser, drafts included, and bring it up to date on every save.

    Only this machine can see it. What is wrong shows in the page; a document that is broken keeps
    the page it had. The published site is not touched. Ctrl-C ends it.

    \b
    Example:
      tei-edition serve --open
    """
    from tei_edition.pipeline.cache import cache_folder
    from tei_edition.preview import Preview
    from tei_edition.serve import serving

    session = ctx.ensure_object(Session)
    session.open(folder)
    try:
        with Preview(cache_folder(cache_dir), jobs) as preview:
            _build(session, folder, preview)
            with serving(preview, port) as address:
                session.news(f"preview: {address}  (Ctrl-C ends it)")
                if browse:
                    click.launch(address)
                _follow(session, folder, preview)
    except KeyboardInterrupt:
        session.news("preview: ended")
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise click.UsageError(f"port {port} is taken; choose another with --port") from error


def _follow(session: Session, folder: Path | None, preview: "Preview") -> None:
    from tei_edition.watch import changes

    project = session.open(folder, check=False)
    for _ in changes(project, (preview.cache,), threading.Event()):
        _build(session, folder, preview)


def _build(session: Session, folder: Path | None, preview: "Preview") -> None:
    try:
        project = session.open(folder)
        status = preview.build(project)
        _report(session, status)
        preview.finish(project)
    except TeiEditionError as error:
        _report(session, preview.fail(error))


def _report(session: Session, status: "Status") -> None:
    from tei_edition.report import Findings

    pages = sum(path.endswith(".html") for path in status.made)
    session.news(f"{pages} pages made, {len(status.problems)} errors, {status.seconds:.2f} s")
    if status.problems:
        session.findings(Findings(session.folder, status.problems))
