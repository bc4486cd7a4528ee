"""The site while it is being made: what was kept of the earlier one, what was made, and why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tei_edition.build.amendment import Amendment
from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.generation import Generation
from tei_edition.build.runner import Crashed
from tei_edition.build.state import Parts, State, combined
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.project.output import MARKER
from tei_edition.site.page import Picture
from tei_edition.site.recipes import packed
from tei_edition.site.render import Order, Rendered, failed
from tei_edition.site.rules import TAKEN
from tei_edition.site.words import Lost
from tei_edition.xml import path_of

AT_ONCE = ("content",)
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


@dataclass(frozen=True, slots=True)
class Job:
    """A file of the site, and what it is made from."""

    order: Order
    parts: Parts
    inputs: str
    load: Callable[[], bytes] | None

    @property
    def weight(self) -> int:
        return len(self.order.context) + len(self.order.source)


class Site:
    """The generation that is being written, what is remembered of the earlier one, the result."""

    def __init__(self, files: Generation | Amendment, state: State, result: Published) -> None:
        self._files = files
        self._state = state
        self._result = result
        state.begin()

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

    def store(self, job: Job, rendered: Rendered | Crashed[Job]) -> bool:
        """Write a file that was made, or note why it was not; say whether there is one."""
        if isinstance(rendered, Crashed):
            failure = failed(job.order, "the engine ended its process")
            rendered = Rendered(job.order.path, failure=failure)
        if rendered.failure:
            self._result.diagnostics.append(rendered.failure)
            if not rendered.data:
                self.take_over([job.order.path])  # what readers have is better than a dead link
                return False
        note = _note(rendered)
        status = self._files.write(rendered.path, rendered.data)
        inputs = "" if rendered.failure else job.inputs  # what failed is tried, and told, again
        self._state.record(rendered.path, inputs, status, note, job.parts)
        if inputs and not isinstance(job.order.copy, Picture):
            source = path_of(job.order.excerpt.file) if job.order.excerpt else ""
            self._state.note_recipe(source, rendered.path, job.inputs, packed(job.order))
        if rendered.path.endswith(".html"):
            self._result.built += 1
            self._count(rendered.path, job.order.name, note)
        return True

    def tells_more(self, path: str) -> bool:
        """Say whether a page does not show other things than the earlier one; others tell it."""
        return bool(self._state.note(path) != self._state.note_now(path))

    def write(self, path: str, data: bytes) -> None:
        """Write a file that was made at once."""
        parts = dict.fromkeys(AT_ONCE, fingerprint(data))
        inputs = combined(parts)
        if not self.keep(path, inputs):
            self.explain(path, parts)
            self._state.record(path, inputs, self._files.write(path, data), None, parts)

    def add(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files, each unless there is one that the edition is made of."""
        for path, data in files:
            if not self._state.claims(path) and path != MARKER:
                self.write(path, data)
                continue
            self._result.diagnostics.append(
                TAKEN.at(
                    Location(path),
                    f'your file "{path}" is not copied: the site has one of its own there',
                    "give it another name, or change the page by a stylesheet of your own",
                )
            )

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
