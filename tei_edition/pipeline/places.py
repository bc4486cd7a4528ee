"""What a file gave before and after an edit, compared: is all the same but the places?"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from tei_edition.diagnostics import Diagnostic, Edit, Location, Related
from tei_edition.values import Value

Places = dict[Location, Location]
"""Where what stood at a place stands now."""


def moves(before: Value, after: Value, without: tuple[str, ...] = ()) -> Places | None:
    """Return where everything has moved; ``None`` where anything else has changed.

    Places keep their order, so that whatever is made from the records and is not about places is
    made the same from both. `without` are fields of the outermost records that do not count.
    """
    found: Places = {}
    for name in before.__match_args__:
        if name in without:
            continue
        if not _same(getattr(before, name), getattr(after, name), found):
            return None
    ordered = [found[place] for place in sorted(found)]
    grows = all(one < other for one, other in pairwise(ordered))
    return found if grows else None


def _same(before: Any, after: Any, found: Places) -> bool:
    if type(before) is not type(after):
        return False
    if isinstance(before, Location):
        return bool(before.path == after.path and found.setdefault(before, after) == after)
    if isinstance(before, Edit):
        return bool(before.text == after.text)
    if isinstance(before, Value):
        return _same(_fields(before), _fields(after), found)
    if isinstance(before, tuple):
        pairs = zip(before, after, strict=False)
        return len(before) == len(after) and all(_same(a, b, found) for a, b in pairs)
    return bool(before == after)


def _fields(value: Value) -> tuple[Any, ...]:
    return tuple([getattr(value, name) for name in value.__match_args__])


def moved(finding: Diagnostic, places: Places, files: frozenset[str]) -> Diagnostic | None:
    """Return a finding at its new place; ``None`` where that is not known.

    `files` are those in which things may have moved.
    """
    where = [finding.location, *(other.location for other in finding.related)]
    if not any(place.path in files for place in where):
        return finding
    now = [_now(place, places, files) for place in where]
    found = [place for place in now if place]
    if len(found) < len(now):
        return None
    related = zip(finding.related, found[1:], strict=True)
    return replace(
        finding,
        location=found[0],
        related=tuple(Related(place, other.message) for other, place in related),
    )


def _now(place: Location, places: Places, files: frozenset[str]) -> Location | None:
    whole = place == Location(place.path)
    return place if place.path not in files or whole else places.get(place)
