"""RELAX NG: schemas, verdicts, findings that explain, and what may come next."""

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.schema import Schema

__all__ = ["Finding", "Schema", "SchemaError"]
