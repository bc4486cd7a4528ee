"""Looking at one file: read it, check it, and take its records. Files know nothing of each other.

A pure function of the file's bytes and the configuration, so that it can run anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tei_edition import tei
from tei_edition.checks import DOCUMENT_CHECKS
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
    """Examines the files of a project; each grammar is compiled once."""

    project: Project
    _schemas: dict[str, Schema] = field(default_factory=dict)

    def examine(self, file: SourceFile, *, check: bool = True) -> Examined:
        """Read a file, and check it unless only its records are wanted.

        Raises `TeiEditionError` for a grammar that cannot be loaded.
        """
        document = parse(file.path, file.name)
        if not isinstance(document, Document):
            return Examined(file.name, diagnostics=document if check else ())
        found = tuple(self._findings(document)) if check else ()
        return Examined(file.name, tei.read(document), found, instructions(document))

    def _findings(self, document: Document) -> Iterator[Diagnostic]:
        if schema := self._schema(document):
            yield from findings(schema, document)
        for check in DOCUMENT_CHECKS:
            yield from check.run(document)

    def _schema(self, document: Document) -> Schema | None:
        root = document.root.tag.rpartition("}")[2]
        name = self.project.config.validation.schema_for(document.name, root)
        if name is None:
            return None
        if name not in self._schemas:
            self._schemas[name] = load_schema(self.project.path(name), name)
        return self._schemas[name]
