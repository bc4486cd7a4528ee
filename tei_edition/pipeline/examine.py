"""Looking at one file: read it, check it, and take its records. Files know nothing of each other.

A pure function of the file's bytes and the configuration, so that it can run in any process.
"""

import os
import pickle
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from tei_edition import plugins, tei
from tei_edition.build.fingerprints import fingerprint
from tei_edition.checks import DOCUMENT_CHECKS
from tei_edition.checks.schema_choice import Choice
from tei_edition.checks.schema_rules import MISSING
from tei_edition.checks.suppression import Ignore, instructions
from tei_edition.diagnostics import Diagnostic
from tei_edition.model import FileRecords
from tei_edition.pipeline.schemas import Schemas
from tei_edition.project import Project, SourceFile
from tei_edition.values import Value
from tei_edition.xml import Corpus, Document, asks, corpus, include, parse, unused, wrongly_declared


@dataclass(frozen=True, slots=True)
class Examined(Value):
    """What one file gives. `records` is ``None`` for a file that cannot be read as XML.

    `content` is the hash of the bytes, `reads` the paths in the project of all other files that
    were looked at, and ``None`` where nobody knows.
    """

    name: str
    records: FileRecords | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    content: str = ""
    reads: tuple[str, ...] | None = ()


@dataclass
class Examiner:
    """Examines the files of a project; grammars and rules are compiled once.

    Unless `check`, only the records are taken.
    """

    project: Project
    check: bool = True

    def examine(self, file: SourceFile) -> Examined:
        """Read a file and look at it.

        Raises `TeiEditionError` for a grammar or rules that cannot be used.
        """
        large = corpus(file.path, file.name)
        if large:
            return self._by_members(large, file)
        return self._examined(parse(file.path, file.name), file)

    def _by_members(self, large: Corpus, file: SourceFile) -> Examined:
        """Examine a corpus piece by piece, so that no tree holds all of it."""
        content = fingerprint(file.path.read_bytes())
        names = tei.part_names(large.labels)
        frame = large.frame()
        records = [tei.read(frame)] if isinstance(frame, Document) else []
        pieces = []
        for number, name in enumerate(names, 1):
            piece = self._examined(large.member(number, name), file)
            records += [piece.records] if piece.records else []
            pieces.append(_without_repairs(piece))
        return Examined(
            file.name,
            tei.merge(file.name, records),
            # What is wrong in the header of the corpus is found with every member.
            tuple(dict.fromkeys(found for piece in pieces for found in piece.diagnostics)),
            tuple(dict.fromkeys(ignore for piece in pieces for ignore in piece.ignores)),
            content,
            _union(piece.reads for piece in pieces),
        )

    def _examined(self, document: Document | tuple[Diagnostic, ...], file: SourceFile) -> Examined:
        if not isinstance(document, Document):
            # Nothing is remembered of it: it may be unreadable for now only.
            return Examined(file.name, diagnostics=document if self.check else (), reads=None)
        content = fingerprint(document.data)
        inclusions, included = self._inclusions(document, file)
        records = tei.read(document, self.project.config.letters)
        ignores = instructions(document)
        if not self.check:
            return Examined(file.name, records, ignores=ignores, content=content, reads=None)
        choice = self._schemas.choose(document, file)
        wrong = wrongly_declared(document.data, document.name)
        found = (*wrong, *inclusions, *self._findings(document, file, choice))
        reads = _union((included, self._reads(choice)))
        return Examined(file.name, records, found, ignores, content, reads)

    def _inclusions(
        self, document: Document, file: SourceFile
    ) -> tuple[tuple[Diagnostic, ...], tuple[str, ...] | None]:
        """Carry out XInclude where the edition wants it; return findings and the files read."""
        if not asks(document):
            return (), ()
        if not self.project.config.sources.xinclude:
            return unused(document), ()
        found, paths = include(document, file.path, self.project.folder)
        return found, None if paths is None else self._relative(paths)

    def _findings(
        self, document: Document, file: SourceFile, choice: Choice
    ) -> Iterator[Diagnostic]:
        yield from choice.findings
        yield from self._schemas.by_grammars(choice, document)
        yield from self._schemas.by_rules(choice, document, file.path)
        for check in (*DOCUMENT_CHECKS, *plugins.load(self.project).document_checks):
            yield from check.run(document)

    def _reads(self, choice: Choice) -> tuple[str, ...] | None:
        """Return what was looked at; a schema that is missing may come from anywhere."""
        missing = any(found.code == MISSING.code for found in choice.findings)
        if missing or self._schemas.reads is None:
            return None
        paths = {*self._schemas.files(choice), *map(Path, self._schemas.reads)}
        return self._relative(paths)

    def _relative(self, paths: Iterable[Path]) -> tuple[str, ...]:
        return tuple(sorted(os.path.relpath(path, self.project.folder) for path in paths))

    @cached_property
    def _schemas(self) -> Schemas:
        return Schemas(self.project)


def _without_repairs(piece: Examined) -> Examined:
    """Return what a piece of a file gives but its records; its edits count from the piece."""
    found = tuple(replace(diagnostic, fixes=()) for diagnostic in piece.diagnostics)
    ignores = tuple(replace(ignore, removal=None) for ignore in piece.ignores)
    return replace(piece, records=None, diagnostics=found, ignores=ignores)


def _union(reads: Iterable[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """Return all that was looked at; one of whom nobody knows it makes nobody know."""
    found: set[str] = set()
    for each in reads:
        if each is None:
            return None
        found.update(each)
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Setting:
    """What an examination needs to know, as a worker gets it with each file.

    `schemas` and `plugins` are hashes that change when a schema or a plug-in does: a worker that
    lives long loads it again.
    """

    project: bytes
    check: bool
    schemas: str = ""
    plugins: str = ""

    @classmethod
    def of(cls, project: Project, *, check: bool, schemas: str = "") -> "Setting":
        """Return the setting for a project."""
        own = plugins.content(project.config.build.plugins)
        return cls(pickle.dumps(project), check, schemas, own)


@lru_cache(maxsize=2)
def _examiner(setting: Setting) -> Examiner:
    return Examiner(pickle.loads(setting.project), setting.check)


_ONE_AT_A_TIME = threading.Lock()
"""An executor may work in threads, and schemas learn while they are used."""


def examine(setting: Setting, file: SourceFile) -> Examined:
    """Examine a file in a worker process."""
    with _ONE_AT_A_TIME:
        return _examiner(setting).examine(file)
