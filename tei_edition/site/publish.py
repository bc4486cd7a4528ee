"""Writing the site: what is unchanged is taken over, what changed is rendered, the rest goes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.generation import Generation
from tei_edition.build.progress import SILENT, Progress
from tei_edition.build.runner import Crashed, Runner
from tei_edition.build.state import Parts, State, combined
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.project.output import MARKER
from tei_edition.site.page import Copy, Page, Picture, encoded
from tei_edition.site.render import Order, Rendered, failed, render
from tei_edition.site.rules import TAKEN
from tei_edition.site.scaling import program as scaling
from tei_edition.site.sheets import Sheets
from tei_edition.site.words import Lost
from tei_edition.xml import path_of

Read = Callable[[str], tuple[str, Callable[[], bytes]]]
"""From the name of a source file to the hash of its content and to the content."""


_MANY = 1000
"""After so many files, workers have taken memory that the search needs more."""

_AT_ONCE = ("content",)
"""The parts of a file that is written as it is."""


@dataclass
class Published:
    """What became of a site: counts of pages, and what went wrong.

    `unhandled` counts, for each page that has any, its elements without a rule; `lost` has the
    source of a page and the words of it that the page does not have. `reasons` says for each file
    that was made why it was, `gone` which ones were removed.
    """

    built: int = 0
    current: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unhandled: dict[str, dict[str, int]] = field(default_factory=dict)
    lost: dict[str, tuple[str, tuple[Lost, ...]]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    @property
    def removed(self) -> int:
        """Return how many pages nothing claims any more."""
        return sum(path.endswith(".html") for path in self.gone)


@dataclass
class Contents:
    """What a site is made of.

    `last` makes the pages that tell what the others did not show, `joined` the files that are
    made of finished ones; it is given the function that reads those. `assets` are files of no
    edition or of its own, which never replace what is made. `kept` are files that the earlier site
    may have and that stay as they are, if nothing else makes them. With `later`, so do all statics
    and joined files.
    """

    pages: Iterable[Page]
    copies: Iterable[Copy | Picture]
    statics: Iterable[tuple[str, bytes]]
    last: Callable[[Published], Iterable[Page]]
    joined: Callable[[Callable[[str], bytes]], Iterable[tuple[str, bytes]]] = lambda read: ()
    assets: Iterable[tuple[str, bytes]] = ()
    kept: Iterable[str] = ()
    later: bool = False


@dataclass(frozen=True, slots=True)
class _Job:
    """A file that must be made, and what it is made from."""

    order: Order
    parts: Parts
    inputs: str
    load: Callable[[], bytes] | None

    @property
    def weight(self) -> int:
        return len(self.order.context) + len(self.order.source)


class Publisher:
    """Renders pages with one stylesheet into generations of a site.

    `engine` is the hash of the program, `read` finds the sources.
    """

    def __init__(
        self, sheets: Sheets, engine: str, read: Read, runner: Runner, progress: Progress
    ) -> None:
        self._sheets = sheets
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
    ) -> Published:
        """Write all pages and other files, and replace the site if the result is acceptable.

        The state is not saved. Raises `ForeignFolderError` and `OSError`.
        """
        result = Published()
        with Generation(output, MARKER) as files:
            site = _Site(files, state, result)
            with self._progress.stage("plan", 1):
                jobs = [*self._changed(site, contents.pages, self._page)]
                jobs += self._changed(site, contents.copies, self._copy)
            self._make(site, jobs, self._progress)
            self._make(site, [*self._changed(site, contents.last(result), self._page)])
            if len(jobs) > _MANY:
                self._runner.rest()
            if not contents.later:
                self._write(site, contents)
            for path, data in contents.assets:
                site.add(path, data)
            if contents.later:
                site.take_over(state.with_parts(*_AT_ONCE))
            site.take_over(contents.kept)
            result.gone = tuple(state.gone())
            if accept(result):
                files.commit()
        return result

    def _write(self, site: "_Site", contents: Contents) -> None:
        """Write what is made here and at once."""
        with self._progress.stage("copy", 1):
            for path, data in contents.statics:
                site.write(path, data)
        with self._progress.stage("search", 1):
            for path, data in contents.joined(site.read):
                site.write(path, data)

    def _changed(
        self, site: "_Site", files: Iterable[Any], order: Callable[[Any], _Job]
    ) -> Iterator[_Job]:
        """Take over the files that need not be made, and yield the others."""
        for file in files:
            job = order(file)
            if not site.keep(job.order.path, job.inputs, job.order.name):
                site.explain(job.order.path, job.parts)
                yield job

    def _page(self, page: Page) -> _Job:
        context, parts = encoded(page.context)
        parts |= {"stylesheet": self._sheets.content, "program": self._engine}
        parts["strings"] = self._words
        if isinstance(page.source, str):
            parts["source"] = fingerprint(page.source)
            order = Order(page.path, page.name, page.source, context)
            return _Job(order, parts, combined(parts), None)
        parts["source"], load = self._read(page.source.file)
        if self._sheets.treatment:
            parts["elements and steps"] = self._sheets.treatment
        parts["place"] = fingerprint(page.source.file, page.source.position)
        order = Order(page.path, page.name, "", context, page.source)
        return _Job(order, parts, combined(parts), load)

    def _copy(self, copy: Copy | Picture) -> _Job:
        if isinstance(copy, Picture):
            return self._picture(copy)
        content, load = self._read(copy.source.file)
        parts = {
            "source": content,
            "place": fingerprint(copy.source.file, copy.source.position),
            "title": fingerprint(copy.title or "", copy.summary, str(copy.title is None)),
            "program": self._engine,
        }
        order = Order(copy.path, path_of(copy.source.file), "", "", copy.source, copy)
        return _Job(order, parts, combined(parts), load)

    def _picture(self, picture: Picture) -> _Job:
        content, load = self._read(picture.source)
        # The program's own version is no part: thousands of images would be scaled for nothing.
        made = {} if picture.width is None else {"width": str(picture.width), "scaling": scaling()}
        parts = {"source": content, **made}
        order = Order(picture.path, picture.source, b"", copy=picture)
        return _Job(order, parts, combined(parts), load)

    def _make(self, site: "_Site", jobs: Sequence[_Job], progress: Progress = SILENT) -> None:
        work = partial(render, self._sheets)
        with progress.stage("transform", len(jobs)) as stage:
            for number, rendered in self._runner.map(
                work, jobs, weight=lambda job: job.weight, load=_loaded
            ):
                stage.advance()
                site.store(jobs[number], rendered)


class _Site:
    """The generation that is being written, what is remembered of the earlier one, the result."""

    def __init__(self, files: Generation, state: State, result: Published) -> None:
        self._files = files
        self._state = state
        self._result = result

    def read(self, path: str) -> bytes:
        """Return a file of the generation."""
        return self._files.read(path)

    def keep(self, path: str, inputs: str, name: str = "") -> bool:
        """Take a file over from the earlier site if it was made from the same inputs."""
        if not self._state.is_current(path, inputs, self._files.earlier(path)):
            return False
        self._files.keep(path)
        self._state.keep(path)
        if path.endswith(".html"):
            self._result.current += 1
            self._count(path, name, self._state.note(path))
        return True

    def take_over(self, paths: Iterable[str]) -> None:
        """Keep files of the earlier site that nothing has made this time."""
        missing = set(self._state.gone())
        for path in paths:
            if path in missing and self._files.earlier(path):
                self._files.keep(path)
                self._state.keep(path)

    def explain(self, path: str, parts: Parts) -> None:
        """Note why a file is made."""
        status = self._files.earlier(path)
        self._result.reasons[path] = self._state.reason(path, parts, status)

    def store(self, job: _Job, rendered: Rendered | Crashed[_Job]) -> None:
        """Write a file that was made, or note why it was not."""
        if isinstance(rendered, Crashed):
            failure = failed(job.order, "the engine ended its process")
            rendered = Rendered(job.order.path, failure=failure)
        if rendered.failure:
            self._result.diagnostics.append(rendered.failure)
            if not rendered.data:
                self.take_over([job.order.path])  # what readers have is better than a dead link
                return
        note = _note(rendered)
        status = self._files.write(rendered.path, rendered.data)
        inputs = "" if rendered.failure else job.inputs  # what failed is tried, and told, again
        self._state.record(rendered.path, inputs, status, note, job.parts)
        if rendered.path.endswith(".html"):
            self._result.built += 1
            self._count(rendered.path, job.order.name, note)

    def write(self, path: str, data: bytes) -> None:
        """Write a file that was made at once."""
        parts = dict.fromkeys(_AT_ONCE, fingerprint(data))
        inputs = combined(parts)
        if not self.keep(path, inputs):
            self.explain(path, parts)
            self._state.record(path, inputs, self._files.write(path, data), None, parts)

    def add(self, path: str, data: bytes) -> None:
        """Write a file unless there is one that the edition is made of."""
        if self._state.claims(path) or path == MARKER:
            self._result.diagnostics.append(
                TAKEN.at(
                    Location(path),
                    f'your file "{path}" is not copied: the site has one of its own there',
                    "give it another name, or change the page by a stylesheet of your own",
                )
            )
        else:
            self.write(path, data)

    def _count(self, path: str, name: str, note: Mapping[str, Any] | None) -> None:
        if note and note["unhandled"]:
            self._result.unhandled[path] = dict(note["unhandled"])
        if note and note["lost"]:
            self._result.lost[path] = (name, tuple(Lost(*each) for each in note["lost"]))


def _note(rendered: Rendered) -> dict[str, Any] | None:
    """Return what to remember of a page besides its bytes, as plain JSON."""
    if not (rendered.unhandled or rendered.lost):
        return None
    lost = [[each.word, each.line] for each in rendered.lost]
    return {"unhandled": dict(rendered.unhandled), "lost": lost}


def _loaded(job: _Job) -> Order:
    order = job.order
    if job.load is None:
        return order
    return Order(order.path, order.name, job.load(), order.context, order.excerpt, order.copy)
