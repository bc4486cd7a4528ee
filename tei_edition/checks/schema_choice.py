"""Which schemas a document is checked against: the option's, the configured, or its own.

`SchemaChooser` decides and says what is wrong with the instructions of a document; loading the
schemas is left to others. Nothing is ever fetched from another host.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from tei_edition.checks.schema_rules import (
    BAD_CATALOGUE,
    MALFORMED,
    MISSING,
    OTHER_LANGUAGE,
    OTHER_SCHEMA,
    REMOTE,
)
from tei_edition.checks.schemas_of_all import no_schema
from tei_edition.checks.spelling import Speller
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.errors import TeiEditionError
from tei_edition.project import Project, SourceFile
from tei_edition.xml.catalogs import Catalogue, CatalogueError, is_catalogue, local_path
from tei_edition.xml.models import SchemaInstruction, schema_instructions

CATALOGUE = "catalog.xml"
"""The catalogue that a project has where its configuration names no other."""

_LONGEST = 200
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_SCHEMATRON = (b"http://purl.oclc.org/dsdl/schematron", b"http://www.ascc.net/xml/schematron")
_TEI = ("TEI", "teiCorpus")
_FOR_PROGRAMS = re.compile(r"\.(rng|rnc|sch)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A schema to be used. `name` is its path in the project, `location` the instruction's.

    Without a location, the configuration or an option names it.
    """

    path: Path
    name: str
    location: Location | None = None
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The grammars and rules for one document, and what is wrong with its instructions.

    `files` are those that the instructions name, used or not.
    """

    grammars: tuple[Named, ...] = ()
    rules: tuple[Named, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    files: tuple[Path, ...] = ()


class SchemaChooser:
    """Chooses the schemas of a project's documents.

    Raises `TeiEditionError` for a configured catalogue that cannot be used.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._validation = project.config.validation
        self._from_option = project.origins.get("validation.schema") == "option"
        self._rules = tuple(Named(project.path(name), name) for name in self._validation.schematron)
        self._with_rules: dict[Path, bool] = {}
        if self._validation.catalog:
            _ = self._catalogue

    def choose(self, file: SourceFile, text: str, root: str) -> Choice:
        """Return the schemas for a file with these characters and this root element.

        A grammar that the configuration has for the file speaks for everything; where it has
        none, the document's own grammars are used, and its rules unless rules are configured.
        """
        name = self._validation.schema_for(file.name, root)
        grammars = (Named(self._project.path(name), name),) if name else ()
        if self._from_option:
            return Choice(grammars, self._rules)
        own: dict[str, list[Named]] = {"RELAX NG": [], "Schematron": []}
        found: dict[str, Diagnostic] = {}
        files: list[Path] = []
        for instruction in schema_instructions(text, file.name):
            named = self._named(instruction, file)
            if isinstance(named, Diagnostic):
                # Many documents name one file twice: for its grammar and for the rules in it.
                found.setdefault(named.message, named)
                continue
            files.append(named.path)
            if configured := self._instead(instruction, grammars):
                found.update((f.message, f) for f in _other(instruction, named, configured))
            elif instruction.language == "RELAX NG" or self._has_rules(named.path):
                _add(named, own[instruction.language])
        chosen = grammars or tuple(own["RELAX NG"])
        told = tuple(found.values())
        if not chosen and root in _TEI:
            told = (*map(_unchecked, told), no_schema(Location(file.name)))
        return Choice(chosen, self._rules or tuple(own["Schematron"]), told, tuple(files))

    def has_rules(self, file: SourceFile) -> bool:
        """Say whether a file names Schematron rules that will be run, from how it begins."""
        try:
            with file.path.open("rb") as stream:
                data = stream.read(8000)
        except OSError:
            return False
        if b"chematron" not in data and b".sch" not in data:
            return False
        text = data.decode("utf-8-sig", "replace")
        root = re.search(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)", re.sub(r"<[?!].*?>", "", text))
        return bool(self.choose(file, text, root[1] if root else "").rules)

    def _has_rules(self, path: Path) -> bool:
        """Say whether a file may have Schematron rules; many grammars have none."""
        if path.suffix.lower() != ".rng":
            return True
        if path not in self._with_rules:
            try:
                data = path.read_bytes()
            except OSError:
                return True
            self._with_rules[path] = any(namespace in data for namespace in _SCHEMATRON)
        return self._with_rules[path]

    def _instead(
        self, instruction: SchemaInstruction, grammars: tuple[Named, ...]
    ) -> tuple[Named, ...]:
        """Return the configured schemas that are used in place of what a document names."""
        if instruction.language == "RELAX NG":
            return grammars
        return (*self._rules, *grammars)

    def _named(self, instruction: SchemaInstruction, file: SourceFile) -> Named | Diagnostic:
        """Return the file that an instruction means, or what is wrong with the instruction."""
        href, here = instruction.href, instruction.location
        fault = instruction.fault or ("" if href else "its href is empty")
        if fault:
            return MALFORMED.at(
                here,
                f"this instruction names no schema: {fault}",
                'write it like <?xml-model href="schemas/edition.rng"?>',
            )
        if instruction.language == "other":
            return OTHER_LANGUAGE.at(
                here,
                f"{quoted(href, _LONGEST)} is neither RELAX NG nor Schematron by what the "
                "instruction says, and is not used",
                "name the RELAX NG form of the schema (.rng or .rnc) beside it",
            )
        path = self._path(href, file)
        if path is None:
            return _remote(href, here)
        if not os.path.isfile(path):  # noqa: PTH113 - never raises, whatever the name
            return self._missing(href, path, here)
        return Named(path, self._project.name(path), here, instruction.phase)

    def _path(self, href: str, file: SourceFile) -> Path | None:
        """Return the local file that an address stands for, ``None`` for one on another host."""
        address = href.partition("#")[0]
        mapped = self._catalogue.resolve(href) or self._catalogue.resolve(address)
        if mapped is not None:
            return local_path(mapped)
        if _ADDRESS.match(address):
            return local_path(address)
        path = file.path.parent / unquote(address.partition("?")[0])
        return Path(os.path.normpath(path))

    def _missing(self, href: str, path: Path, here: Location) -> Diagnostic:
        name = self._project.name(path)
        through = "" if name.endswith(href.lstrip("./")) else f" ({name})"
        return MISSING.at(
            here,
            f"the schema {quoted(href, _LONGEST)}{through} does not exist",
            _advice(href, path),
        )

    @cached_property
    def _catalogue(self) -> Catalogue:
        given = self._validation.catalog
        path = self._project.path(given or CATALOGUE)
        if not given and not is_catalogue(path):
            return Catalogue()
        try:
            return Catalogue.from_file(path)
        except CatalogueError as error:
            found = BAD_CATALOGUE.at(
                Location(self._project.name(path), error.line),
                f"the catalogue cannot be used: {error}",
                "mend it, or take validation.catalog out of edition.toml",
            )
            raise TeiEditionError(found) from error


def _unchecked(found: Diagnostic) -> Diagnostic:
    """Add to a finding about a missing schema that there was no other."""
    if found.code != MISSING.code:
        return found
    return replace(found, hint=f"{found.hint}\nthe document was checked against no schema")


def _remote(href: str, here: Location) -> Diagnostic:
    file = re.split("[?#]", href.rstrip("/"))[0].rpartition("/")[2]
    example = f"schemas/{file}" if _FOR_PROGRAMS.search(file) else "schemas/edition.rng"
    return REMOTE.at(
        here,
        f"the schema {quoted(href, _LONGEST)} is on another host and is not fetched",
        f"keep a copy in the project, and say so in {CATALOGUE}: "
        f'<uri name={quoted(href, _LONGEST)} uri="{example}"/>',
    )


def _other(
    instruction: SchemaInstruction, named: Named, configured: tuple[Named, ...]
) -> Iterator[Diagnostic]:
    """Yield a finding where a document names a schema that the project does not use for it."""
    if any(_is_same(named, other) for other in configured):
        return
    used = ", ".join(f'"{schema.name}"' for schema in configured)
    key = "schema" if instruction.language == "RELAX NG" else "schematron"
    yield OTHER_SCHEMA.at(
        instruction.location,
        f'the document names the schema "{named.name}", but edition.toml has {used} for it',
        f"name the same schema in both places, or add this one to {key} in [validation]",
    )


def _add(named: Named, chosen: list[Named]) -> None:
    if not any(_is_same(named, other) for other in chosen):
        chosen.append(named)


def _is_same(one: Named, other: Named) -> bool:
    """Say whether two files are one, or the two syntaxes of one grammar."""
    paths = [os.path.realpath(named.path) for named in (one, other)]
    if paths[0] == paths[1]:
        return one.phase == other.phase or not one.phase or not other.phase
    stems = [os.path.splitext(path) for path in paths]  # noqa: PTH122
    return stems[0][0] == stems[1][0] and {stems[0][1], stems[1][1]} == {".rng", ".rnc"}


def _advice(href: str, path: Path) -> str:
    """Return advice on a missing file: one with nearly its name in the same folder, if any."""
    try:
        names = sorted(p.name for p in path.parent.iterdir() if _FOR_PROGRAMS.fullmatch(p.suffix))
    except (OSError, ValueError):
        return "the path starts from the folder of the document; there is no such folder"
    by_stem = {name.rpartition(".")[0]: name for name in names}
    if near := by_stem.get(Speller(by_stem).near(path.stem)):
        return f'did you mean "{href[: len(href) - len(path.name)]}{near}"?'
    return "the path starts from the folder of the document"
