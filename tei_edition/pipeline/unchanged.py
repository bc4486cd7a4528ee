"""The quickest build: where nothing at all has changed, what the last one came to still holds.

This must not load what reads, checks or renders documents: it answers before that is needed.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tei_edition.build.fingerprints import Fingerprints, fingerprint
from tei_edition.build.state import State, state_file
from tei_edition.build.store import Store
from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.pipeline.engine import engine
from tei_edition.pipeline.outcome import Outcome
from tei_edition.project import ImageFiles, Project, SourceFile
from tei_edition.project.output import MARKER
from tei_edition.project.own_files import own_files, own_sheets


@dataclass(frozen=True)
class Inputs:
    """What a build looked at, by name: its sources and, where anybody asked for them, all image
    files; `reads` are the files that were read for another one, or are shown with it."""

    sources: tuple[str, ...]
    images: tuple[str, ...] | None
    reads: frozenset[str]


@dataclass(frozen=True)
class Run:
    """What the last build came to, and looked at; `files` are the hashes by the names."""

    outcome: Outcome
    inputs: Inputs
    files: Mapping[str, str]

    def changed(self, project: Project, prints: Fingerprints) -> tuple[SourceFile, ...] | None:
        """Return the sources that have changed; ``None`` where others have, or there are others."""
        found = project.sources()
        if found.diagnostics or tuple(file.name for file in found.files) != self.inputs.sources:
            return None
        images = self.inputs.images
        if images is not None and tuple(ImageFiles(project).paths) != images:
            return None
        paths = {name: project.path(name) for name in self.files}
        prints.expect(paths.values())
        names = {name for name, known in self.files.items() if prints.of(paths[name]) != known}
        changed = tuple(file for file in found.files if file.name in names)
        return changed if len(changed) == len(names) else None


def last(project: Project, state: State, prints: Fingerprints, *, drafts: bool) -> Run | None:
    """Return the last build, if one of the same edition by the same program would be like it."""
    data = state.earlier_run(_key(project, prints, drafts=drafts))
    try:
        run = json.loads(data or b"{}")
        outcome = _outcome(run, state)
        images = None if run["images"] is None else tuple(run["images"])
        inputs = Inputs(tuple(run["sources"]), images, frozenset(run["reads"]))
        return Run(outcome, inputs, run["files"])
    except (ValueError, KeyError, TypeError):
        return None


def recall(project: Project, state: State, prints: Fingerprints, *, drafts: bool) -> Outcome | None:
    """Return what the last build came to, if this one would come to the same."""
    run = last(project, state, prints, drafts=drafts)
    if run is None or run.outcome.is_behind or run.changed(project, prints) != ():
        return None
    return run.outcome if state.is_intact(project.output, frozenset([MARKER])) else None


def record(
    project: Project, prints: Fingerprints, inputs: Inputs, outcome: Outcome, *, drafts: bool
) -> tuple[str, bytes]:
    """Return what to remember of a build: the fingerprint of its inputs, and what it came to."""
    reads = sorted(inputs.reads)
    run = {
        "sources": inputs.sources,
        "images": inputs.images,
        "reads": reads,
        "files": {name: prints.of(project.path(name)) for name in (*inputs.sources, *reads)},
        "documents": outcome.documents,
        "behind": outcome.is_behind,
        "diagnostics": [_as_json(found) for found in outcome.diagnostics],
    }
    return _key(project, prints, drafts=drafts), json.dumps(run, ensure_ascii=False).encode()


def _key(project: Project, prints: Fingerprints, *, drafts: bool) -> str:
    files = dict(own_files(project))
    return fingerprint(
        engine(prints),
        str(project.folder),
        project.config.model_dump_json(),
        prints.of(project.folder / "edition.toml"),
        prints.of_all(own_sheets(project)),
        *files,
        prints.of_all(files.values()),
        str(drafts),
        _plugins(project),
    )


def _plugins(project: Project) -> str:
    """Return the hash of the plug-ins; without any, what finds them is not even loaded."""
    names = project.config.build.plugins
    if not names:
        return ""
    from tei_edition.plugins import content

    return content(names)


def _outcome(run: dict[str, Any], state: State) -> Outcome:
    found = tuple(_diagnostic(item) for item in run["diagnostics"])
    pages, behind = state.count(".html"), bool(run["behind"])
    return Outcome(found, int(run["documents"]), pages_current=pages, is_behind=behind)


def _as_json(found: Diagnostic) -> list[Any]:
    """Return a finding as a list; its repairs are not kept, since a build carries out none."""
    related = [[*_place(other.location), other.message] for other in found.related]
    texts = (found.code, found.severity, found.message, found.hint, found.xpath)
    return [*texts, *_place(found.location), related]


def _place(location: Location) -> tuple[str, int, int]:
    return location.path, location.line, location.column


def _diagnostic(item: list[Any]) -> Diagnostic:
    code, severity, message, hint, xpath, path, line, column, related = item
    return Diagnostic(
        code,
        Severity(severity),
        message,
        Location(path, line, column),
        hint,
        xpath,
        tuple(Related(Location(*place), text) for *place, text in related),
    )


def remembered(project: Project, cache: Path, *, drafts: bool) -> Outcome | None:
    """Return what the last build into the project's output came to, if this one would, too."""
    started = time.monotonic()
    if not state_file(cache, project.output).is_file():
        return None
    state, store = State.load(cache, project.output), Store(cache / "facts.sqlite")
    prints = Fingerprints(store)
    try:
        found = recall(project, state, prints, drafts=drafts)
        prints.save()
        return found and replace(found, seconds=time.monotonic() - started)
    finally:
        state.close()
        store.close()
