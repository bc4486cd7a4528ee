"""Which places a map of the edition shows, how busy each is, and the ways that letters went."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import acos, sqrt

from tei_edition.model import Correspondent, Entity, EntityKind, Index
from tei_edition.site.maps.projection import Vector, vector

MOST_PLACES = 150
MOST_WAYS = 60
"""More than this cannot be told apart on one map; the register has them all."""

_NEARLY_ALL = 0.94


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what the edition has of it: letters sent, letters received, documents."""

    entity: Entity
    at: Vector
    sent: int
    received: int
    documents: int

    @property
    def letters(self) -> int:
        return self.sent + self.received

    @property
    def share(self) -> int:
        """Return how much the place counts where the extent of a map is chosen."""
        return 3 * self.letters + self.documents

    @property
    def weight(self) -> tuple[int, int, str]:
        """Order by letters, then by documents, the busiest first."""
        return -self.letters, -self.documents, self.entity.key


@dataclass(frozen=True, slots=True)
class Way:
    """How many letters went from one place to another."""

    start: Place
    end: Place
    letters: int


class Places:
    """All places whose coordinates the register has, the busiest first."""

    def __init__(self, index: Index) -> None:
        ends = [
            (_first(letter.places_of("sent")), _first(letter.places_of("received")))
            for letter in index.letters.values()
        ]
        self.all = _places(
            index,
            Counter(start for start, _ in ends if start),
            Counter(end for _, end in ends if end),
        )
        self.shown = self.all[:MOST_PLACES]
        places = {place.entity.key: place for place in self.shown}
        pairs = Counter(
            (start, end)
            for start, end in ends
            if start in places and end in places and start != end
        )
        ways = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
        self.ways = [Way(places[a], places[b], count) for (a, b), count in ways[:MOST_WAYS]]
        self.ways_total = len(pairs)


def core(places: Sequence[Place]) -> list[Place]:
    """Return the places for which a map is cut out: far ones that hardly count are left outside.

    They are those around the middle that make up nearly all letters and documents, and what lies
    not much farther.
    """
    total = sum(place.share for place in places)
    middle = [sum(place.at[axis] * place.share for place in places) for axis in range(3)]
    length = sqrt(sum(part * part for part in middle))
    if not total or length < 1e-9:
        return list(places)
    far = {
        place.entity.key: acos(
            max(min(sum(a * b for a, b in zip(place.at, middle, strict=True)) / length, 1), -1)
        )
        for place in places
    }
    limit, reached = 0.0, 0
    for place in sorted(places, key=lambda p: (far[p.entity.key], p.entity.key)):
        if reached >= _NEARLY_ALL * total:
            break
        reached += place.share
        limit = far[place.entity.key]
    return [place for place in places if far[place.entity.key] <= limit * 1.2]


def _places(index: Index, sent: Mapping[str, int], received: Mapping[str, int]) -> list[Place]:
    found = [
        Place(
            entity,
            vector(*entity.geo),
            sent.get(key, 0),
            received.get(key, 0),
            len(index.backlinks.get(key, ())),
        )
        for key, entity in index.entities.items()
        if entity.kind is EntityKind.PLACE and entity.geo
    ]
    return sorted(found, key=lambda place: place.weight)


def _first(places: tuple[Correspondent, ...]) -> str:
    return next((place.entity for place in places if place.entity), "")
