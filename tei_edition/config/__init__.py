"""The typed configuration of an edition: `edition.toml`, every key with a default."""

from tei_edition.config.facsimiles import FacsimilesSection
from tei_edition.config.letters import LettersSection
from tei_edition.config.loading import FILE_NAME, Configuration, load, read, unknown_code
from tei_edition.config.sections import (
    BuildSection,
    CmifSection,
    Config,
    EditionSection,
    Editor,
    SchemaChoice,
    SourcesSection,
    ValidationSection,
)
from tei_edition.config.site import SiteSection

__all__ = [
    "FILE_NAME",
    "BuildSection",
    "CmifSection",
    "Config",
    "Configuration",
    "EditionSection",
    "Editor",
    "FacsimilesSection",
    "LettersSection",
    "SchemaChoice",
    "SiteSection",
    "SourcesSection",
    "ValidationSection",
    "load",
    "read",
    "unknown_code",
]
