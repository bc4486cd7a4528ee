"""The one place where what goes wrong becomes an exit status."""

import errno
from typing import Any, Final, NoReturn

import click

from tei_edition.cli.bug import write_log
from tei_edition.cli.session import Session
from tei_edition.errors import TeiEditionError

PROBLEMS: Final = 1
"""Something is wrong in the edition."""
USAGE: Final = 2
"""The command cannot go on, and the user can mend it."""
BUG: Final = 3
"""Our own mistake."""
INTERRUPTED: Final = 130
"""Ctrl-C: 128 and the number of SIGINT, as shells have it."""

_SURROUNDINGS: Final = frozenset(
    (errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.EIO)
)
"""What the system may refuse at any time, without anybody's mistake."""


class Boundary(click.Group):
    """A group that turns whatever its commands raise into a message and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command of a context."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise  # Click's own: 2 for wrong usage, and silence where nobody reads any more.
        except (KeyboardInterrupt, click.Abort):
            _end(ctx, "interrupted", INTERRUPTED)
        except TeiEditionError as error:
            _session(ctx).complain(error)
            ctx.exit(USAGE)
        except OSError as error:
            if error.errno in _SURROUNDINGS:
                _end(ctx, f"{error.filename or 'the system'}: {error.strerror}", USAGE)
            _bug(ctx, error)
        except Exception as error:
            _bug(ctx, error)


def _session(ctx: click.Context) -> Session:
    return ctx.obj if isinstance(ctx.obj, Session) else Session()


def _end(ctx: click.Context, message: str, status: int) -> NoReturn:
    click.echo(f"tei-edition: {message}", err=True)
    ctx.exit(status)


def _bug(ctx: click.Context, error: Exception) -> NoReturn:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    report = f"this is a mistake in tei-edition, not in your edition ({what})"
    _end(ctx, f"{report}; please report it with the file {write_log(error)}", BUG)
