"""How long work tells somebody how far it is, without knowing who listens or how it looks."""

from contextlib import AbstractContextManager, nullcontext
from typing import Final, Protocol


class Stage(Protocol):
    """A part of the work that is under way."""

    def advance(self, count: int = 1) -> None:
        """Say that so many more pieces are done."""


class Progress(Protocol):
    """Somebody who wants to know."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Stage]:
        """Begin a stage of `total` pieces; leaving the context ends it.

        `name` is a word or two for the user, such as ``transform``.
        """


class _Silence:
    """Nobody listens: for tests, and for programs that use the toolkit as a library."""

    def stage(self, name: str, total: int) -> AbstractContextManager["_Silence"]:
        return nullcontext(self)

    def advance(self, count: int = 1) -> None:
        pass


SILENT: Final[Progress] = _Silence()
