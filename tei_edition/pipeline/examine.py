"""Looking at one file: read it, check it, and take its records. Files know nothing of each other.

A pure function of the file's bytes and the configuration, so that it can run in any process.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tei_edition import tei
from tei_edition.checks import DOCUMENT_CHECKS
from tei_edition.checks.suppression import Ignore, instructions
from tei_edition.diagnostics import Diagnostic, Fix, Location
from tei_edition.model import FileRecords
from tei_edition.pipeline.schemas import Schemas
from tei_edition.project import Project, SourceFile
from tei_edition.xml import Corpus, Document, corpus, parse


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file gives. `records` is ``None`` for a file that cannot be read as XML."""

    name: str
    records: FileRecords | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    ignores: tuple[Ignore, ...] = ()


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
        names = tei.part_names(large.labels)
        frame = large.frame()
        records = [tei.read(frame)] if isinstance(frame, Document) else []
        pieces = []
        for number, name in enumerate(names, 1):
            piece = self._examined(large.member(number, name), file)
            records += [piece.records] if piece.records else []
            pieces.append(replace(piece, records=None))
        return Examined(
            file.name,
            tei.merge(file.name, records),
            # What is wrong in the header of the corpus is found with every member.
            tuple(dict.fromkeys(found for piece in pieces for found in piece.diagnostics)),
            tuple(dict.fromkeys(ignore for piece in pieces for ignore in piece.ignores)),
        )

    def _examined(self, document: Document | tuple[Diagnostic, ...], file: SourceFile) -> Examined:
        if not isinstance(document, Document):
            return Examined(file.name, diagnostics=document if self.check else ())
        found = tuple(self._findings(document, file)) if self.check else ()
        return Examined(
            file.name,
            tei.read(document, self.project.config.letters),
            found,
            instructions(document),
        )

    def _findings(self, document: Document, file: SourceFile) -> Iterator[Diagnostic]:
        choice = self._schemas.choose(document, file)
        yield from choice.findings
        grammar = [*self._schemas.by_grammars(choice, document)]
        yield from self._schemas.by_rules(choice, document, file.path)
        refused = {found.location for found in grammar}
        repairs: dict[Location, tuple[Fix, ...]] = {}
        for check in DOCUMENT_CHECKS:
            for found in check.run(document):
                # A date that the grammar refuses is one mistake: it is told once, with its repair.
                if found.code[:3] == "DAT" and found.location in refused:
                    repairs[found.location] = found.fixes
                else:
                    yield found
        for found in grammar:
            yield replace(found, fixes=found.fixes or repairs.get(found.location, ()))

    @cached_property
    def _schemas(self) -> Schemas:
        return Schemas(self.project)


_examiner: list[Examiner] = []


def prepare(project: Project, check: bool) -> None:
    """Set up a worker process."""
    _examiner[:] = [Examiner(project, check)]


def examine(file: SourceFile) -> Examined:
    """Examine a file in a worker process that `prepare` has set up."""
    (examiner,) = _examiner
    return examiner.examine(file)
