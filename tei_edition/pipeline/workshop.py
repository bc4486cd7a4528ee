"""What the work on an edition needs besides the edition: workers, a memory, and a listener."""

from collections.abc import Iterator
from concurrent.futures import Executor
from functools import cached_property
from pathlib import Path
from types import TracebackType

from tei_edition.build.fingerprints import Fingerprints
from tei_edition.build.progress import SILENT, Progress
from tei_edition.build.runner import Runner
from tei_edition.build.store import Store
from tei_edition.checks.schema_choice import CATALOGUE
from tei_edition.model import Index
from tei_edition.pipeline.engine import engine
from tei_edition.pipeline.examine import Examined
from tei_edition.pipeline.facts import Facts
from tei_edition.pipeline.gallery import Gallery, hung
from tei_edition.pipeline.schema_files import closure
from tei_edition.project import ImageFiles, Project
from tei_edition.project.walk import Walk


class Workshop:
    """Workers and memory for one run or for many; use it as a context manager.

    `cache` is the folder that remembers files from run to run; without it, only this object does.
    With `clean`, what is remembered there is not used. `executor` does the work in place of
    processes of our own; `losses` are what it raises when a worker dies.
    """

    def __init__(
        self,
        jobs: int = 1,
        progress: Progress = SILENT,
        *,
        cache: Path | None = None,
        clean: bool = False,
        executor: Executor | None = None,
        losses: tuple[type[Exception], ...] = (),
    ) -> None:
        self.jobs = jobs
        self.progress = progress
        self.is_remote = executor is not None
        self.runner = Runner(jobs, executor, losses)
        self._store = Store(cache / "facts.sqlite" if cache else None)
        self._clean = clean
        self._recent: dict[str, tuple[Examined, dict[str, str]]] = {}
        self.prints = Fingerprints(self._store)

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.runner.__exit__(kind, error, trace)
        self.prints.save()
        self._store.close()

    @cached_property
    def engine(self) -> str:
        """Return the hash of the program."""
        return engine(self.prints)

    def look_at(self, index: Index, images: ImageFiles) -> Gallery:
        """Return the index with the sizes of its images."""
        return hung(index, images, self.prints, self._store)

    def look_again(self) -> None:
        """Forget how files were: they are looked at anew."""
        self.prints.save()
        self.__dict__.pop("engine", None)
        self.prints = Fingerprints(self._store)

    def schemas(self, project: Project) -> str:
        """Return a hash that changes when a schema does, as far as schemas lie in the project."""
        validation = project.config.validation
        named = [schema.file for schema in validation.schemas]
        named += [*validation.schematron, validation.catalog or CATALOGUE]
        files = {*closure(project.path(name) for name in named), *self._schema_files(project)}
        return self.prints.of_all(sorted(files))

    def _schema_files(self, project: Project) -> Iterator[Path]:
        """Yield the schemas that documents may name themselves."""
        for path in Walk(project.output).below(project.folder):
            if path.suffix in (".rng", ".rnc", ".sch"):
                yield path

    def facts(self, project: Project) -> Facts:
        """Return what is known of the files of a project."""
        return Facts(
            self._store,
            self.prints,
            project,
            self.engine,
            recent=self._recent,
            ignore=self._clean,
        )
