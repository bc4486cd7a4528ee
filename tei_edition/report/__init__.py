"""Findings as text, JSON or annotations. A report is a string; printing it is the caller's part."""

from collections.abc import Mapping
from typing import Final, Protocol

from tei_edition.report import github, json, text
from tei_edition.report.findings import Findings


class Format(Protocol):
    """A way to write findings down."""

    def __call__(self, findings: Findings, *, colour: bool = False) -> str:
        """Return the whole report; formats without colours ignore `colour`."""


FORMATS: Final[Mapping[str, Format]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
}

__all__ = ["FORMATS", "Findings", "Format"]
