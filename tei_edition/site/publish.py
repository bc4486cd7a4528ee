"""Writing the site: what is unchanged is taken over, what changed is rendered, the rest goes."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tei_edition import __version__
from tei_edition.build.generation import Generation
from tei_edition.build.progress import SILENT, Progress
from tei_edition.build.runner import Crashed, Runner
from tei_edition.build.state import State, fingerprint
from tei_edition.diagnostics import Diagnostic
from tei_edition.project.output import MARKER
from tei_edition.site.page import Page
from tei_edition.site.render import Rendered, failed, prepare, render

Unhandled = Mapping[str, Mapping[str, int]]
"""For each page that has any: how often each element without a rule stands in it."""


@dataclass
class Published:
    """What became of a site: counts of pages, and what went wrong."""

    built: int = 0
    current: int = 0
    removed: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unhandled: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass
class _Site:
    """The generation that is being written, what is remembered of the earlier one, the result."""

    files: Generation
    state: State
    result: Published


class Publisher:
    """Renders pages with one stylesheet into a generation of the site.

    `strings` are the words of the interface by their keys.
    """

    def __init__(
        self,
        stylesheet: Path,
        library: Path,
        strings: Mapping[str, str],
        jobs: int,
        progress: Progress,
    ) -> None:
        arguments = (stylesheet, library, dict(strings))
        self._runner = Runner[Page, Rendered](render, jobs, prepare, arguments)
        self._engine = engine_fingerprint(stylesheet, library, strings)
        self._progress = progress

    def publish(
        self,
        output: Path,
        state: State,
        pages: Iterable[Page],
        statics: Iterable[tuple[str, bytes]],
        last: Callable[[Unhandled], Iterable[Page]],
        *,
        strict: bool = False,
    ) -> Published:
        """Write all pages and static files, and replace the site.

        `last` makes the pages that tell what the others left unhandled. With `strict`, a failed
        page leaves the earlier site as it was. Raises `ForeignFolderError` and `OSError`.
        """
        result = Published()
        with Generation(output, MARKER) as files, self._runner:
            site = _Site(files, state, result)
            self._render(site, pages, self._progress)
            self._render(site, last(result.unhandled), SILENT)
            with self._progress.stage("copy", 1):
                for path, data in statics:
                    _copy(site, path, data)
            result.removed = sum(path.endswith(".html") for path in state.gone())
            if strict and result.diagnostics:
                return result
            files.commit()
        state.save()
        return result

    def _render(self, site: _Site, pages: Iterable[Page], progress: Progress) -> None:
        with progress.stage("plan", 1):
            changed = [(page, inputs) for page in pages if (inputs := self._change(site, page))]
        with progress.stage("transform", len(changed)) as stage:
            done = self._runner.map([page for page, _ in changed])
            for (page, inputs), rendered in zip(changed, done, strict=True):
                stage.advance()
                _store(site, page, inputs, rendered)

    def _change(self, site: _Site, page: Page) -> str | None:
        """Return the fingerprint of a page that must be made; take over one that need not."""
        context = json.dumps(page.context, ensure_ascii=False, sort_keys=True)
        inputs = fingerprint(self._engine, page.source, context)
        if not _kept(site, page.path, inputs):
            return inputs
        site.result.current += 1
        _count(site.result, page.path, site.state.note(page.path))
        return None


def _kept(site: _Site, path: str, inputs: str) -> bool:
    """Take a file over from the earlier site if it was made from the same inputs."""
    if not site.state.is_current(path, inputs, site.files.earlier(path)):
        return False
    site.files.keep(path)
    site.state.keep(path)
    return True


def _store(site: _Site, page: Page, inputs: str, rendered: Rendered | Crashed[Page]) -> None:
    if isinstance(rendered, Crashed):
        rendered = Rendered(page.path, failure=failed(page, "the engine ended its process"))
    if rendered.failure:
        site.result.diagnostics.append(rendered.failure)
        return
    note = dict(rendered.unhandled)
    site.state.record(page.path, inputs, site.files.write(page.path, rendered.data), note)
    site.result.built += 1
    _count(site.result, page.path, note)


def _copy(site: _Site, path: str, data: bytes) -> None:
    inputs = fingerprint(data)
    if not _kept(site, path, inputs):
        site.state.record(path, inputs, site.files.write(path, data))


def _count(result: Published, path: str, note: dict[str, int] | None) -> None:
    if note:
        result.unhandled[path] = dict(Counter(note))


def engine_fingerprint(stylesheet: Path, library: Path, strings: Mapping[str, str]) -> str:
    """Return the hash of all that pages have in common: our version, Saxon's, the stylesheets and
    the words of the interface.

    A customisation may include what lies beside it, so its whole folder counts.
    """
    folders = dict.fromkeys([library, stylesheet.parent])
    files = sorted(file for folder in folders for file in folder.rglob("*.xsl"))
    words = json.dumps(dict(strings), ensure_ascii=False, sort_keys=True)
    return fingerprint(
        __version__,
        version("saxonche"),
        str(stylesheet.name),
        words,
        *(f.read_bytes() for f in files),
    )
