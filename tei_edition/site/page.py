"""A page of the site before it is rendered: where it goes, and all that it shows."""

from dataclasses import dataclass
from typing import Any

NO_SOURCE = '<page xmlns="urn:tei-edition:page"/>'
"""The input document of pages that no TEI stands behind."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a pure function of `source` and `context`, given the stylesheet.

    `path` is relative to the site, with forward slashes. `source` is the XML text that XSLT
    transforms. `context` is plain JSON and holds exactly what the page shows, so that it can
    serve as the page's cache key. `name` is the source file's path in the project, for messages.
    """

    path: str
    source: str
    context: dict[str, Any]
    name: str = ""
