"""Validating a document by Schematron rules: the findings of a report as diagnostics."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.checks import quick_fixes
from tei_edition.checks.paths import place_of
from tei_edition.checks.wording import also
from tei_edition.diagnostics import Diagnostic, Location, Rule, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.namespaces import TEI
from tei_edition.project import resource
from tei_edition.reads import files as files_read
from tei_edition.reads import traced
from tei_edition.saxon import Saxon, TransformationError
from tei_edition.schematron import Finding, Schematron, SchematronError, findings
from tei_edition.schematron.guarded import Stop, guarded, stops
from tei_edition.schematron.origins import origin
from tei_edition.xml import Document

UNUSABLE = Rule(
    "SCH001",
    Severity.ERROR,
    "Schematron rules cannot be used",
    """The Schematron file is missing, is not XML, breaks a rule of ISO Schematron, or one of its
expressions is not valid XPath, so that its rules could not be run. The place is in the rules, not
in a document.""",
)

INTERRUPTED = Rule(
    "SCH002",
    Severity.ERROR,
    "Schematron rules stopped at a document",
    """A test in the rules failed at this place, for example because it took text for a number. What
the other tests find is reported as usual, unless it is a variable of the rules that failed. Make
the test sturdier: "castable as" before "cast as", and [1] where several nodes may come.""",
)

UNPREFIXED = Rule(
    "SCH004",
    Severity.WARNING,
    "a Schematron rule is for elements in no namespace",
    """The schema declares prefixes, but the context of this rule names an element without one. Such
a name means an element in no namespace, of which a TEI document has none: the rule never fires, and
everybody believes that it was kept. Write the prefix, as in tei:p. The finding is made once for
each rule, at its place in the schema.""",
)

_TEXT = """The edition's own rules (Schematron) find fault with this place. The message, the
advice and the severity are theirs: what the rule calls fatal or error is an error, warning or
nonfatal a warning, info or information a remark. The name in brackets is the rule's id."""

ERROR = Rule("SCH101", Severity.ERROR, "a rule of the edition is broken", _TEXT)
WARNING = Rule("SCH102", Severity.WARNING, "a rule of the edition warns", _TEXT)
REMARK = Rule("SCH103", Severity.INFO, "a rule of the edition remarks", _TEXT)

RULES = (UNUSABLE, INTERRUPTED, UNPREFIXED, ERROR, WARNING, REMARK)

PHASE = "tei-edition"
"""The phase that is run where a schema has it: what the program does not check itself anyway."""

_BY_ROLE = {
    **dict.fromkeys(("warning", "warn", "nonfatal"), WARNING),
    **dict.fromkeys(("info", "information", "hint"), REMARK),
}


class Assertions:
    """The rules of one file, compiled. To be used in a worker process, as `Saxon` is.

    `name` is the file's path in the project, `phase` the phase to run where not the usual one.
    Raises `TeiEditionError` where they cannot be used.
    """

    def __init__(self, path: Path, name: str, phase: str = "") -> None:
        try:
            compiled = Schematron.from_file(path, phase, preferred=PHASE)
        except SchematronError as error:
            place = Location(name, max(error.line, 1))
            raise TeiEditionError(
                UNUSABLE.at(place, f"the rules cannot be used: {error.message}", error.advice)
            ) from error
        telling = traced(compiled.stylesheet)
        self._tells = telling is not None
        sheet = telling or compiled.stylesheet
        try:
            self._saxon = Saxon(sheet, resource("xslt"), reads_files=True)
        except TeiEditionError as error:
            found = (_in_the_rules(d, sheet, name) for d in error.diagnostics)
            raise TeiEditionError(*dict.fromkeys(found)) from error
        self._name, self._sheet = name, sheet
        self._silent = tuple(_never_fires(Location(name, n), c) for n, c in compiled.unprefixed)
        self.reads: tuple[str, ...] | None = ()
        """The files that the rules read for the last document; ``None`` where nobody knows."""

    def check(self, document: Document, path: Path) -> Iterator[Diagnostic]:
        """Yield what the rules find in a document that lies at `path`.

        What is odd about the rules themselves is yielded with every document of TEI.
        """
        if etree.QName(document.root).namespace == TEI:
            yield from self._silent
        try:
            result = self._saxon.transform(document.tree_text(), {}, path.as_uri())
        except TransformationError as error:
            self.reads = None
            yield from self._despite(error, document, path)
            return
        self.reads = files_read(result.messages) if self._tells else None
        for finding in findings(result.text):
            yield self._diagnostic(finding, document)

    def _despite(
        self, error: TransformationError, document: Document, path: Path
    ) -> Iterator[Diagnostic]:
        """Yield which tests failed, and what all others find."""
        try:
            report = self._guarded.transform(document.tree_text(), {}, path.as_uri()).text
        except TransformationError:
            hint = f"in {self._name}: {' '.join(error.log.split())[:300]}"
            yield INTERRUPTED.at(Location(document.name), f"the rules stopped: {error}", hint)
            return
        places: dict[tuple[int, str], list[tuple[Location, Stop]]] = defaultdict(list)
        for stop in stops(report):
            places[stop.line, stop.test].append((place_of(stop.path, document), stop))
        for (line, test), found in places.items():
            here, stop = found[0]
            yield INTERRUPTED.at(
                here,
                f'the test "{test}" of the rules stopped here: {stop.reason}',
                f'it is in {self._name}:{line}, in the rule for "{stop.context}": '
                "make it sturdier, or mend the value here",
                related=also(place for place, _ in found[1:]),
            )
        for finding in findings(report):
            yield self._diagnostic(finding, document)

    @cached_property
    def _guarded(self) -> Saxon:
        return Saxon(guarded(self._sheet), resource("xslt"), reads_files=True)

    def _diagnostic(self, finding: Finding, document: Document) -> Diagnostic:
        rule = _BY_ROLE.get((finding.role or finding.flag).lower(), ERROR)
        named = f" [{finding.id}]" if finding.id else ""
        hints = [*finding.diagnostics, *(f"possible repair: {fix.title}" for fix in finding.fixes)]
        fixes = (quick_fixes.repair(fix, document) for fix in finding.fixes)
        return rule.at(
            place_of(finding.path, document),
            f"{finding.message or 'a rule without a message is broken'}{named}",
            "\n".join(hints),
            xpath=finding.path,
            fixes=tuple(filter(None, fixes)),
        )


def _never_fires(place: Location, context: str) -> Diagnostic:
    return UNPREFIXED.at(
        place,
        f'the rule for "{context}" is for elements in no namespace, so that it never fires in TEI',
        "write the prefix that <ns> declares for the TEI, as in tei:p",
    )


def _in_the_rules(found: Diagnostic, sheet: str, name: str) -> Diagnostic:
    """Return an error of the stylesheet that the rules became as one of the rules themselves."""
    said = re.sub(r"^[A-Z]{4}\d{4}\s+|Q\{[^}]*\}", "", found.message)
    said = said.removesuffix(". External function calls have been disabled")
    said = said.replace("<eof>", "the end")
    place = origin(sheet, found.location.line)
    if place is None:
        return UNUSABLE.at(Location(name), f"the rules cannot be used: {said}")
    what = f', test "{place.test}"' if place.test else ""
    return UNUSABLE.at(
        Location(name, max(place.line, 1)),
        f'this is no valid XPath, in the rule for "{place.context}"{what}: {said}',
        "look for a bracket or a quotation mark too few; prefixes are declared by <ns>",
    )
