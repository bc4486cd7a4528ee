"""RELAX NG: schemas, verdicts, findings that explain, and what may come next."""

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.expectation import Expected
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.generate import random_document
from tei_edition.relaxng.rules import RULES
from tei_edition.relaxng.schema import Schema

__all__ = ["RULES", "Expected", "Finding", "Schema", "SchemaError", "random_document"]
