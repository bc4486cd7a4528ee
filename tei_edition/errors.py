"""The one exception that means: this command cannot go on, and the user can mend it."""

from tei_edition.diagnostics import Diagnostic


class TeiEditionError(Exception):
    """Raised with the diagnostics that say why. The command line ends with exit status 2."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "; ".join(f"{d.location}: {d.message}" for d in self.diagnostics)
