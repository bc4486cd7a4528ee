"""The page of one exchange: both sides on one axis, the letters below."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tei_edition.model import Exchange, IndexedLetter, LetterLink
from tei_edition.site import letterhead, lists, pictures, urls
from tei_edition.site.dates import year
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page
from tei_edition.site.silences import silences

_ANSWERS = frozenset({"answers", "acknowledges", "reply-to"})
_NUMBERED = re.compile(r"(.+)-(\d+)")


def title(frame: Frame, exchange: Exchange) -> str:
    """Return the names of both correspondents."""
    first, second = (frame.index.entities[key].name for key in exchange.pair)
    return frame.strings.fill("exchange.title", first=first, second=second)


def picture(frame: Frame, exchange: Exchange, root: str) -> dict[str, Any] | None:
    """Return both sides of an exchange on one axis, with their labels."""
    sides: list[int] = [0, 0]
    marks = []
    letters = [frame.index.letters[id] for id in exchange.letters]
    for letter in letters:
        place = side(exchange, letter)
        sides[place] += 1
        if letter.letter.date:
            url = letterhead.letter_url(frame, letter, root)
            date = frame.dates.full(letter.letter.date)
            label = f"{date}: {letterhead.label(frame, letter)}"
            answers = tuple(link.letter for link in letter.links if _word(link) in _ANSWERS)
            marks.append(
                pictures.Mark(letter.letter.date, place, url, label, letter.letter.id, answers)
            )
    pauses = [pictures.Pause(p.start, p.end, p.label(frame)) for p in silences(letters)]
    line = pictures.timeline(frame, marks, pauses)
    names = [frame.index.entities[key].name for key in exchange.pair]
    if line:
        line["sides"] = [
            frame.strings.fill("exchange.side", name=name, count=count) if count else ""
            for name, count in zip(names, sides, strict=True)
        ]
    return line


def pages(frame: Frame, exchange: Exchange) -> Iterator[Page]:
    """Yield the page of an exchange, and its parts where it is very long."""
    path = urls.exchange(exchange.id)
    root = urls.root_of(path)
    name = title(frame, exchange)
    letters = [frame.index.letters[id] for id in exchange.letters]
    ids = dict.fromkeys(letter.letter.document for letter in letters)
    records = [frame.index.documents[id] for id in ids]
    parts = lists.split(frame, records)
    main: dict[str, Any] = {
        "people": [
            {**frame.entity_link(key, root), "description": frame.index.entities[key].description}
            for key in exchange.pair
        ],
        "count": frame.strings.count("letters", len(letters)),
        "span": frame.dates.span(*ends(letters)),
    }
    if parts:
        main["rhythm"] = _rhythm(frame, exchange, letters)
        main["parts"] = lists.part_links(frame, parts, path, root)
    else:
        main["picture"] = picture(frame, exchange, root)
        main["years"] = _years(frame, exchange, letters)
        main["groups"] = [
            _sided(frame, key, group, exchange, root) for key, group in by_year(letters).items()
        ]
        _tell_silences(frame, main["groups"], letters)
    yield frame.page("exchange", path, name, main, section="correspondence")
    for part in parts:
        yield lists.part_page(frame, part, parts, path, name, section="correspondence")


def _rhythm(
    frame: Frame, exchange: Exchange, letters: Sequence[IndexedLetter]
) -> dict[str, Any] | None:
    """Return the letters of both sides by year, where they are too many for a time line."""
    series = []
    for number, (key, role) in enumerate(zip(exchange.pair, ("sent", "received"), strict=True)):
        written = [a for a in letters if side(exchange, a) == number]
        dates = [a.letter.date for a in written if a.letter.date]
        series.append((role, frame.index.entities[key].name, dates))
    return pictures.rows(frame, [row for row in series if row[2]])


def _years(
    frame: Frame, exchange: Exchange, letters: Sequence[IndexedLetter]
) -> dict[str, Any] | None:
    """Return how many letters each side wrote in each year, where there is more than one."""
    rows = []
    for key, group in by_year(letters).items():
        sides = [side(exchange, letter) for letter in group]
        counts = [sides.count(0), sides.count(1)]
        rows.append({"label": year_label(frame, key), "counts": counts, "total": len(group)})
    heads = [frame.index.entities[key].name for key in exchange.pair]
    return {"heads": heads, "rows": rows} if len(rows) > 1 else None


def _tell_silences(
    frame: Frame, groups: Sequence[dict[str, Any]], letters: Sequence[IndexedLetter]
) -> None:
    """Say before a letter for how long there had been none."""
    labels = {pause.letter: pause.label(frame) for pause in silences(letters)}
    entries = [entry for group in groups for entry in group["entries"]]
    for entry, letter in zip(entries, letters, strict=True):
        if letter.letter.id in labels:
            entry["silence"] = labels[letter.letter.id]


def _relations(
    frame: Frame, exchange: Exchange, letter: IndexedLetter, root: str
) -> list[dict[str, str]]:
    """Return what a letter has to do with others of the same exchange: answers, asks after."""
    return [
        {
            "relation": frame.strings[f"relation.{_word(link)}"],
            **letterhead.document_link(
                frame, frame.index.letters[link.letter].letter.document, root
            ),
        }
        for link in letter.links
        if link.letter in exchange.letters and f"relation.{_word(link)}" in frame.strings.texts
    ]


def _word(link: LetterLink) -> str:
    return link.subtype or link.type


def _sided(
    frame: Frame, key: str, letters: Sequence[IndexedLetter], exchange: Exchange, root: str
) -> dict[str, Any]:
    entries = []
    for letter in letters:
        record = frame.index.documents[letter.letter.document]
        entry = lists.entry(frame, record, root)
        entry["date"] = frame.dates.short(letter.letter.date)
        entry["label"] = letterhead.label(frame, letter)
        if related := _relations(frame, exchange, letter, root):
            entry["related"] = related
        entry["side"] = "above" if side(exchange, letter) == 0 else "below"
        entries.append(entry)
    count = frame.strings.count("letters", len(letters))
    return {"key": key, "label": year_label(frame, key), "count": count, "entries": entries}


def side(exchange: Exchange, letter: IndexedLetter) -> int:
    """Return 0 where the first of the pair writes, 1 where the second does."""
    senders = {c.entity for c in letter.with_role("sent")}
    return 0 if exchange.pair[0] in senders else 1


def ends(letters: Sequence[IndexedLetter]) -> tuple[Any, Any]:
    """Return the first and the last date of letters in order."""
    dated = [letter.letter.date for letter in letters if letter.letter.date]
    return (dated[0], dated[-1]) if dated else (None, None)


def by_year(letters: Sequence[IndexedLetter]) -> dict[str, list[IndexedLetter]]:
    """Return letters by the year of their date; undated ones last."""
    years: dict[str, list[IndexedLetter]] = {}
    for letter in letters:
        years.setdefault(year(letter.letter.date) or lists.UNDATED, []).append(letter)
    if lists.UNDATED in years:
        years[lists.UNDATED] = years.pop(lists.UNDATED)
    return years


def year_label(frame: Frame, key: str) -> str:
    """Return the heading of a year, of what has no date, or of a numbered part of either."""
    part = _NUMBERED.fullmatch(key)
    first = part[1] if part else key
    if first == lists.UNDATED:
        label = frame.strings["date.undated"]
    else:
        label = frame.dates.year_label(first)
    return f"{label} ({part[2]})" if part else label


def other(exchange: Exchange, key: str) -> str:
    """Return the key of the other correspondent; of the same one where one writes to himself."""
    first, second = exchange.pair
    return second if key == first else first
