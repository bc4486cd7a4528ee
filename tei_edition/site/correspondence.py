"""The correspondence index: every exchange, every correspondent, every letter by date."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tei_edition.model import Exchange, IndexedLetter, Role
from tei_edition.site import alphabet, exchange, filters, letterhead, lists, network, urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page

_CARRIED = (Role.TRANSMITTED, Role.FORWARDED, Role.REDIRECTED)
_SECTION = "correspondence"


def pages(frame: Frame) -> Iterator[Page]:
    """Yield the index, the pages over which its lists are split, and a page for each exchange."""
    if not frame.index.letters:
        return
    exchanges = sorted(frame.index.exchanges.values(), key=lambda e: (-len(e.letters), e.id))
    years = exchange.by_year(list(frame.index.letters.values()))
    if len(frame.index.letters) > lists.LIMIT:
        years = _in_pages(years)
    yield _index(frame, exchanges, years)
    if len(frame.index.letters) > lists.LIMIT:
        yield from _year_pages(frame, years)
    if len(exchanges) > lists.LIMIT:
        yield from _initial_pages(frame)
    yield from network.pages(frame)
    for pair in exchanges:
        yield from exchange.pages(frame, pair)


def letter_row(frame: Frame, letter: IndexedLetter, root: str) -> dict[str, Any]:
    """Return a letter as a row of a table: date, sender, addressee, carriers, places."""
    head = letterhead.view(frame, letter, root)
    shown = ("senders", "receivers", "carriers", "from")
    return {
        **{key: head[key] for key in shown if key in head},
        "url": letterhead.letter_url(frame, letter, root),
        "date": frame.dates.short(letter.letter.date) or frame.strings["date.undated-short"],
    }


def _index(
    frame: Frame, exchanges: Sequence[Exchange], years: Mapping[str, list[IndexedLetter]]
) -> Page:
    root = urls.root_of(urls.CORRESPONDENCE)
    main: dict[str, Any] = {
        "count": frame.strings.count("letters", len(frame.index.letters)),
        "filters": filters.panel(frame, "letters"),
        "exchanges_count": frame.strings.count("exchanges", len(exchanges)),
        "exchanges": [_summary(frame, pair, root) for pair in exchanges[: lists.LIMIT]],
        "correspondents": _correspondents(frame, root)[: lists.LIMIT],
    }
    if network.exists(frame):
        main["network"] = {
            "label": frame.strings["network.title"],
            "url": urls.href(root, network.PATH),
        }
    if len(exchanges) > lists.LIMIT:
        main["all_exchanges"] = [
            {"label": s.label, "url": urls.href(root, _initial_path(s.key))}
            for s in _by_initial(frame)
        ]
    if len(frame.index.letters) > lists.LIMIT:
        main["years"] = _year_links(frame, years, root)
    else:
        main["tables"] = [_table(frame, key, group, root) for key, group in years.items()]
    title = frame.strings["correspondence.title"]
    return frame.page("correspondence", urls.CORRESPONDENCE, title, main, section=_SECTION)


def _in_pages(years: Mapping[str, list[IndexedLetter]]) -> dict[str, list[IndexedLetter]]:
    """Split what one page cannot hold: 1900, 1900-2 …"""
    size = lists.LIMIT
    return {
        f"{key}-{number + 1}" if number else key: group[number * size : (number + 1) * size]
        for key, group in years.items()
        for number in range(-(-len(group) // size))
    }


def _year_links(
    frame: Frame, years: Mapping[str, list[IndexedLetter]], root: str
) -> list[dict[str, str]]:
    return [
        {
            "label": exchange.year_label(frame, key),
            "url": urls.href(root, _year_path(key)),
            "count": frame.strings.count("letters", len(group)),
        }
        for key, group in years.items()
    ]


def _year_pages(frame: Frame, years: Mapping[str, list[IndexedLetter]]) -> Iterator[Page]:
    around = _year_links(frame, years, urls.root_of(_year_path("")))
    for place, (key, group) in enumerate(years.items()):
        path = _year_path(key)
        root = urls.root_of(path)
        main: dict[str, Any] = {
            "tables": [_table(frame, key, group, root)],
            "up": _up(frame, root),
            "count": frame.strings.count("letters", len(group)),
        }
        if place:
            main["previous"] = around[place - 1]
        if place + 1 < len(around):
            main["next"] = around[place + 1]
        title = f"{frame.strings['correspondence.title']}: {exchange.year_label(frame, key)}"
        yield frame.page("correspondence-year", path, title, main, section=_SECTION)


def _initial_pages(frame: Frame) -> Iterator[Page]:
    for section in _by_initial(frame):
        path = _initial_path(section.key)
        root = urls.root_of(path)
        main = {
            "exchanges": [_summary(frame, pair, root) for pair in section.items],
            "up": _up(frame, root),
        }
        title = f"{frame.strings['correspondence.exchanges']}: {section.label}"
        yield frame.page("correspondence-year", path, title, main, section=_SECTION)


def _by_initial(frame: Frame) -> list[alphabet.Section[Exchange]]:
    entities = frame.index.entities
    named = [(entities[e.pair[0]].sort_name, e) for e in frame.index.exchanges.values()]
    return alphabet.pages(alphabet.sections(sorted(named, key=lambda n: (n[0], n[1].id))))


def _year_path(key: str) -> str:
    return f"correspondence/{key}.html"


def _initial_path(key: str) -> str:
    return f"correspondence/list-{key}.html"


def _up(frame: Frame, root: str) -> dict[str, str]:
    return {
        "label": frame.strings["correspondence.title"],
        "url": urls.href(root, urls.CORRESPONDENCE),
    }


def _table(frame: Frame, key: str, letters: Sequence[IndexedLetter], root: str) -> dict[str, Any]:
    return {
        "key": key,
        "label": exchange.year_label(frame, key),
        "count": frame.strings.count("letters", len(letters)),
        "rows": [letter_row(frame, letter, root) for letter in letters],
    }


def _summary(frame: Frame, pair: Exchange, root: str) -> dict[str, Any]:
    letters = [frame.index.letters[id] for id in pair.letters]
    sides = [exchange.side(pair, letter) for letter in letters]
    return {
        "label": exchange.title(frame, pair),
        "url": urls.href(root, urls.exchange(pair.id)),
        "count": len(letters),
        "first": sides.count(0),
        "second": sides.count(1),
        "span": frame.dates.span(*exchange.ends(letters)),
    }


def _correspondents(frame: Frame, root: str) -> list[dict[str, Any]]:
    """Everyone who sent, received or carried a letter, the busiest first."""
    rows = []
    for key, entity in frame.index.entities.items():
        if entity.kind.value not in ("persons", "organisations"):
            continue
        roles = [role for link in frame.index.backlinks.get(key, ()) for role in link.roles]
        row = {
            "sent": roles.count(Role.SENT),
            "received": roles.count(Role.RECEIVED),
            "carried": sum(roles.count(role) for role in _CARRIED),
        }
        if any(row.values()):
            rows.append({**frame.entity_link(key, root), **row})
    return sorted(rows, key=lambda r: -(r["sent"] + r["received"] + r["carried"]))
