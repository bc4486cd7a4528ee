"""One kind of message for everything that can be wrong, from a missing bracket to a dead link.

A `Rule` is a kind of mistake, with its code and its documentation; a `Diagnostic` is one mistake
at one place. Nothing in this module reads, prints or decides an exit status.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from tei_edition.values import Value

AREAS = frozenset(("CFG", "XML", "RNG", "SCH", "REF", "ENT", "COR", "DAT", "XSL", "OUT"))
"""With which our codes begin; those of plug-ins begin otherwise."""


class Severity(StrEnum):
    """How bad a finding is. ``off`` is for configuration only: no diagnostic carries it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True, order=True)
class Location(Value):
    """A place in a file.

    `path` is relative to the project, with forward slashes. `line` and `column` are 1-based and
    count characters; 1:1 stands for the file as a whole.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


ALSO_HERE = "also here"
"""What a further place of the same finding says, as against a place that explains it."""


@dataclass(frozen=True, slots=True)
class Related(Value):
    """Another place that belongs to a finding, such as the first use of a repeated id."""

    location: Location
    message: str

    @property
    def is_further(self) -> bool:
        """Say whether the finding holds for this place as well."""
        return self.message == ALSO_HERE


@dataclass(frozen=True, slots=True, order=True)
class Edit(Value):
    """New text for what stands between two places of a file, the second not included.

    Lines and columns are as those of `Location`; a line break counts as one character.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix(Value):
    """A repair of the file that a finding is about; its edits belong together.

    One that is not `safe` is an offer: it is reported, and never carried out unasked.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic(Value):
    """One finding.

    `message` is one sentence that names the thing. `hint` says what to do, a line for each
    advice. `xpath` leads to the node where the finding has one. `fixes` are repairs; of several, or
    of one that is not safe, a person has to choose.
    """

    code: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    xpath: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()

    def with_severity(self, severity: Severity) -> "Diagnostic":
        """Return the same finding with another severity."""
        return replace(self, severity=severity)

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Order of reports: by file, line and column, then by code."""
        return (self.location, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of mistake: stable code, default severity, and the documentation of ``explain``.

    `text` is written for editors: what is wrong, why it matters, what to do. `fails` and
    `passes` are the smallest example that breaks the rule, and its repair.
    """

    code: str
    severity: Severity
    title: str
    text: str
    fails: str = ""
    passes: str = ""

    @property
    def area(self) -> str:
        """Return the letters of the code: ``RNG`` of ``RNG103``."""
        return self.code[:3]

    def at(
        self,
        location: Location,
        message: str,
        hint: str = "",
        *,
        xpath: str = "",
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Return a finding of this kind, with the severity that the rule has by default."""
        return Diagnostic(self.code, self.severity, message, location, hint, xpath, related, fixes)
