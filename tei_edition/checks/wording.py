"""Turns of phrase that several messages share: counts, lists and places."""

from collections.abc import Iterable, Sequence

from tei_edition.diagnostics import ALSO_HERE, Location, Related
from tei_edition.model import EntityKind

SINGULAR = {
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.WORK: "work",
    EntityKind.EVENT: "event",
}

ELEMENT = {
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
    EntityKind.ORGANISATION: "org",
    EntityKind.WORK: "bibl",
    EntityKind.EVENT: "event",
}


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 place`` or ``1,200 places``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(things: Sequence[str], word: str = "and", most: int = 4) -> str:
    """Return ``a, b and c``; where there are too many, the first ones and how many more."""
    if len(things) > most:
        return f"{', '.join(things[:most])} {word} {len(things) - most} more"
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {word} {things[-1]}"


def quoted(thing: str, longest: int = 60) -> str:
    """Return a value of the source in quotation marks, on one line and cut where it is long."""
    text = " ".join(thing.split())
    return f'"{text}"' if len(text) <= longest else f'"{text[: longest - 1]}…"'


def extent(places: Sequence[Location]) -> str:
    """Return in how many places and files a thing occurs, empty where it is one place."""
    if len(places) < 2:
        return ""
    files = len({place.path for place in places})
    if files == 1:
        return f" ({counted(len(places), 'place')})"
    return f" ({counted(len(places), 'place')} in {counted(files, 'file')})"


def also(places: Iterable[Location]) -> tuple[Related, ...]:
    """Return further places of a finding, all of them: reports choose what they show."""
    return tuple(Related(place, ALSO_HERE) for place in sorted(places))
