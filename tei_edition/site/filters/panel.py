"""The panel on the pages of letters and of documents; its lists are made in the browser."""

from typing import Any
from urllib.parse import quote

from tei_edition.model import Entity, EntityKind
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


_ROLES = {
    EntityKind.PLACE: {"sent": "from", "received": "to", "mentioned": "mentioned"},
    EntityKind.PERSON: {
        "sent": "sender",
        "received": "addressee",
        "carried": "carrier",
        "mentioned": "mentioned",
    },
}
_ROLES[EntityKind.ORGANISATION] = _ROLES[EntityKind.PERSON]


def chosen(frame: Frame, entity: Entity, role: str, root: str) -> str:
    """Return the URL of the correspondence index with the letters chosen in which an entry has a
    role, or nothing where it cannot choose them."""
    facet = _ROLES.get(entity.kind, {"mentioned": "mentioned"}).get(role)
    if not facet or len(frame.index.letters) < FEWEST:
        return ""
    return f"{urls.href(root, urls.CORRESPONDENCE)}?{facet}={quote(entity.key)}"
