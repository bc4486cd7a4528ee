"""What a run of the pipeline gives back: the findings, the counts, and the index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

WITHHOLDING = frozenset({"XML", "RNG", "SCH"})
"""Areas whose errors keep a document out of an edition that publishes valid documents only."""


@dataclass(frozen=True)
class Outcome:
    """The result of a command.

    `documents` counts the files examined (``validate``) or the documents of the edition.
    `seconds` is wall-clock time, `started` when the work began, in seconds of the system's clock.
    `reasons` says for each file that was made why it was, `gone` lists the files that were removed.
    `is_behind` where data and search are still those of before.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: int
    index: Index | None = None
    pages_built: int = 0
    pages_current: int = 0
    pages_removed: int = 0
    seconds: float = 0.0
    started: float = 0.0
    reasons: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    is_behind: bool = False


def configured(diagnostics: Iterable[Diagnostic], config: Config) -> list[Diagnostic]:
    """Give each finding the severity that the configuration has for its rule; drop what is off."""
    changed = (d.with_severity(config.severity(d.code, d.severity)) for d in diagnostics)
    return [d for d in changed if d.severity is not Severity.OFF]


def withheld(diagnostics: Iterable[Diagnostic], config: Config) -> frozenset[str]:
    """Return the files that must not be published because of what is wrong with them."""
    areas = WITHHOLDING if config.require == "valid" else frozenset({"XML"})
    return frozenset(
        d.location.path for d in diagnostics if d.severity is Severity.ERROR and d.code[:3] in areas
    )
