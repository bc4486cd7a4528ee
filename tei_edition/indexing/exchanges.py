"""Exchanges: who wrote to whom, and what comes before and after in the same exchange."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    pairs: dict[str, Pair] = {}
    for letter in ordered:
        pair = _pair(letter, entities)
        if pair:
            members[pair].append(letter.letter.id)
            pairs[letter.letter.id] = pair
    ids = _ids(list(members), entities)
    exchanges = {
        ids[pair]: Exchange(ids[pair], pair, tuple(found)) for pair, found in members.items()
    }
    placed = [
        _placed(letter, exchanges[ids[pairs[letter.letter.id]]])
        if letter.letter.id in pairs
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
    used = [id.casefold() for id in short.values()]
    return {
        pair: id
        if used.count(id.casefold()) == 1
        else "--".join(key.replace("/", ".") for key in pair)
        for pair, id in short.items()
    }


def _placed(letter: IndexedLetter, exchange: Exchange) -> IndexedLetter:
    position = exchange.letters.index(letter.letter.id)
    before = exchange.letters[position - 1] if position else ""
    after = exchange.letters[position + 1] if position + 1 < len(exchange.letters) else ""
    return replace(letter, exchange=exchange.id, previous=before, next=after)
