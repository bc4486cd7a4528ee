"""Writing the site: what is unchanged is taken over, what changed is rendered, the rest goes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from tei_edition.build.amendment import Amendment
from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.generation import Generation
from tei_edition.build.progress import Progress, Stage
from tei_edition.build.runner import Runner
from tei_edition.build.state import State, combined
from tei_edition.project.output import MARKER
from tei_edition.site.making import AT_ONCE, Job, Published, Site
from tei_edition.site.page import Copy, Excerpt, Page, Picture, encoded, pressed
from tei_edition.site.render import Order, render
from tei_edition.site.scaling import program as scaling
from tei_edition.site.search import Spread
from tei_edition.site.sheets import Sheets
from tei_edition.site.viewer import Viewer
from tei_edition.xml import path_of

Read = Callable[[str], tuple[str, Callable[[], bytes]]]
"""From the name of a source file to the hash of its content and to the content."""


Joined = Callable[[Callable[[str], bytes], Spread], Iterable[tuple[str, bytes]]]
File = TypeVar("File")

_MANY = 1000
"""After so many files, workers have taken memory that the search needs more."""
_PORTION = 400
"""So many files are made before somebody who meanwhile looks at another page sees that."""


@dataclass
class Contents:
    """What a site is made of.

    `last` makes the pages that tell what the others did not show, `joined` the files that are
    made of finished ones; it is given the functions that read those, and that do work as `map`
    does in other processes. `assets` gives files of no
    edition or of its own, which never replace what is made. `kept` are files that the earlier site
    may have and that stay as they are, if nothing else makes them.
    """

    pages: Iterable[Page]
    copies: Iterable[Copy | Picture]
    statics: Iterable[tuple[str, bytes]]
    last: Callable[[Published], Iterable[Page]]
    joined: Joined = lambda read, spread: ()
    assets: Callable[[], Iterable[tuple[str, bytes]]] = tuple
    kept: Iterable[str] = ()


class Publisher:
    """Renders pages with one stylesheet into generations of a site.

    `engine` is the hash of the program, `read` finds the sources.
    """

    def __init__(
        self, sheets: Sheets, engine: str, read: Read, runner: Runner, progress: Progress
    ) -> None:
        self.sheets = sheets
        self._words = fingerprint(sheets.strings)
        self._engine = engine
        self._read = read
        self._runner = runner
        self._progress = progress

    def publish(
        self,
        output: Path,
        state: State,
        contents: Contents,
        *,
        accept: Callable[[Published], bool] = lambda published: True,
        viewer: Viewer | None = None,
    ) -> Published:
        """Write all pages and other files, and replace the site if the result is acceptable.

        For a `viewer`, pages come into the earlier site, which must be there, as they are made,
        those first that are looked at; data and search stay as they were, until `finish`. The
        state is not saved. Raises `ForeignFolderError` and `OSError`.
        """
        result = Published()
        with Generation(output, MARKER) as files:
            site = Site(files, state, result)
            number = self._make_all(files, site, contents, viewer)
            self.make(site, [*self._changed(site, contents.last(result))])
            if number > _MANY:
                self._runner.rest()
            if not viewer:
                self._write(site, contents)
            site.add(contents.assets())
            if viewer:
                site.take_over(state.with_parts(*AT_ONCE))
            site.take_over(contents.kept)
            result.gone = tuple(state.gone())
            if accept(result):
                files.commit()
        return result

    def finish(self, output: Path, state: State, contents: Contents, result: Published) -> None:
        """Bring up to date what `publish` has left for another time, in its place.

        The state is that which was saved after it, and is not saved now. Raises `OSError`.
        """
        with Amendment(output) as files:
            site = Site(files, state, result)
            state.keep_all_but(state.with_parts(*AT_ONCE))
            self._write(site, contents)
            site.add(contents.assets())
            gone = list(state.gone())
            files.commit(gone)

    def _make_all(
        self, files: Generation, site: Site, contents: Contents, viewer: Viewer | None
    ) -> int:
        """Make what has changed of the pages and copies; return how many that were."""

        def make(jobs: list[Job], stage: Stage | None = None) -> None:
            made = self.make(site, jobs, stage)
            if viewer:
                files.bring_forward(made)
                viewer.show(made)

        jobs = []
        with self._progress.stage("plan", 1) as stage:
            planned = _heard(chain(contents.pages, contents.copies), stage)
            for job in self._changed(site, planned):
                if viewer and job.order.path in viewer.looks_at:
                    make([job])
                else:
                    jobs.append(job)
        with self._progress.stage("transform", len(jobs)) as stage:
            for portion in _in_turn(jobs, viewer):
                make(portion, stage)
        return len(jobs)

    def _write(self, site: Site, contents: Contents) -> None:
        """Write what is made here and at once."""
        with self._progress.stage("copy", 1) as stage:
            for path, data in _heard(contents.statics, stage):
                site.write(path, data)
        with self._progress.stage("search", 1) as stage:

            def read(path: str) -> bytes:
                stage.advance(0)
                return site.read(path)

            for path, data in _heard(contents.joined(read, self._runner.spread), stage):
                site.write(path, data)

    def _changed(self, site: Site, files: Iterable[Page | Copy | Picture]) -> Iterator[Job]:
        """Take over the files that need not be made, and yield the others."""
        for file in files:
            job = self.job(file)
            if not site.keep(job.order.path, job.inputs, job.order.name):
                site.explain(job.order.path, job.parts)
                yield job

    def job(self, file: Page | Copy | Picture) -> Job:
        """Return a file with all that it is made from."""
        return self._page(file) if isinstance(file, Page) else self._copy(file)

    def _page(self, page: Page) -> Job:
        context, parts = encoded(page.context)
        parts |= {"stylesheet": self.sheets.content, "program": self._engine}
        parts["strings"] = self._words
        if isinstance(page.source, str):
            parts["source"] = fingerprint(page.source)
            order = Order(page.path, page.name, page.source, pressed(context))
            return Job(order, parts, combined(parts), None)
        parts["source"], load = self._read(page.source.file)
        if self.sheets.treatment:
            parts["elements and steps"] = self.sheets.treatment
        parts["place"] = fingerprint(page.source.file, page.source.position)
        order = Order(page.path, page.name, "", pressed(context), page.source)
        return Job(order, parts, combined(parts), load)

    def _copy(self, copy: Copy | Picture) -> Job:
        if isinstance(copy, Picture):
            return self._picture(copy)
        content, load = self._read(copy.source.file)
        parts = {
            "source": content,
            "place": fingerprint(copy.source.file, copy.source.position),
            "title": fingerprint(copy.title or "", copy.summary, str(copy.title is None)),
            "program": self._engine,
        }
        order = Order(copy.path, path_of(copy.source.file), "", b"", copy.source, copy)
        return Job(order, parts, combined(parts), load)

    def _picture(self, picture: Picture) -> Job:
        content, load = self._read(picture.source)
        # The program's own version is no part: thousands of images would be scaled for nothing.
        made = {} if picture.width is None else {"width": str(picture.width), "scaling": scaling()}
        parts = {"source": content, **made}
        order = Order(picture.path, picture.source, b"", copy=picture)
        return Job(order, parts, combined(parts), load)

    def make(self, site: Site, jobs: Sequence[Job], stage: Stage | None = None) -> list[str]:
        """Make files where the work is done, put them into the site, and return their paths."""
        work = partial(render, self.sheets)
        results = self._runner.map(
            work, jobs, weight=lambda job: job.weight, load=_loaded, together=_document
        )
        made = []
        for number, rendered in results:
            if site.store(jobs[number], rendered):
                made.append(jobs[number].order.path)
            if stage:
                stage.advance()
        return made


def _in_turn(jobs: list[Job], viewer: Viewer | None) -> Iterator[list[Job]]:
    """Yield all the work; for a viewer, what they look at, then and whenever a portion is done."""
    if viewer is None:
        yield jobs
        return
    left = {job.order.path: job for job in jobs}
    while left:
        yield [left.pop(path) for path in viewer.looks_at if path in left]
        yield [left.pop(path) for path in [*islice(left, _PORTION)]]


def _heard(files: Iterable[File], stage: Stage) -> Iterator[File]:
    """Yield files, and say at each that the work goes on."""
    for file in files:
        stage.advance(0)
        yield file


def _document(job: Job) -> Excerpt | str:
    """Return of which document a file is made, so that this is parsed once for all of them."""
    return job.order.excerpt or job.order.path


def _loaded(job: Job) -> Order:
    order = job.order
    if job.load is None:
        return order
    return Order(order.path, order.name, job.load(), order.context, order.excerpt, order.copy)
