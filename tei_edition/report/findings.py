"""What a report is about: the findings of a run, how many documents it saw, and the counts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tei_edition.diagnostics import Diagnostic, Rule, Severity


@dataclass(frozen=True)
class Findings:
    """The findings of a run. `folder` is what their paths are relative to.

    `rules` are the rules by code, for reports that document them.
    """

    folder: Path
    diagnostics: tuple[Diagnostic, ...]
    documents: int = 0
    rules: Mapping[str, Rule] = field(default_factory=dict)

    @cached_property
    def ordered(self) -> tuple[Diagnostic, ...]:
        """Return the findings by file, line and column."""
        return tuple(sorted(self.diagnostics, key=lambda finding: finding.sort_key))

    @property
    def by_place(self) -> Iterator[Diagnostic]:
        """Yield the findings, one that holds for several places once for each, in their order.

        This is for programs that show a finding at its line. Its repair, which is for all places
        of the file, and its path in the tree stay with the first.
        """
        found = (each for finding in self.diagnostics for each in _expanded(finding))
        yield from sorted(found, key=lambda finding: finding.sort_key)

    @property
    def errors(self) -> int:
        """Return the number of errors."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """Return the number of warnings."""
        return self._count(Severity.WARNING)

    def failed(self, *, strict: bool) -> bool:
        """Say whether anything is wrong; with `strict`, warnings count."""
        return bool(self.errors or (strict and self.warnings))

    def only(self, selected: Collection[str], ignored: Collection[str]) -> "Findings":
        """Return the findings with codes, or areas of codes, as given; no selection is all."""
        kept = tuple(
            d
            for d in self.diagnostics
            if (not selected or _named(d, selected)) and not _named(d, ignored)
        )
        return replace(self, diagnostics=kept)

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.diagnostics)


def _named(finding: Diagnostic, codes: Collection[str]) -> bool:
    return finding.code in codes or finding.code[:3] in codes


def _expanded(finding: Diagnostic) -> Iterator[Diagnostic]:
    """Yield a finding for each of its places."""
    explaining = tuple(related for related in finding.related if not related.is_further)
    yield replace(finding, related=explaining)
    further = replace(finding, related=explaining, xpath="", fixes=())
    for related in finding.related:
        if related.is_further:
            yield replace(further, location=related.location)
