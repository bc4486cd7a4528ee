"""Looking at one file: read it, check it, and take its records. Files know nothing of each other.

A pure function of the file's bytes and the configuration, so that it can run in any process.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tei_edition import tei
from tei_edition.checks import DOCUMENT_CHECKS
from tei_edition.checks.assertions import Assertions
from tei_edition.checks.grammar import findings, load_schema
from tei_edition.checks.suppression import Ignore, instructions
from tei_edition.diagnostics import Diagnostic
from tei_edition.model import FileRecords
from tei_edition.project import Project, SourceFile
from tei_edition.relaxng import Schema
from tei_edition.xml import Document, parse


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
    _schemas: dict[str, Schema] = field(default_factory=dict)

    def examine(self, file: SourceFile) -> Examined:
        """Read a file and look at it.

        Raises `TeiEditionError` for a grammar or rules that cannot be used.
        """
        document = parse(file.path, file.name)
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
        grammar = [*findings(schema, document)] if (schema := self._schema(document)) else []
        yield from grammar
        for rules in self._assertions:
            yield from rules.check(document, file.path)
        refused = {found.location for found in grammar}
        for check in DOCUMENT_CHECKS:
            for found in check.run(document):
                # A date that the grammar refuses is one mistake, and has been told.
                if found.code[:3] != "DAT" or found.location not in refused:
                    yield found

    def _schema(self, document: Document) -> Schema | None:
        root = str(document.root.tag).rpartition("}")[2]
        name = self.project.config.validation.schema_for(document.name, root)
        if name is None:
            return None
        if name not in self._schemas:
            self._schemas[name] = load_schema(self.project.path(name), name)
        return self._schemas[name]

    @cached_property
    def _assertions(self) -> list[Assertions]:
        names = self.project.config.validation.schematron
        return [Assertions(self.project.path(name), name) for name in names]


_examiner: list[Examiner] = []


def prepare(project: Project, check: bool) -> None:
    """Set up a worker process."""
    _examiner[:] = [Examiner(project, check)]


def examine(file: SourceFile) -> Examined:
    """Examine a file in a worker process that `prepare` has set up."""
    (examiner,) = _examiner
    return examiner.examine(file)
