"""Cards: what opens beside a name, as a small script for each register entry.

A script, so that it loads from a folder too; beside the entry's page, so that its address is
that of the link. In a file of its own, since a letter more or less changes the count of everybody
in it, and no other letter must be made again for that.
"""

import json
from collections.abc import Iterator
from typing import Any

from tei_edition.model import Entity
from tei_edition.site import urls
from tei_edition.site.clipping import clipped
from tei_edition.site.entity import by_role, life, other_names, role_label
from tei_edition.site.frame import Frame

_LONGEST = 240
"""Characters of a description; its page has the rest."""
_MOST_NAMES = 6


def files(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the card of every entry."""
    for entity in frame.index.entities.values():
        data = json.dumps(card(frame, entity), ensure_ascii=False, separators=(",", ":"))
        yield urls.entity(entity.key, "js"), f"teiEdition.card({data});\n".encode()


def card(frame: Frame, entity: Entity) -> dict[str, Any]:
    """Return what a card shows: name, life, description, other names, documents by role."""
    backlinks = frame.index.backlinks.get(entity.key, ())
    shown = {
        "name": entity.name,
        "life": life(frame, entity),
        "text": clipped(entity.description, _LONGEST),
        "names": [_names(group) for group in other_names(frame, entity)],
        "count": frame.strings.count("documents", len(backlinks)),
        "roles": [[role_label(frame, entity, key), len(b)] for key, b in by_role(backlinks)],
    }
    return {key: value for key, value in shown.items() if value}


def _names(group: dict[str, Any]) -> list[Any]:
    """Return the label of some names, then each with its language (or nothing)."""
    names = [[name["text"], name.get("lang", "")] for name in group["names"]]
    return [group["label"], *names[:_MOST_NAMES]]
