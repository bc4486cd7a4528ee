"""A site in the cache folder that follows the sources: what `serve` shows."""

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.progress import SILENT, Progress
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.model import Index
from tei_edition.pipeline.building import build_with
from tei_edition.pipeline.outcome import Outcome
from tei_edition.pipeline.workshop import Workshop
from tei_edition.project import Project
from tei_edition.site import urls


@dataclass(frozen=True)
class Status:
    """How the preview is: a number that grows with every change of the site, and what is wrong.

    `problems` are errors; `seconds` is how long the last build took.
    """

    version: int = 0
    problems: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0
    made: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what the browser is told."""
        return {
            "version": self.version,
            "problems": [
                {"place": str(d.location), "code": d.code, "message": d.message, "hint": d.hint}
                for d in self.problems
            ],
        }


@dataclass
class Preview:
    """Builds the site again and again with the same workers; use it as a context manager.

    `cache` is the folder in which the preview lies, never that of the published site. A document
    that is broken keeps the page that it had.
    """

    cache: Path
    jobs: int = 1
    drafts: bool = True
    progress: Progress = SILENT
    status: Status = field(default_factory=Status)

    def __post_init__(self) -> None:
        self._shop = Workshop(self.jobs, self.progress, cache=self.cache)
        self._news = threading.Condition()
        self._index: Index | None = None
        self.site: Path | None = None

    def __enter__(self) -> "Preview":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._shop.__exit__(kind, error, trace)

    def build(self, project: Project) -> Status:
        """Bring the pages up to date, and tell everybody who waits.

        Data and search are brought up to date by `finish`.
        """
        started = time.monotonic()
        try:
            outcome = self._built(project, later=True)
        except TeiEditionError as error:
            return self.fail(error)
        seconds = time.monotonic() - started
        return self._tell(_errors(outcome), seconds, (*outcome.reasons, *outcome.gone))

    def finish(self, project: Project) -> None:
        """Bring up to date what nobody waits for."""
        with suppress(TeiEditionError):
            self._built(project, later=False)

    def _built(self, project: Project, *, later: bool) -> Outcome:
        output = self.cache / f"preview-{fingerprint(str(project.folder))}" / "site"
        within = replace(project, config=_with_output(project, output))
        self._shop.look_again()
        outcome = build_with(
            self._shop,
            within,
            output,
            self.cache,
            drafts=self.drafts,
            keep=self._pages(),
            later=later and self.site == output,
        )
        self._index = _joined(self._index, outcome.index)
        self.site = output
        return outcome

    def fail(self, error: TeiEditionError) -> Status:
        """Tell everybody that nothing could be built; the site stays as it was."""
        return self._tell(error.diagnostics, 0.0, ())

    def wait(self, known: Status, seconds: float) -> Status:
        """Return the status as soon as it is another than the known one, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.status is not known, seconds)
            return self.status

    def _tell(
        self, problems: tuple[Diagnostic, ...], seconds: float, made: tuple[str, ...]
    ) -> Status:
        with self._news:
            version = self.status.version + bool(made)
            self.status = Status(version, problems, seconds, made)
            self._news.notify_all()
            return self.status

    def _pages(self) -> dict[str, tuple[str, ...]]:
        """Return the files of every document there was, by its source."""
        found: dict[str, tuple[str, ...]] = {}
        for record in self._index.documents.values() if self._index else ():
            paths = tuple(urls.document(record.id, kind) for kind in ("html", "xml", "txt"))
            found[record.location.path] = (*found.get(record.location.path, ()), *paths)
        return found


def _with_output(project: Project, output: Path) -> Any:
    site = project.config.site.model_copy(update={"directory": str(output)})
    return project.config.model_copy(update={"site": site})


def _joined(earlier: Index | None, index: Index | None) -> Index | None:
    """Return the index with the documents that are missing from it for now."""
    if earlier is None or index is None:
        return index or earlier
    return replace(index, documents={**earlier.documents, **index.documents})


def _errors(outcome: Outcome) -> tuple[Diagnostic, ...]:
    wrong = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    return tuple(sorted(wrong, key=lambda found: found.sort_key))
