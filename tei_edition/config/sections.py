"""The keys of `edition.toml`: what each means, its default, and what values it may have.

Attributes are named as the keys are, with ``_`` for ``-``. Reading the file, and saying what is
wrong with it, is `loading`'s part. The descriptions are the documentation: the reference in
`docs/`, the JSON schema and the command ``config`` all quote them.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from tei_edition.config.facsimiles import FacsimilesSection
from tei_edition.config.letters import LettersSection
from tei_edition.config.patterns import fits
from tei_edition.config.section import Section
from tei_edition.config.site import SiteSection
from tei_edition.diagnostics import Severity

Requirement = Literal["valid", "well-formed"]


def _web_address(value: str) -> str:
    if value and not re.match(r"https?://[^\s/]+", value):
        raise ValueError("must be a web address that begins with https:// or http://")
    return value


def _folder_address(value: str) -> str:
    address = _web_address(value)
    return address if not address or address.endswith("/") else f"{address}/"


def _language_tag(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value):
        raise ValueError('must be a language tag (BCP 47) such as "en" or "zh-Hant"')
    return value


def _orcid(value: str) -> str:
    """Return the bare identifier; its last character is a checksum (ISO 7064, mod 11-2)."""
    bare = re.sub(r"^https?://orcid\.org/", "", value)
    if not bare:
        return ""
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", bare):
        raise ValueError('must be an ORCID iD such as "0000-0002-1825-0097"')
    total = 0
    for digit in bare.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != bare[-1]:
        raise ValueError("is not an ORCID iD: its last digit does not agree with the others")
    return bare


def _schema_list(value: Any) -> Any:
    """Let one file name, or a list that mixes names and tables, stand for a list of tables."""
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list | tuple):
        return [{"file": item} if isinstance(item, str) else item for item in value]
    return value


class Editor(Section):
    """One editor of the edition."""

    name: str = Field(min_length=1, description="The editor's name, as it is to be cited.")
    orcid: Annotated[str, AfterValidator(_orcid)] = Field(
        default="", description="The editor's ORCID iD, with or without https://orcid.org/."
    )


class EditionSection(Section):
    """What the edition is."""

    id: str = Field(
        default="edition",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
        description="A short name that never changes: letters, digits, '.', '_' and '-'.",
    )
    title: str = Field(
        default="Edition", min_length=1, description="The title, as the site and CMIF show it."
    )
    language: Annotated[str, AfterValidator(_language_tag)] = Field(
        default="en",
        description="The language of the site's own words (BCP 47); the texts keep theirs.",
    )
    base_url: Annotated[str, AfterValidator(_folder_address)] = Field(
        default="",
        description="Where the site will be published; links in data and citations begin with it.",
    )
    licence: Annotated[str, AfterValidator(_web_address)] = Field(
        default="", description="The address of the licence of the edition's own words and data."
    )
    editors: tuple[Editor, ...] = Field(
        default=(), description="The editors: a list of tables with name and, if known, orcid."
    )


class SourcesSection(Section):
    """Which files are the edition. Without patterns, every XML file below the folder is read."""

    documents: tuple[str, ...] = Field(
        default=(), description="Patterns of the files that hold letters and other documents."
    )
    registers: tuple[str, ...] = Field(
        default=(), description="Patterns of the files that hold persons, places and other lists."
    )
    pages: tuple[str, ...] = Field(
        default=(), description="Patterns of the files that hold the edition's own prose."
    )
    xinclude: bool = Field(
        default=False,
        description="Whether XInclude is carried out: only files in the folder of the edition, "
        "never from the network. Without it, each xi:include is reported.",
    )

    @property
    def patterns(self) -> tuple[str, ...]:
        """Return all patterns; none means that every XML file is a source."""
        return self.documents + self.registers + self.pages


class SchemaChoice(Section):
    """A grammar, and which files it is for; the first one that fits a file is used."""

    file: str = Field(
        pattern=r"\.(rng|rnc)$",
        description="The grammar: RELAX NG in its XML form (.rng) or its compact form (.rnc).",
    )
    path: str = Field(default="", description="Only for files whose path fits this pattern.")
    root: str = Field(
        default="", description="Only for files whose root element has this name, without prefix."
    )

    def fits(self, path: str, root: str) -> bool:
        """Say whether a file with this project-relative path and root name is checked by it."""
        return (not self.path or fits(path, self.path)) and self.root in ("", root)


def _general_last(schemas: tuple[SchemaChoice, ...]) -> tuple[SchemaChoice, ...]:
    if any(not (schema.path or schema.root) for schema in schemas[:-1]):
        raise ValueError(
            "has a grammar for all files before its end, so that those after it are never used; "
            "put it last, or say for which path or root it is"
        )
    return schemas


def _in_capitals(rules: Mapping[str, Severity]) -> Mapping[str, Severity]:
    return {code.upper(): severity for code, severity in rules.items()}


class ValidationSection(Section):
    """What the documents are checked against, and how severe each rule is."""

    schemas: Annotated[
        tuple[SchemaChoice, ...],
        BeforeValidator(_schema_list, json_schema_input_type=str | list[str | SchemaChoice]),
        AfterValidator(_general_last),
    ] = Field(
        default=(),
        alias="schema",
        description="The grammar (.rng or .rnc): one file, or a list of files or of tables with "
        "file, path and root, of which the first that fits a document is used.",
    )
    schematron: tuple[str, ...] = Field(
        default=(),
        description="Schematron files, with the rules that no grammar can express; every document "
        "is checked against all of them.",
    )
    catalog: str = Field(
        default="",
        description="The XML catalogue that says where the copies of public schemas are. Without "
        "it: catalog.xml in the folder of the project, if there is one.",
    )
    rules: Annotated[Mapping[str, Severity], AfterValidator(_in_capitals)] = Field(
        default_factory=dict,
        description="The severity of single rules, by code, or of whole areas, by their letters: "
        "error, warning, info or off. What is said of a rule goes before what is said of its area.",
    )

    def schema_for(self, path: str, root: str) -> str | None:
        """Return the grammar for a file, by project-relative path and root element's name."""
        return next((s.file for s in self.schemas if s.fits(path, root)), None)


class BuildSection(Section):
    """What is published, and what helps to make it."""

    require: Requirement | None = Field(
        default=None,
        description="What a document must be to be published: valid or well-formed. Without it: "
        "valid where a schema is given, else well-formed.",
    )
    plugins: tuple[str, ...] = Field(
        default=(),
        description="The plug-ins to use, by the names that installed packages give them in the "
        "entry point group tei_edition.plugins.",
    )


class CmifSection(Section):
    """How the edition signs its file for correspSearch (Correspondence Metadata Interchange)."""

    uuid: str = Field(
        default="",
        pattern=r"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$",
        description="The UUID of the edition. Without one, it is made from the edition's id.",
    )
    publisher: str = Field(
        default="", description="Who publishes the edition. Without it: whom the headers name."
    )
    email: str = Field(
        default="",
        pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$",
        description="An address for questions about the data.",
    )


class Config(Section):
    """The whole of `edition.toml`, with defaults for what it does not say."""

    edition: EditionSection = Field(default_factory=EditionSection)
    sources: SourcesSection = Field(default_factory=SourcesSection)
    letters: LettersSection = Field(default_factory=LettersSection)
    facsimiles: FacsimilesSection = Field(default_factory=FacsimilesSection)
    validation: ValidationSection = Field(default_factory=ValidationSection)
    build: BuildSection = Field(default_factory=BuildSection)
    cmif: CmifSection = Field(default_factory=CmifSection)
    site: SiteSection = Field(default_factory=SiteSection)

    @property
    def require(self) -> Requirement:
        """Return what a document must be to be published, as given or as the schema implies."""
        return self.build.require or ("valid" if self.validation.schemas else "well-formed")

    def severity(self, code: str, default: Severity) -> Severity:
        """Return the severity of a rule as the configuration has it, else `default`."""
        return self.configured_severity(code) or default

    def configured_severity(self, code: str) -> Severity | None:
        """Return what the configuration says of a rule, or else of its area."""
        rules = self.validation.rules
        return rules.get(code) or rules.get(code[:3])
