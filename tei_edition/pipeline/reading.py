"""From files to findings and the index: everything that happens before a page is made."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tei_edition.build.progress import SILENT, Progress
from tei_edition.build.runner import Crashed
from tei_edition.catalogue import rules_of
from tei_edition.checks import EDITION_CHECKS, INDEX_CHECKS
from tei_edition.checks.assertions import INTERRUPTED
from tei_edition.checks.consequences import told_once, without_consequences
from tei_edition.checks.schema_choice import SchemaChooser
from tei_edition.checks.schemas_of_all import gathered
from tei_edition.checks.suppression import apply
from tei_edition.config import FILE_NAME
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.errors import TeiEditionError
from tei_edition.indexing import ImageFinder, join
from tei_edition.model import FileRecords, Index
from tei_edition.pipeline.emptiness import is_empty, no_sources, strangers
from tei_edition.pipeline.examine import Examined, Examiner, Setting, examine
from tei_edition.pipeline.facts import packed, unpacked
from tei_edition.pipeline.outcome import Outcome, configured, withheld
from tei_edition.pipeline.rules import DRAFT, WITHHELD
from tei_edition.pipeline.workshop import Workshop
from tei_edition.plugins import load
from tei_edition.project import ImageFiles, Project, SourceFile

WORTH_PROCESSES = 100
"""Below so many files, starting other processes costs more than it saves."""


@dataclass(frozen=True)
class Reading:
    """An edition that has been read: its files, what is wrong with it, and its index.

    `index` joins everything that could be read, published or not, so that a reference to a
    document that is held back does not dangle. `images` are the files that images may be in.
    """

    files: tuple[SourceFile, ...]
    examined: tuple[Examined, ...]
    diagnostics: tuple[Diagnostic, ...]
    index: Index
    images: ImageFiles


def validate(
    project: Project,
    *,
    paths: Sequence[Path] = (),
    jobs: int = 1,
    progress: Progress = SILENT,
    cache: Path | None = None,
    clean: bool = False,
) -> Outcome:
    """Check the edition, or the given files against the rest of it.

    What is known of files in the folder `cache` is not found out again, unless `clean`. Raises
    `TeiEditionError` when there is nothing to check or a schema cannot be loaded.
    """
    began, started = time.time(), time.monotonic()
    with Workshop(jobs, progress, cache=cache, clean=clean) as shop:
        reading = read(project, paths, shop)
    seconds = time.monotonic() - started
    return Outcome(
        reading.diagnostics, len(reading.files), reading.index, seconds=seconds, started=began
    )


def load_index(project: Project, *, jobs: int = 1, progress: Progress) -> Outcome:
    """Read the edition and join what can be published, drafts included; nothing is built.

    Raises `TeiEditionError` as `validate` does.
    """
    started = time.monotonic()
    with Workshop(jobs, progress) as shop:
        reading = read(project, (), shop)
    index, _ = publishable(project, reading, drafts=True)
    seconds = time.monotonic() - started
    return Outcome(reading.diagnostics, len(index.documents), index, seconds=seconds)


def read(
    project: Project,
    paths: Sequence[Path],
    shop: Workshop,
    meanwhile: Callable[[], None] = lambda: None,
) -> Reading:
    """Examine the files of the project and join them; `meanwhile` is called in between.

    With `paths`, only the findings in these files are given, but the whole of a configured
    project is what their references are looked up in. Where there is no TEI, `TeiEditionError`
    is raised; files that only lack its namespace are mistakes like others.
    """
    chosen = project.select(paths) if paths else project.sources()
    names = {file.name for file in chosen.files}
    around = _configured_sources(project) if paths else ()
    others = [file for file in around if file.name not in names]
    own = examined(project, chosen.files, shop)
    context = examined(project, others, shop, check=False) if others else []
    if own:
        meanwhile()
    images = ImageFiles(project)
    with shop.progress.stage("index", 1):
        index = join(_records([*own, *context]), _finder(project, images))
        found = [*chosen.diagnostics, *_findings(project, index, [*own, *context])]
    empty = not paths and all(e.records for e in own) and is_empty(project, index)
    if not names or empty:
        lost = strangers(own)
        nothing = no_sources(project, paths, lost)
        if not lost:
            missing = paths and chosen.diagnostics
            raise TeiEditionError(*(missing or (*chosen.diagnostics, nothing)))
        found.append(nothing)
    if paths:
        found = [d for d in found if d.location.path in names or d in chosen.diagnostics]
    told = tuple(configured(found, project.config))
    return Reading(chosen.files, tuple(own), told, index, images)


def publishable(
    project: Project, reading: Reading, *, drafts: bool
) -> tuple[Index, list[Diagnostic]]:
    """Return the index of what is to be published, and a word on each document that is not."""
    held = withheld(reading.diagnostics, project.config)
    notes = [_withheld(name) for name in sorted(held & {e.name for e in reading.examined})]
    records: list[FileRecords] = []
    for record in _records(e for e in reading.examined if e.name not in held):
        kept = tuple(d for d in record.documents if drafts or d.status != "draft")
        notes += [
            DRAFT.at(
                d.location,
                f'"{d.title}" is a draft and is not published',
                "build with --drafts to see it",
            )
            for d in record.documents
            if d not in kept
        ]
        records.append(replace(record, documents=kept))
    index = join(records, _finder(project, reading.images)) if notes else reading.index
    return index, configured(notes, project.config)


def _finder(project: Project, images: ImageFiles) -> ImageFinder:
    return ImageFinder(project.config.facsimiles, images)


def _configured_sources(project: Project) -> tuple[SourceFile, ...]:
    """Return the files of an edition; a folder that nobody has declared one has none."""
    return project.sources().files if (project.folder / FILE_NAME).is_file() else ()


def examined(
    project: Project, files: Sequence[SourceFile], shop: Workshop, *, check: bool = True
) -> list[Examined]:
    """Return what the files give; what is known of them already is not asked again."""
    facts = shop.facts(project) if check else None
    known = facts.recall(files) if facts else {}
    left = [file for file in files if file.name not in known]
    with shop.progress.stage("validate" if check else "read", len(left)) as stage:
        for file, fact, data in _results(project, left, shop, check=check):
            known[file.name] = fact
            if facts:
                facts.remember(file, fact, data)
            stage.advance()
    if facts and left:
        facts.save()
    return [known[file.name] for file in files]


def _results(
    project: Project, files: Sequence[SourceFile], shop: Workshop, *, check: bool
) -> Iterator[tuple[SourceFile, Examined, bytes]]:
    """Examine files here, or, where Saxon is needed or there is much to do, in other processes.

    What comes from those comes with the form in which it is kept.
    """
    alone = not shop.is_remote and (shop.jobs == 1 or len(files) < WORTH_PROCESSES)
    if not files or (alone and not (check and _need_engine(project, files))):
        examiner = Examiner(project, check)
        yield from ((file, examiner.examine(file), b"") for file in files)
        return
    setting = Setting.of(project, check=check, schemas=shop.schemas(project))
    for number, result in shop.runner.map(partial(_packed, setting), files, weight=_size):
        file = files[number]
        if isinstance(result, Crashed):
            found = INTERRUPTED.at(Location(file.name), "the rules ended the engine's process")
            yield file, Examined(file.name, diagnostics=(found,), reads=None), b""
        else:
            yield file, unpacked(result), result


def _packed(setting: Setting, file: SourceFile) -> bytes:
    return packed(examine(setting, file))


def _size(file: SourceFile) -> int:
    try:
        return file.path.stat().st_size
    except OSError:
        return 0


def _need_engine(project: Project, files: Sequence[SourceFile]) -> bool:
    """Say whether there are Schematron rules to run, the project's or a document's own."""
    if project.config.validation.schematron:
        return True
    chooser = SchemaChooser(project)
    return any(chooser.has_rules(file) for file in files)


def _records(examined: Iterable[Examined]) -> Iterator[FileRecords]:
    return (e.records for e in examined if e.records is not None)


def _findings(project: Project, index: Index, examined: Sequence[Examined]) -> list[Diagnostic]:
    found = [diagnostic for e in examined for diagnostic in e.diagnostics]
    for check in (*INDEX_CHECKS, *load(project).index_checks):
        found += check.run(index)
    for edition_check in EDITION_CHECKS:
        found += (_placed(d, project) for d in edition_check.run((index, project.config)))
    told = apply(found, {e.name: e.ignores for e in examined if e.ignores}, rules_of(project))
    unreadable = [e.name for e in examined if e.records is None]
    registers = any(map(project.is_register, unreadable))
    return gathered(told_once(without_consequences(told, unreadable, registers=registers)))


def _placed(found: Diagnostic, project: Project) -> Diagnostic:
    """Say of a finding in the configuration that there is none, where that is so."""
    if found.location.path != FILE_NAME or project.is_configured:
        return found
    missing = "there is no edition.toml yet: write it into the folder of the edition"
    return replace(found, hint=f"{found.hint}\n{missing}")


def _withheld(name: str) -> Diagnostic:
    return WITHHELD.at(
        Location(name), "the file is not published because of its errors", "mend them"
    )
