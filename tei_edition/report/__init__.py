"""Findings as text, for programs, or for continuous integration; printing is the caller's."""

from collections.abc import Mapping
from typing import Final, Protocol

from tei_edition.report import github, gitlab, json, junit, sarif, text
from tei_edition.report.findings import Findings


class Format(Protocol):
    """A way to write findings down."""

    def __call__(self, findings: Findings, *, colour: bool = False) -> str:
        """Return the whole report; formats without colours ignore `colour`."""


FORMATS: Final[Mapping[str, Format]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
}

__all__ = ["FORMATS", "Findings", "Format"]
