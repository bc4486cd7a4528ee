"""Somebody who looks at a site while it is made, and is shown first what they look at."""

from collections.abc import Collection, Sequence
from typing import Protocol

from tei_edition.diagnostics import Diagnostic


class Viewer(Protocol):
    """Who wants to see pages as soon as they are there."""

    @property
    def looks_at(self) -> Collection[str]:
        """Return the paths of the pages that they have open."""

    def show(self, made: Collection[str], found: Sequence[Diagnostic] | None = None) -> None:
        """Hear which files have been put into the site, and what was found, if that is known."""

    def rest(self) -> None:
        """Look at what was shown, before data and search are made.

        They may raise an exception if they want no more of it, here as where they hear of progress.
        """
