"""The quickest build: where nothing at all has changed, what the last one came to still holds.

This must not load what reads, checks or renders documents: it answers before that is needed.
"""

import json
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tei_edition.build.fingerprints import Fingerprints, fingerprint
from tei_edition.build.state import State, state_file
from tei_edition.build.store import Store
from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.pipeline.engine import engine
from tei_edition.pipeline.outcome import Outcome
from tei_edition.project import ImageFiles, Project
from tei_edition.project.output import MARKER
from tei_edition.project.own_files import own_files, own_sheets


def recall(project: Project, state: State, prints: Fingerprints, *, drafts: bool) -> Outcome | None:
    """Return what the last build came to, if this one would come to the same."""
    data = state.earlier_run(_key(project, prints, drafts=drafts))
    if data is None:
        return None
    try:
        run = json.loads(data)
        outcome = _outcome(run, state)
        files: dict[str, str] = run["files"]
    except (ValueError, KeyError, TypeError):
        return None
    sources = project.sources()
    if sources.diagnostics or [file.name for file in sources.files] != run["sources"]:
        return None
    if run["images"] is not None and [*ImageFiles(project).paths] != run["images"]:
        return None
    paths = {name: project.path(name) for name in files}
    prints.expect(paths.values())
    if any(prints.of(paths[name]) != known for name, known in files.items()):
        return None
    return outcome if state.is_intact(project.output, frozenset([MARKER])) else None


@dataclass(frozen=True)
class Inputs:
    """What a build looked at: the names of its sources and, where anybody asked for them, of all
    image files; `reads` are the files that were read, sources included."""

    sources: Iterable[str]
    images: Iterable[str] | None
    reads: Iterable[str]


def record(
    project: Project, prints: Fingerprints, inputs: Inputs, outcome: Outcome, *, drafts: bool
) -> tuple[str, bytes]:
    """Return what to remember of a build: the fingerprint of its inputs, and what it came to."""
    run = {
        "sources": list(inputs.sources),
        "images": None if inputs.images is None else list(inputs.images),
        "files": {name: prints.of(project.path(name)) for name in sorted(set(inputs.reads))},
        "documents": outcome.documents,
        "diagnostics": [asdict(found) for found in outcome.diagnostics],
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
    return Outcome(found, int(run["documents"]), pages_current=state.count(".html"))


def _diagnostic(item: dict[str, Any]) -> Diagnostic:
    return Diagnostic(
        code=item["code"],
        severity=Severity(item["severity"]),
        message=item["message"],
        location=Location(**item["location"]),
        hint=item["hint"],
        xpath=item["xpath"],
        related=tuple(
            Related(Location(**other["location"]), other["message"]) for other in item["related"]
        ),
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
