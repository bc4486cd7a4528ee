"""The edition's rules: references, registers, letters and dates, each in a module of its own.

`DOCUMENT_CHECKS` look at one file, `INDEX_CHECKS` at the whole edition, `EDITION_CHECKS` at the
edition and its configuration. `suppression` silences findings in the documents that ask for it.
"""

from tei_edition.checks.check import Check
from tei_edition.checks.registry import DOCUMENT_CHECKS, EDITION_CHECKS, INDEX_CHECKS, RULES

__all__ = ["DOCUMENT_CHECKS", "EDITION_CHECKS", "INDEX_CHECKS", "RULES", "Check"]
