"""The registers: each kind's entries from A to Z, split by initial once there are many."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from tei_edition.model import Entity, EntityKind
from tei_edition.namespaces import tei
from tei_edition.site import alphabet, lists, urls
from tei_edition.site.entity import EntityPages, life
from tei_edition.site.frame import Frame
from tei_edition.site.maps import drawing
from tei_edition.site.maps.places import Places
from tei_edition.site.page import Page

_PARTS = (tei("biblScope"), tei("date"))


def pages(frame: Frame) -> Iterator[Page]:
    """Yield for each kind of register its list and the pages of its entries."""
    entries = EntityPages(frame)
    for kind in frame.kinds:
        entities = [e for e in frame.index.entities.values() if e.kind is kind]
        yield from _register(frame, kind, entities)
        for entity in entities:
            yield from entries.pages(entity)


def _register(frame: Frame, kind: EntityKind, entities: Sequence[Entity]) -> Iterator[Page]:
    path = f"{kind.value}/index.html"
    root = urls.root_of(path)
    found = alphabet.sections((entity.sort_name or entity.name, entity) for entity in entities)
    split = alphabet.pages(found)
    main: dict[str, Any] = {"count": frame.strings.count(kind.value, len(entities))}
    if split:
        main["parts"] = [
            {
                "label": section.label,
                "url": urls.href(root, _path(kind, section.key)),
                "count": frame.strings.count(kind.value, len(section.items)),
            }
            for section in split
        ]
    else:
        main["sections"] = [_section(frame, section, root) for section in found]
    if kind is EntityKind.PLACE:
        main["map"] = drawing.edition_map(frame, Places(frame.index), root)
    title = frame.strings[f"nav.{kind.value}"]
    yield frame.page("register", path, title, main, section=kind.value)
    for section in split:
        part = _path(kind, section.key)
        top = urls.root_of(part)
        shown = {
            "count": frame.strings.count(kind.value, len(section.items)),
            "up": {"label": title, "url": urls.href(top, path)},
            "sections": [_section(frame, section, top)],
        }
        yield frame.page("register", part, f"{title}: {section.label}", shown, section=kind.value)


def _path(kind: EntityKind, key: str) -> str:
    return f"{kind.value}/list-{key}.html"


def _section(frame: Frame, section: alphabet.Section[Entity], root: str) -> dict[str, Any]:
    return {
        "key": section.key,
        "label": section.label,
        "entries": [_entry(frame, entity, root) for entity in section.items],
    }


def _entry(frame: Frame, entity: Entity, root: str) -> dict[str, Any]:
    backlinks = frame.index.backlinks.get(entity.key, ())
    entry: dict[str, Any] = {
        "label": entity.sort_name or entity.name,
        "url": urls.href(root, urls.entity(entity.key)),
        "count": len(backlinks),
        "documents": frame.strings.count("documents", len(backlinks)),
    }
    shown = (("life", life(frame, entity)), ("description", lists.in_short(entity.description)))
    entry |= {key: value for key, value in shown if value}
    part = _part(entity)
    if part:
        entry["part"] = part
    others = list(dict.fromkeys(n.text for n in entity.names if n.type == "pseudonym"))
    if others:
        entry["also"] = frame.strings.fill("entity.also", names=frame.strings.join(others))
    native = next((n for n in entity.names if n.type == "native"), None)
    if native:
        entry["native"] = {"text": native.text, "lang": native.language}
    return entry


def _part(entity: Entity) -> str:
    """Return which volume or issue a work is, and of when: works of one title are told apart."""
    if entity.kind is not EntityKind.WORK or not entity.source:
        return ""
    source = etree.fromstring(entity.source)
    found = [" ".join("".join(e.itertext()).split()) for e in source.iter(*_PARTS)]
    return ", ".join(dict.fromkeys(text for text in found if text))
