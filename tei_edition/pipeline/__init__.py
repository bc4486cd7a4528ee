"""validate → index → transform → publish: the whole way from files to an edition.

Each name is looked up when it is asked for: a build that has nothing to do must not load what
reads, checks and renders documents.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tei_edition.pipeline.building import build
    from tei_edition.pipeline.outcome import Outcome
    from tei_edition.pipeline.reading import load_index, validate

__all__ = ["Outcome", "build", "load_index", "validate"]

_PLACES = {
    "Outcome": "outcome",
    "build": "building",
    "load_index": "reading",
    "validate": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"{__name__} has no {name}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
