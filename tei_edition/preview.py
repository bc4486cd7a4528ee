"""A site in the cache folder that follows the sources: what `serve` shows."""

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.progress import SILENT, Heeding, Progress
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.pipeline.viewing import build_for
from tei_edition.pipeline.workshop import Workshop
from tei_edition.project import Project

_TABS = 8
"""So many pages are made before all others: those that were looked at last."""
_IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


class _SupersededError(Exception):
    """Somebody has saved again: what is being made is out of date."""


@dataclass(frozen=True)
class Status:
    """How the preview is after something has happened.

    `problems` are errors, `made` the files that are new or gone, `seconds` after the build began.
    `look` is another number when files have changed that pages are shown with.
    """

    problems: tuple[Diagnostic, ...] = ()
    made: tuple[str, ...] = ()
    seconds: float = 0.0
    look: int = 0

    def problems_as_json(self) -> list[dict[str, Any]]:
        """Return what the browser is told of the problems."""
        return [
            {"place": str(d.location), "code": d.code, "message": d.message, "hint": d.hint}
            for d in self.problems
        ]


@dataclass
class Preview:
    """Builds the site again and again with the same workers; use it as a context manager.

    `cache` is the folder in which the preview lies, never that of the published site. A document
    that is broken keeps the page that it had. Who watches the sources sets `saved`: a build that
    has shown something then gives way to the next. `resting` is how many seconds nobody must save
    before data and search are made. `report` hears of each build once: when all pages are there.
    """

    cache: Path
    jobs: int = 1
    drafts: bool = True
    progress: Progress = SILENT
    resting: float = 2.0
    report: Callable[[Status], None] = lambda status: None
    saved: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.site: Path | None = None
        self.is_behind = False
        self.looks_at: tuple[str, ...] = ()
        # The files of an earlier run may have been others.
        self.status = Status(look=time.time_ns())
        self._news = threading.Condition()
        self._began = time.monotonic()
        self._made: dict[str, None] = {}
        self._gives_way = self._has_reported = False
        listener = Heeding(lambda: self.progress, self._give_way)
        self._shop = Workshop(self.jobs, listener, cache=self.cache)

    def __enter__(self) -> "Preview":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._shop.__exit__(kind, error, trace)

    def open(self, project: Project) -> None:
        """Let the site be seen that an earlier run has left, if there is one."""
        self.site = self.cache / f"preview-{fingerprint(str(project.folder))}" / "site"

    def build(self, project: Project) -> None:
        """Bring the site up to date, and tell everybody who waits of each step.

        `is_behind` says afterwards whether data and search are still those of before.
        """
        self._begin()
        self.open(project)
        self._shop.look_again()
        site = project.config.site.model_copy(update={"directory": str(self.site)})
        within = replace(project, config=project.config.model_copy(update={"site": site}))
        try:
            outcome = build_for(self, self._shop, within, self.cache, drafts=self.drafts)
        except _SupersededError:
            return
        except TeiEditionError as error:
            self._fail(error)
            return
        self.is_behind = outcome.is_behind
        # What is made after the pages is nothing that anybody looks at.
        self._end(outcome.diagnostics, () if self._has_reported else outcome.reasons)

    def fail(self, error: TeiEditionError) -> None:
        """Tell everybody that nothing could be built; the site stays as it was."""
        self._begin()
        self._fail(error)

    def look_at(self, path: str) -> None:
        """Hear that somebody looks at a page; other files are of no interest."""
        if not path.endswith(".html"):
            return
        with self._news:
            self.looks_at = (path, *(each for each in self.looks_at if each != path))[:_TABS]

    def show(self, made: Collection[str], found: Sequence[Diagnostic] | None = None) -> None:
        """Tell everybody who waits what is new."""
        self._tell(made, self.status.problems if found is None else _errors(found))
        self._gives_way = True

    def rest(self) -> None:
        """Leave the machine to those who look at the pages, until they have."""
        self._end(self.status.problems)
        self.saved.wait(self.resting)
        self._give_way()

    def wait(self, known: Status, seconds: float) -> Status:
        """Return the status as soon as it is another than the known one, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.status is not known, seconds)
            return self.status

    def _begin(self) -> None:
        self._began = time.monotonic()
        self._made = {}
        self._gives_way = self._has_reported = False
        self.is_behind = True

    def _fail(self, error: TeiEditionError) -> None:
        self.is_behind = False  # until somebody saves, it would fail again
        self._end(error.diagnostics)

    def _end(self, found: Sequence[Diagnostic], made: Collection[str] = ()) -> None:
        """Tell of the last pages; who hears of each build once hears of all of them."""
        self._tell(made, _errors(found))
        if not self._has_reported:
            self._has_reported = True
            seconds = time.monotonic() - self._began
            self.report(replace(self.status, made=tuple(self._made), seconds=seconds))

    def _tell(self, made: Collection[str], problems: tuple[Diagnostic, ...]) -> None:
        new = [path for path in made if path not in self._made]
        self._made.update(dict.fromkeys(new))
        if made or problems != self.status.problems:
            look = self.status.look + any(map(_is_seen_in_pages, new))
            with self._news:
                self.status = Status(problems, tuple(made), time.monotonic() - self._began, look)
                self._news.notify_all()

    def _give_way(self) -> None:
        if self._gives_way and self.saved.is_set():
            raise _SupersededError


def _is_seen_in_pages(path: str) -> bool:
    return path.startswith("assets/") or path.endswith((".css", *_IMAGES))


def _errors(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    wrong = [d for d in found if d.severity is Severity.ERROR]
    return tuple(sorted(wrong, key=lambda found: found.sort_key))
