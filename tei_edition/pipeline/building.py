"""From the index to the site: plan the pages, render what changed, publish."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.progress import SILENT, Progress
from tei_edition.build.state import State
from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.pipeline import unchanged
from tei_edition.pipeline.cache import cache_folder
from tei_edition.pipeline.outcome import Outcome, configured
from tei_edition.pipeline.reading import Reading, publishable, read
from tei_edition.pipeline.retouch import retouched
from tei_edition.pipeline.rules import DISK, LOST
from tei_edition.pipeline.workshop import Workshop
from tei_edition.plugins import load
from tei_edition.project import Project, check_output
from tei_edition.saxon import UNHANDLED, check_customisation
from tei_edition.site.making import Published
from tei_edition.site.plan import interface, joined_files, plan, rendering_pages
from tei_edition.site.publish import Contents, Publisher
from tei_edition.site.published_images import pictures, used
from tei_edition.site.render import prepare
from tei_edition.site.sheets import sheets
from tei_edition.site.statics import assets, copies, static_files
from tei_edition.xml import path_of, source_bytes


def build(
    project: Project,
    *,
    output: Path,
    cache: Path | None = None,
    jobs: int = 1,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    executor: Executor | None = None,
    losses: tuple[type[Exception], ...] = (),
    progress: Progress = SILENT,
) -> Outcome:
    """Make the site: what can be published is, what cannot is reported.

    With `strict`, nothing is published unless nothing is wrong. Any `executor` may do the work in
    place of `jobs` processes of our own; `losses` are what it raises when a worker dies. Raises
    `TeiEditionError` when the command cannot go on; the earlier site is then as it was.
    """
    check_output(project)
    memory = cache_folder(cache)
    with Workshop(
        jobs, progress, cache=memory, clean=clean, executor=executor, losses=losses
    ) as shop:
        return build_with(shop, project, output, memory, strict=strict, clean=clean, drafts=drafts)


def build_with(
    shop: Workshop,
    project: Project,
    output: Path,
    memory: Path,
    *,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
) -> Outcome:
    """Make the site with workers that may have made it before."""
    started = time.monotonic()
    state = State.load(memory, output, ignore=clean)
    publisher = publisher_of(project, shop)
    if not (strict or clean):
        with disk_errors(project, output):
            quick = retouched(shop, project, output, state, publisher, drafts=drafts)
        if quick:
            state.close()
            return quick
    compiling = partial(shop.runner.begin, partial(prepare, publisher.sheets))
    reading, outcome = joined(shop, project, drafts=drafts, meanwhile=compiling)
    if strict and _is_wrong(outcome.diagnostics):
        return replace(outcome, seconds=time.monotonic() - started)
    with disk_errors(project, output):
        published = publisher_of(project, shop, reading).publish(
            output,
            state,
            contents_of(project, outcome),
            accept=lambda made: not (strict and _is_wrong(_found(made, project.config))),
        )
    found = _found(published, project.config)
    outcome = with_pages(outcome, published, project.config)
    if not (strict and _is_wrong(found)):
        state.save(memorable(project, shop, reading, published, outcome, drafts=drafts))
    state.close()
    return replace(outcome, seconds=time.monotonic() - started)


def joined(
    shop: Workshop,
    project: Project,
    *,
    drafts: bool,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Reading, Outcome]:
    """Read the edition, and return also what comes of it: the index of what is published.

    `meanwhile` is called before the letters are joined.
    """
    reading = read(project, (), shop, meanwhile)
    index, notes = publishable(project, reading, drafts=drafts)
    gallery = shop.look_at(index, reading.images)
    notes += configured(gallery.diagnostics, project.config)
    found = (*reading.diagnostics, *notes)
    return reading, Outcome(found, len(gallery.index.documents), gallery.index)


def contents_of(project: Project, outcome: Outcome) -> Contents:
    """Return what the site of an edition that was joined is made of."""
    config, index, plugin = project.config, outcome.index, load(project)
    if index is None:
        raise ValueError("there is no site without an index")
    return Contents(
        plan(index, config, plugin.pages, plugin.exports),
        (*copies(index), *pictures(index, config)),
        static_files(index, config, plugin.exports),
        partial(rendering_pages, index, config, plugin.pages, outcome.diagnostics),
        partial(joined_files, index, config),
        partial(assets, project),
    )


def publisher_of(project: Project, shop: Workshop, reading: Reading | None = None) -> Publisher:
    """Return what makes the pages of an edition.

    Raises `TeiEditionError` for a stylesheet that cannot be used.
    """
    own = project.config.site.stylesheet
    if own:
        check_customisation(project.path(own), own)
    paths = {file.name: file.path for file in reading.files} if reading else {}
    images = reading.images.paths if reading and reading.images.were_asked else {}

    def source(name: str) -> tuple[str, Callable[[], bytes]]:
        if name in images:
            return shop.prints.of(images[name]), images[name].read_bytes
        path = paths.get(path_of(name)) or project.path(path_of(name))
        if project.config.sources.xinclude:
            # What a document includes is part of it.
            load = partial(source_bytes, name, path, project.folder)
            return fingerprint(load()), load
        return shop.prints.of(path), partial(source_bytes, name, path)

    rendering = sheets(project, interface(project.config).texts)
    return Publisher(rendering, shop.engine, source, shop.runner, shop.progress)


def memorable(
    project: Project,
    shop: Workshop,
    reading: Reading,
    published: Published,
    outcome: Outcome,
    *,
    drafts: bool,
) -> tuple[str, bytes] | None:
    """Return what to remember of a run; nothing where the next one must look again."""
    sources = [file.name for file in reading.files]
    reads: set[str] = set()
    if not all(shop.prints.of(project.path(name)) for name in sources):
        return None  # a name that is not UTF-8 leads to no file
    for examined in reading.examined:
        if examined.reads is None:
            return None
        reads.update(examined.reads)
    reads.update(used(reading.index))
    if published.diagnostics or project.sources().diagnostics:
        return None
    images = tuple(reading.images.paths) if reading.images.were_asked else None
    found = unchanged.Inputs(tuple(sources), images, frozenset(reads))
    return unchanged.record(project, shop.prints, found, outcome, drafts=drafts)


@contextmanager
def disk_errors(project: Project, output: Path) -> Iterator[None]:
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


def _is_wrong(diagnostics: Sequence[Diagnostic]) -> bool:
    return any(d.severity in (Severity.ERROR, Severity.WARNING) for d in diagnostics)


def _found(published: Published, config: Config) -> list[Diagnostic]:
    """Return what is wrong with a site: pages that failed, elements and words that are lost."""
    found = [*_together(published.diagnostics), *_unhandled(published), *_lost(published)]
    return configured(found, config)


def with_pages(outcome: Outcome, published: Published, config: Config) -> Outcome:
    """Return what came of an edition with what became of its site."""
    return replace(
        outcome,
        diagnostics=(*outcome.diagnostics, *_found(published, config)),
        pages_built=published.built,
        pages_current=published.current,
        pages_removed=published.removed,
        reasons=published.reasons,
        gone=published.gone,
    )


def _together(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return findings with the same words at the same place as one, with all that is related."""
    groups: dict[Any, list[Diagnostic]] = {}
    for diagnostic in found:
        groups.setdefault(diagnostic.sort_key, []).append(diagnostic)
    return [
        replace(group[0], related=tuple(other for each in group for other in each.related))
        for group in groups.values()
    ]


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


def _lost(published: Published) -> Iterator[Diagnostic]:
    """Yield one finding for each page that does not have all words of its source."""
    for page, (source, lost) in sorted(published.lost.items()):
        words = ", ".join(f'"{each.word}"' for each in lost[:10])
        more = f" and {len(lost) - 10} more" if len(lost) > 10 else ""
        lines = dict.fromkeys(each.line for each in lost)
        first, *others = (Location(source, line) for line in lines)
        yield LOST.at(
            first,
            f"{page} does not have the words {words}{more}",
            "look at the elements they stand in; docs/building.md says what is left out by rule",
            related=tuple(Related(place, "more of them") for place in others[:10]),
        )
