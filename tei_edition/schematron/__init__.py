"""ISO Schematron (ISO/IEC 19757-3), compiled to one XSLT 3.0 stylesheet with a single pass.

Query bindings ``xslt2`` and ``xslt3`` (``xslt``, ``xpath2`` and ``xpath3`` are run with the same
engine). Knows nothing of TEI.
"""

from tei_edition.schematron.compiler import stylesheet
from tei_edition.schematron.composition import compose
from tei_edition.schematron.embedded import extract
from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.quick_fixes import Change, QuickFix
from tei_edition.schematron.schema import Finding, Schematron, findings

__all__ = [
    "Change",
    "Finding",
    "QuickFix",
    "Schematron",
    "SchematronError",
    "compose",
    "extract",
    "findings",
    "stylesheet",
]
