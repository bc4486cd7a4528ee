"""The schemas of a project at work: each is compiled once, and asked about many documents."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lxml import etree

from tei_edition.checks.assertions import Assertions
from tei_edition.checks.grammar import findings, load_schema, without_namespace
from tei_edition.checks.schema_choice import Choice, Named, SchemaChooser
from tei_edition.checks.schema_rules import UNUSABLE_GRAMMAR, UNUSABLE_RULES
from tei_edition.diagnostics import Diagnostic, Location, Related, Rule
from tei_edition.errors import TeiEditionError
from tei_edition.pipeline.schema_files import closure
from tei_edition.project import Project, SourceFile
from tei_edition.relaxng import Schema
from tei_edition.xml import Document

Loaded = TypeVar("Loaded")


class Schemas:
    """The compiled schemas of the documents.

    Where a configured one cannot be used, `TeiEditionError` is raised; where one that a document
    names cannot be, the document has a finding that says so.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._chooser = SchemaChooser(project)
        self._grammars: dict[Path, Schema | TeiEditionError] = {}
        self._rules: dict[tuple[Path, str], Assertions | TeiEditionError] = {}
        self._closures: dict[tuple[Path, ...], tuple[Path, ...]] = {}
        self.reads: tuple[str, ...] | None = ()
        """The files that rules read for the last document; ``None`` where nobody knows."""

    def choose(self, document: Document, file: SourceFile) -> Choice:
        """Return the schemas of a document, and what is wrong with how it names them."""
        root = etree.QName(document.root).localname
        return self._chooser.choose(file, document.source_text, root)

    def by_grammars(self, choice: Choice, document: Document) -> Iterator[Diagnostic]:
        """Yield what the grammars refuse, once where several refuse the same."""
        if not choice.grammars:
            yield from without_namespace(document)
        told: set[tuple[object, ...]] = set()
        for named in choice.grammars:
            schema = self._grammar(named)
            if isinstance(schema, TeiEditionError):
                yield self._unusable(UNUSABLE_GRAMMAR, named, schema)
                continue
            for found in findings(schema, document):
                if found.sort_key not in told:
                    told.add(found.sort_key)
                    yield found

    def by_rules(self, choice: Choice, document: Document, path: Path) -> Iterator[Diagnostic]:
        """Yield what the Schematron rules find in a document that lies at `path`."""
        self.reads = ()
        for named in choice.rules:
            rules = self._assertions(named)
            if isinstance(rules, TeiEditionError):
                yield self._unusable(UNUSABLE_RULES, named, rules)
            else:
                yield from rules.check(document, path)
                known = self.reads is not None and rules.reads is not None
                self.reads = (*(self.reads or ()), *(rules.reads or ())) if known else None

    def files(self, choice: Choice) -> tuple[Path, ...]:
        """Return all files of which the schemas of a document consist."""
        named = (*(n.path for n in (*choice.grammars, *choice.rules)), *choice.files)
        if named not in self._closures:
            self._closures[named] = closure(named)
        return self._closures[named]

    def _grammar(self, named: Named) -> Schema | TeiEditionError:
        if named.path not in self._grammars:
            self._grammars[named.path] = _tried(named, lambda: load_schema(named.path, named.name))
        return self._grammars[named.path]

    def _assertions(self, named: Named) -> Assertions | TeiEditionError:
        key = (named.path, named.phase)
        if key not in self._rules:
            self._rules[key] = _tried(
                named, lambda: Assertions(named.path, named.name, named.phase)
            )
        return self._rules[key]

    def _unusable(self, rule: Rule, named: Named, error: TeiEditionError) -> Diagnostic:
        """Return the finding about a schema, at the instruction that names it."""
        if named.location is None:
            raise AssertionError("a configured schema ends the run")
        return rule.at(
            named.location,
            f'"{named.name}" cannot be used, so that nothing was checked against it',
            error.diagnostics[0].hint,
            related=tuple(
                Related(self._in_project(d.location), d.message) for d in error.diagnostics
            ),
        )

    def _in_project(self, location: Location) -> Location:
        """Return a place by its path in the project: a schema may include others."""
        path = Path(location.path)
        if not path.is_absolute():
            return location
        return replace(location, path=self._project.name(path))


def _tried(named: Named, load: Callable[[], Loaded]) -> Loaded | TeiEditionError:
    try:
        return load()
    except TeiEditionError as error:
        if named.location is None:
            raise
        return error
