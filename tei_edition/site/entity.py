"""The page of a register entry: its names, and every document that has to do with it."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from tei_edition.model import (
    Backlink,
    DateRange,
    DocumentRecord,
    Entity,
    EntityKind,
    EntityName,
    Identifier,
    Role,
)
from tei_edition.site import exchange, facsimile, filters, lists, metadata, pictures, urls
from tei_edition.site.frame import Frame
from tei_edition.site.maps import drawing
from tei_edition.site.maps.places import Places
from tei_edition.site.page import NO_SOURCE, Page
from tei_edition.tei.authorities import split_uri

_ROLES = (
    ("sent", (Role.SENT,)),
    ("received", (Role.RECEIVED,)),
    ("carried", (Role.TRANSMITTED, Role.FORWARDED, Role.REDIRECTED)),
    ("author", (Role.AUTHOR,)),
    ("participant", (Role.PARTICIPANT,)),
    ("mentioned", (Role.MENTIONED,)),
    ("source", (Role.SOURCE,)),
)
_MOST_CORRESPONDENTS = 40
_MOST_RELATED = 20
"""More entries that are joined to one stand behind their number, or they would hide its letters."""
_LANDMARKS = 60
"""From how many of the busiest places the neighbours on a small map are taken."""


class EntityPages:
    """Makes the pages of register entries; knows every entry's exchanges."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._index = frame.index

    def pages(self, entity: Entity) -> Iterator[Page]:
        """Yield the page of an entry, and further pages where it has very many documents."""
        path = urls.entity(entity.key)
        root = urls.root_of(path)
        backlinks = self._index.backlinks.get(entity.key, ())
        records = [self._index.documents[b.document] for b in backlinks]
        roles = self._by_role(backlinks)
        parts = lists.split(self._frame, records)
        main: dict[str, Any] = {
            **self._identity(entity),
            "implied": entity.implied,
            "count": self._frame.strings.count("documents", len(records)),
            "picture": self._picture(entity, roles),
            "metadata": metadata.of_entry(self._frame, entity),
            "facsimile": facsimile.of_pictures(self._frame, entity.images, root),
            "correspondents": self._correspondents(entity, root),
            "related": [
                self._frame.entity_link(key, root)
                for key in self._index.related.get(entity.key, ())
            ],
        }
        if len(main["related"]) > _MOST_RELATED:
            main["related_count"] = self._frame.strings.count(
                "search.entries", len(main["related"])
            )
        if ways := self._ways(entity, roles, root):
            main["narrow"] = ways
        if parts:
            main["parts"] = lists.part_links(self._frame, parts, path, root)
        else:
            main["roles"] = [self._role(entity, key, group, root) for key, group in roles]
        yield self._frame.page(
            "entity",
            path,
            entity.name,
            main,
            section=entity.kind.value,
            source=entity.source or NO_SOURCE,
            name=entity.location.path,
            links=self._frame.links(entity.location.path, entity.pointers, root),
        )
        for part in parts:
            yield lists.part_page(
                self._frame, part, parts, path, entity.name, section=entity.kind.value
            )

    def _identity(self, entity: Entity) -> dict[str, Any]:
        shown: dict[str, Any] = {"id": entity.id, "kind": entity.kind.value}
        optional = {
            "life": life(self._frame, entity),
            "birth": self._frame.dates.view(entity.birth),
            "death": self._frame.dates.view(entity.death),
            "description": entity.description,
            "type": self._frame.strings.get(f"type.{entity.type}", entity.type),
            "country": entity.country,
            "names": other_names(self._frame, entity),
            "identifiers": [_identifier(given) for given in entity.identifiers],
        }
        shown |= {key: value for key, value in optional.items() if value}
        if entity.geo:
            shown["geo"] = "{:.2f}, {:.2f}".format(*entity.geo)
            if entity.kind is EntityKind.PLACE:
                shown["map"] = drawing.locator(self._frame, entity, self._places.all[:_LANDMARKS])
        return shown

    def _by_role(self, backlinks: Sequence[Backlink]) -> list[tuple[str, list[DocumentRecord]]]:
        return [
            (key, [self._index.documents[b.document] for b in group])
            for key, group in by_role(backlinks)
        ]

    def _ways(
        self, entity: Entity, roles: Sequence[tuple[str, list[DocumentRecord]]], root: str
    ) -> list[dict[str, str]]:
        """Return where long lists of letters can be narrowed down, by role."""
        ways = []
        for key, records in roles:
            url = filters.chosen(self._frame, entity, key, root)
            if url and sum(bool(record.letters) for record in records) >= filters.FEWEST:
                ways.append({"label": role_label(self._frame, entity, key), "url": url})
        return ways

    def _role(
        self, entity: Entity, key: str, records: Sequence[DocumentRecord], root: str
    ) -> dict[str, Any]:
        return {
            "role": key,
            "label": role_label(self._frame, entity, key),
            "count": len(records),
            "groups": lists.groups(self._frame, records, root),
        }

    def _picture(
        self, entity: Entity, roles: Sequence[tuple[str, list[DocumentRecord]]]
    ) -> dict[str, Any] | None:
        series: list[tuple[str, str, list[DateRange]]] = [
            (key, role_label(self._frame, entity, key), [r.date for r in records if r.date])
            for key, records in roles
        ]
        return pictures.rows(self._frame, series)

    def _correspondents(self, entity: Entity, root: str) -> list[dict[str, Any]]:
        found = []
        for pair in self._exchanges.get(entity.key, ())[:_MOST_CORRESPONDENTS]:
            found.append(
                {
                    **self._frame.entity_link(exchange.other(pair, entity.key), root),
                    "exchange": urls.href(root, urls.exchange(pair.id)),
                    "count": self._frame.strings.count("letters", len(pair.letters)),
                }
            )
        return found

    @cached_property
    def _places(self) -> Places:
        return Places(self._index)

    @cached_property
    def _exchanges(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        ordered = sorted(self._index.exchanges.values(), key=lambda e: (-len(e.letters), e.id))
        for pair in ordered:
            for key in dict.fromkeys(pair.pair):
                found.setdefault(key, []).append(pair)
        return found


def other_names(frame: Frame, entity: Entity) -> list[dict[str, Any]]:
    """Return every name but the preferred one, grouped by what kind of name it is."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for name in entity.names:
        if name.type == "sort" or (name.text == entity.name and name.type != "pseudonym"):
            continue
        groups.setdefault(name.type or "variant", []).append(_name(frame, name))
    return [
        {"label": frame.strings.get(f"name.{key}", re.sub("[-_]", " ", key)), "names": names}
        for key, names in groups.items()
    ]


def _name(frame: Frame, name: EntityName) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": name.text}
    if name.language:
        shown["lang"] = name.language
    if name.language and name.language.partition("-")[0] != frame.strings.locale.language:
        shown["language"] = frame.strings.language_name(name.language)
    if name.dates:
        shown["dates"] = frame.dates.full(name.dates)
    if name.certainty in ("low", "medium", "unknown"):
        shown["uncertain"] = name.certainty
    return shown


def by_role(backlinks: Sequence[Backlink]) -> list[tuple[str, list[Backlink]]]:
    """Return the documents of an entry by what it has to do with them, in the order of roles."""
    groups = []
    for key, roles in _ROLES:
        # Who writes or receives a letter is named in it too; that says nothing more.
        only = roles == (Role.MENTIONED,)
        found = [
            b
            for b in backlinks
            if set(b.roles) & set(roles) and not (only and set(b.roles) - {*roles, Role.SOURCE})
        ]
        if found:
            groups.append((key, found))
    return groups


def role_label(frame: Frame, entity: Entity, key: str) -> str:
    """Say a role in words that fit the kind: from a person, sent from a place."""
    return frame.strings.get(f"role.{key}.{entity.kind.value}", frame.strings[f"role.{key}"])


def life(frame: Frame, entity: Entity) -> str:
    """Return a life in years: ``1878–1953``, ``born 1912``, ``died 1949``; nothing if unknown."""
    years = [frame.dates.years(date) for date in (entity.birth, entity.death)]
    if all(years):
        return "–".join(years)
    if years[0]:
        return frame.strings.fill("life.born", date=years[0])
    return frame.strings.fill("life.died", date=years[1]) if years[1] else ""


def _identifier(given: Identifier) -> dict[str, str]:
    """Return an identifier as readers know it: ``GND 118577425``, with its address as a link."""
    known = split_uri(given.uri)
    name, value = (known[0].name, known[1]) if known else (given.type, given.value)
    return {"type": name, "value": value, "url": given.uri}
