"""Who wrote to whom: a matrix of senders and addressees, a picture of their ties, a table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import Any

from tei_edition.model import Exchange
from tei_edition.site import exchange, urls
from tei_edition.site.frame import Frame
from tei_edition.site.maps.labels import shortened
from tei_edition.site.page import Page

PATH = "correspondence/network.html"

MOST = 20
"""How many correspondents the pictures show; more cannot be told apart."""

MOST_ROWS = 300
_FEWEST = 3
"""Fewer correspondents than this make no picture: their exchange says it better."""

_ROW = 28
_PASSES = 12
_LONGEST = 22
"""Characters of a name that fit beside the arcs on a phone."""

Counts = Mapping[tuple[str, str], int]
"""Letters by sender and addressee."""


def pages(frame: Frame) -> Iterator[Page]:
    """Yield the page, where there is anything to see."""
    if not exists(frame):
        return
    counts = directed(frame)
    people = busiest(counts)
    root = urls.root_of(PATH)
    everyone = {key for pair in counts for key in pair}
    exchanges = sorted(frame.index.exchanges.values(), key=lambda e: (-len(e.letters), e.id))
    main: dict[str, Any] = {
        "up": {
            "label": frame.strings["correspondence.title"],
            "url": urls.href(root, urls.CORRESPONDENCE),
        },
        "count": frame.strings.count("letters", sum(counts.values())),
        "exchanges_count": frame.strings.count("exchanges", len(exchanges)),
        "matrix": matrix(frame, people, counts, root),
        "graph": graph(frame, people, counts, root),
        "rows": [_row(frame, pair, counts, root) for pair in exchanges[:MOST_ROWS]],
    }
    if len(everyone) > len(people):
        main["most"] = frame.strings.fill("network.most", n=len(people), all=len(everyone))
    if len(exchanges) > MOST_ROWS:
        main["left_out"] = frame.strings.fill("network.left-out", n=MOST_ROWS)
    title = frame.strings["network.title"]
    yield frame.page("network", PATH, title, main, section="correspondence")


def exists(frame: Frame) -> bool:
    """Return whether the edition has enough correspondents for such a page."""
    return len({key for pair in frame.index.exchanges.values() for key in pair.pair}) >= _FEWEST


def directed(frame: Frame) -> Counter[tuple[str, str]]:
    """Count the letters of all exchanges by who wrote them to whom."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in frame.index.exchanges.values():
        for id in pair.letters:
            forth = exchange.side(pair, frame.index.letters[id]) == 0
            counts[pair.pair if forth else (pair.pair[1], pair.pair[0])] += 1
    return counts


def busiest(counts: Counts) -> list[str]:
    """Return the keys of those with most letters, sent and received."""
    totals: Counter[str] = Counter()
    for (sender, addressee), count in counts.items():
        totals[sender] += count
        totals[addressee] += count
    return sorted(totals, key=lambda key: (-totals[key], key))[:MOST]


def matrix(frame: Frame, people: Sequence[str], counts: Counts, root: str) -> dict[str, Any] | None:
    """Return senders as rows, addressees as columns, in cells the letters and their exchange.

    Who never writes has no row, who is never written to no column.
    """
    shown = {p: n for p, n in counts.items() if p[0] in people and p[1] in people}
    senders = [key for key in people if any(key == a for a, _ in shown)]
    addressees = [key for key in people if any(key == b for _, b in shown)]
    if not shown:
        return None
    most = max(shown.values())
    links = _exchange_links(frame, root)
    return {
        "columns": [_name(frame, key, root) for key in addressees],
        "rows": [
            {
                **_name(frame, sender, root),
                "cells": [
                    _cell(frame, (sender, addressee), counts, most, links)
                    for addressee in addressees
                ],
            }
            for sender in senders
        ],
    }


def level(count: int, most: int) -> int:
    """Return a shade from 1 to 5; its steps widen, so that few letters are told apart best."""
    return min(max(ceil(5 * sqrt(count / most)), 1), 5)


def ordered(people: Sequence[str], ties: Counts) -> list[str]:
    """Return people so that those who write to each other often stand close together.

    Everyone is moved, again and again, to the place that shortens the sum of all arcs.
    """
    found = list(people)
    length = _length(found, ties)
    for _ in range(_PASSES):
        before = length
        for key in people:
            rest = [other for other in found if other != key]
            tries = [[*rest[:n], key, *rest[n:]] for n in range(len(found))]
            best = min(tries, key=lambda t: _length(t, ties))
            if _length(best, ties) < length - 1e-9:
                found, length = best, _length(best, ties)
        if length >= before:
            break
    return found


def graph(frame: Frame, people: Sequence[str], counts: Counts, root: str) -> dict[str, Any] | None:
    """Return names in a column and an arc for each exchange, as wide as it has letters."""
    ties: Counter[tuple[str, str]] = Counter()
    for (a, b), count in counts.items():
        if a in people and b in people and a != b:
            ties[min(a, b), max(a, b)] += count
    if len(ties) < 2:
        return None
    order = ordered([key for key in people if any(key in pair for pair in ties)], ties)
    place = {key: number for number, key in enumerate(order)}
    most = max(ties.values())
    links = _exchange_links(frame, root)
    longest = max(abs(place[a] - place[b]) for a, b in ties)
    arcs = sorted(ties.items(), key=lambda tie: (-abs(place[tie[0][0]] - place[tie[0][1]]), tie))
    return {
        "height": str(_ROW * len(order)),
        "names": [
            {**_name(frame, key, root), "y": str(_middle(n)), "base": str(_middle(n) + 5)}
            for n, key in enumerate(order)
        ],
        "arcs": [
            {
                "path": _arc(place[a], place[b], longest),
                "width": f"{max(8 * sqrt(n / most), 1):.1f}",
                "url": links[frozenset((a, b))],
                "title": _tie_title(frame, a, b, n),
            }
            for (a, b), n in arcs
        ],
    }


def _length(people: Sequence[str], ties: Counts) -> float:
    place = {key: number for number, key in enumerate(people)}
    return sum(sqrt(n) * abs(place[a] - place[b]) for (a, b), n in ties.items())


def _arc(first: int, second: int, longest: int) -> str:
    """Return a half loop; the farther apart its ends, the wider it swings, up to 96 of 100."""
    top, bottom = sorted((_middle(first), _middle(second)))
    swing = 128 * sqrt((bottom - top) / (_ROW * longest))
    return f"M0,{top}C{swing:.1f},{top} {swing:.1f},{bottom} 0,{bottom}"


def _middle(row: int) -> int:
    return _ROW * row + _ROW // 2


def _exchange_links(frame: Frame, root: str) -> dict[frozenset[str], str]:
    return {
        frozenset(pair.pair): urls.href(root, urls.exchange(pair.id))
        for pair in frame.index.exchanges.values()
    }


def _name(frame: Frame, key: str, root: str) -> dict[str, str]:
    link = frame.entity_link(key, root)
    return {**link, "short": shortened(link["label"], _LONGEST)}


def _cell(
    frame: Frame,
    pair: tuple[str, str],
    counts: Counts,
    most: int,
    links: Mapping[frozenset[str], str],
) -> dict[str, Any]:
    count = counts.get(pair, 0)
    if not count:
        return {"self": True} if pair[0] == pair[1] else {}
    sender, addressee = (frame.index.entities[key].name for key in pair)
    title = frame.strings.fill(
        "network.cell",
        sender=sender,
        addressee=addressee,
        letters=frame.strings.count("letters", count),
    )
    url = links[frozenset(pair)]
    return {"count": count, "level": level(count, most), "url": url, "title": title}


def _tie_title(frame: Frame, first: str, second: str, count: int) -> str:
    names = [frame.index.entities[key].name for key in (first, second)]
    title = frame.strings.fill("exchange.title", first=names[0], second=names[1])
    return f"{title}: {frame.strings.count('letters', count)}"


def _row(frame: Frame, pair: Exchange, counts: Counts, root: str) -> dict[str, Any]:
    """Return an exchange with the letters of each side."""
    first, second = pair.pair
    return {
        "label": exchange.title(frame, pair),
        "url": urls.href(root, urls.exchange(pair.id)),
        "count": len(pair.letters),
        "sides": [
            {"label": frame.index.entities[key].name, "count": counts.get((key, other), 0)}
            for key, other in dict.fromkeys(((first, second), (second, first)))
        ],
    }
