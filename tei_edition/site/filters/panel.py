"""The panel on the pages of letters and of documents; its lists are made in the browser."""

from typing import Any
from urllib.parse import quote

from tei_edition.site import urls
from tei_edition.site.frame import Frame

FEWEST = 5
"""Fewer rows than this can be read as they are."""

_WHAT = "kind language archive text facsimile"
_FACETS = {
    "letters": f"sender addressee either carrier mentioned from to {_WHAT}",
    "documents": f"kind sender addressee participant mentioned {_WHAT.removeprefix('kind ')}",
}


def panel(frame: Frame, noun: str) -> dict[str, Any] | None:
    """Return what the panel of a page needs; `noun` is ``letters`` or ``documents``."""
    number = len(frame.index.letters if noun == "letters" else frame.index.documents)
    if number < FEWEST:
        return None
    return {"noun": noun, "facets": _FACETS[noun]}


def chosen(frame: Frame, facet: str, key: str, root: str) -> str:
    """Return the URL of the correspondence index with a value chosen, or nothing without one."""
    if len(frame.index.letters) < FEWEST:
        return ""
    return f"{urls.href(root, urls.CORRESPONDENCE)}?{facet}={quote(key)}"
