"""How long work tells somebody how far it is, without knowing who listens or how it looks."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Final, Protocol


class Stage(Protocol):
    """A part of the work that is under way."""

    def advance(self, count: int = 1) -> None:
        """Say that so many more pieces are done; 0 that the work goes on.

        A listener who wants no more of it raises an exception: nothing is left half done.
        """


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


@dataclass(frozen=True)
class Heeding:
    """Tells a listener, whoever it is then, and calls `heed`, which may raise to end the work."""

    listener: Callable[[], Progress]
    heed: Callable[[], None]

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator["_Heeded"]:
        """Begin a stage."""
        self.heed()
        with self.listener().stage(name, total) as stage:
            yield _Heeded(stage, self.heed)


@dataclass(frozen=True)
class _Heeded:
    stage: Stage
    heed: Callable[[], None]

    def advance(self, count: int = 1) -> None:
        self.stage.advance(count)
        self.heed()
