"""From the index to the site: plan the pages, render what changed, publish."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tei_edition.build.progress import Progress
from tei_edition.build.state import State
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.pipeline.cache import cache_folder
from tei_edition.pipeline.documents import Documents
from tei_edition.pipeline.outcome import Outcome, configured
from tei_edition.pipeline.reading import publishable, read
from tei_edition.pipeline.rules import DISK
from tei_edition.project import Project, check_output, resource
from tei_edition.saxon import UNHANDLED
from tei_edition.site import interface, plan, rendering_pages, static_files
from tei_edition.site.publish import Published, Publisher


def build(
    project: Project,
    *,
    output: Path,
    cache: Path | None = None,
    jobs: int = 1,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    progress: Progress,
) -> Outcome:
    """Make the site: what can be published is, what cannot is reported.

    With `strict`, nothing is published unless nothing is wrong. Raises `TeiEditionError` when the
    command cannot go on; the earlier site is then as it was.
    """
    started = time.monotonic()
    check_output(project)
    reading = read(project, (), jobs, progress)
    index, notes = publishable(project, reading, drafts=drafts)
    outcome = Outcome((*reading.diagnostics, *notes), len(index.documents), index)
    if strict and _is_wrong(outcome.diagnostics):
        return replace(outcome, seconds=time.monotonic() - started)
    config, documents = project.config, Documents(reading.files)
    with _disk_errors(project, output):
        published = _publisher(project, jobs, progress).publish(
            output,
            State.load(cache_folder(cache), output, ignore=clean),
            plan(index, documents, config),
            static_files(index, documents, config),
            partial(rendering_pages, index, config),
            strict=strict,
        )
    outcome = _with(outcome, published, project)
    return replace(outcome, seconds=time.monotonic() - started)


def _publisher(project: Project, jobs: int, progress: Progress) -> Publisher:
    library = resource("xslt")
    own = project.config.site.stylesheet
    stylesheet = project.path(own) if own else library / "edition.xsl"
    return Publisher(stylesheet, library, interface(project.config).texts, jobs, progress)


@contextmanager
def _disk_errors(project: Project, output: Path) -> Iterator[None]:
    """Turn what the disk refuses into a diagnostic."""
    try:
        yield
    except OSError as error:
        found = DISK.at(
            Location(project.name(output)),
            f"the site could not be written: {(error.strerror or str(error)).lower()}",
            "the earlier site, if there was one, is as it was",
        )
        raise TeiEditionError(found) from error


def _is_wrong(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(d.severity in (Severity.ERROR, Severity.WARNING) for d in diagnostics)


def _with(outcome: Outcome, published: Published, project: Project) -> Outcome:
    found = configured([*published.diagnostics, *_unhandled(published)], project.config)
    return replace(
        outcome,
        diagnostics=(*outcome.diagnostics, *found),
        pages_built=published.built,
        pages_current=published.current,
        pages_removed=published.removed,
    )


def _unhandled(published: Published) -> list[Diagnostic]:
    """Return one finding for each element that some page shows without a rule of its own."""
    counts: dict[str, int] = {}
    first: dict[str, str] = {}
    for page, names in sorted(published.unhandled.items()):
        for name, count in names.items():
            counts[name] = counts.get(name, 0) + count
            first.setdefault(name, page)
    return [
        UNHANDLED.at(
            Location(first[name]),
            f'no rule for the element "{name}", {count} in all; its content is shown as it is',
            "about/rendering.html lists them",
        )
        for name, count in sorted(counts.items())
    ]
