"""Exchanges: who wrote to whom, and what comes before and after in the same exchange."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tei_edition.indexing.letters import first_of
from tei_edition.model import Entity, Exchange, IndexedLetter

Pair = tuple[str, str]


def of_letters(
    letters: Iterable[IndexedLetter], entities: Mapping[str, Entity]
) -> tuple[dict[str, Exchange], list[IndexedLetter]]:
    """Return the exchanges by id, and the letters with their place in them.

    `letters` are in edition order, and so are those of each exchange; exchanges are in the order
    of their ids. A letter whose sender or addressee nobody knows belongs to none.
    """
    ordered = list(letters)
    members: dict[Pair, list[str]] = defaultdict(list)
    for letter in ordered:
        pair = _pair(letter, entities)
        if pair:
            members[pair].append(letter.letter.id)
    ids = _ids(list(members), entities)
    exchanges = {
        ids[pair]: Exchange(ids[pair], pair, tuple(found)) for pair, found in members.items()
    }
    places = {
        letter: (exchange.id, before, after)
        for exchange in exchanges.values()
        for letter, before, after in _neighbours(exchange.letters)
    }
    placed = [
        replace(letter, exchange=place[0], previous=place[1], next=place[2])
        if (place := places.get(letter.letter.id))
        else letter
        for letter in ordered
    ]
    return dict(sorted(exchanges.items())), placed


def _pair(letter: IndexedLetter, entities: Mapping[str, Entity]) -> Pair | None:
    """Return the keys of the first sender and the first addressee, in the order of their ids."""
    sender, addressee = first_of(letter, "sent"), first_of(letter, "received")
    if not sender or not addressee or not sender.entity or not addressee.entity:
        return None
    first, second = sorted(
        (sender.entity, addressee.entity), key=lambda key: (entities[key].id, key)
    )
    return (first, second)


def _ids(pairs: list[Pair], entities: Mapping[str, Entity]) -> dict[Pair, str]:
    """Return the id of each pair; where a person and an office share one, the kind tells."""
    short = {pair: "--".join(entities[key].id for key in pair) for pair in pairs}
    used = Counter(id.casefold() for id in short.values())
    return {
        pair: id if used[id.casefold()] == 1 else "--".join(key.replace("/", ".") for key in pair)
        for pair, id in short.items()
    }


def _neighbours(letters: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield each letter with the one before and the one after it, empty at the ends."""
    yield from zip(letters, ("", *letters[:-1]), (*letters[1:], ""), strict=True)
