"""``tei-edition serve``: a preview in the browser that follows every save."""

import errno
import time
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import options
from tei_edition.cli.session import Session, counted
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.diagnostics import Diagnostic
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
    the page it had. The pages that you look at come first. The published site is not touched.
    Ctrl-C ends it.

    \b
    Example:
      tei-edition serve --open
    """
    from tei_edition.pipeline.cache import cache_folder
    from tei_edition.preview import Preview
    from tei_edition.serve import serving
    from tei_edition.watch import watching

    session = ctx.ensure_object(Session)
    project = session.open(folder)
    with Preview(cache_folder(cache_dir), jobs, report=_Terminal(session).report) as preview:
        preview.open(project)
        try:
            with (
                serving(preview, port) as address,
                watching(project, (preview.cache,), preview.saved) as watch,
            ):
                session.news(f"preview: {address}  (Ctrl-C ends it)")
                if browse:
                    click.launch(address)
                _follow(session, folder, preview, watch)
        except KeyboardInterrupt:
            session.news("preview: ended")
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise click.UsageError(f"port {port} is taken; choose another with --port") from error


def _follow(
    session: Session, folder: Path | None, preview: "Preview", watch: "Future[None]"
) -> None:
    """Build once, with the progress of it, and then after every save."""
    from tei_edition.build.progress import SILENT

    with session.progress() as preview.progress:
        _build(session, folder, preview)
    preview.progress = SILENT
    while True:
        _wait(preview, watch)
        _build(session, folder, preview)


def _wait(preview: "Preview", watch: "Future[None]") -> None:
    """Wait for a save; with data or search behind, no longer than until they are to be made."""
    end = time.monotonic() + preview.resting
    while not preview.saved.wait(0.5):
        if watch.done():
            raise click.UsageError(f"the folder cannot be watched: {watch.exception()}")
        if preview.is_behind and time.monotonic() > end:
            return


def _build(session: Session, folder: Path | None, preview: "Preview") -> None:
    preview.saved.clear()
    try:
        project = session.open(folder)
    except TeiEditionError as error:
        preview.fail(error)
    else:
        preview.build(project)


@dataclass
class _Terminal:
    """Tells in a line of each build that has changed something, and then of what is wrong."""

    session: Session
    known: "tuple[Diagnostic, ...] | None" = None

    def report(self, status: "Status") -> None:
        """Tell of a build."""
        from tei_edition.report import Findings

        if not status.made and status.problems == self.known:
            return
        pages = counted(sum(path.endswith(".html") for path in status.made), "page")
        errors = counted(len(status.problems), "error")
        same = " as before" if status.problems and status.problems == self.known else ""
        self.session.news(f"{pages} made, {errors}{same}, {status.seconds:.2f} s")
        if status.problems and not same:
            self.session.findings(Findings(self.session.folder, status.problems))
        self.known = status.problems
