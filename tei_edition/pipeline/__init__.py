"""validate → index → transform → publish: the whole way from files to an edition."""

from tei_edition.pipeline.building import build
from tei_edition.pipeline.outcome import Outcome
from tei_edition.pipeline.reading import load_index, validate

__all__ = ["Outcome", "build", "load_index", "validate"]
