"""Where pointers lead: into the same file, another file, a register, or out of the edition.

TEI Guidelines, chapter 17, and what editions do beside it: ids without ``#``, keys, file names.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from tei_edition.model import DocumentRecord, Entity, EntityKind, PageRecord, Resolved
from tei_edition.tei.authorities import canonical
from tei_edition.tei.pointers import expanded

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_DEPTH = 5
"""How often a private scheme may lead to another before it counts as a circle."""

_KNOWN_SCHEMES = re.compile(
    "ark|data|doi|file|ftp|geo|hdl|https?|info|isbn|issn|mailto|news|orcid|tel|urn", re.IGNORECASE
)


@dataclass(frozen=True)
class FileContents:
    """What a file holds, for pointers into it."""

    documents: tuple[DocumentRecord, ...] = ()
    pages: tuple[PageRecord, ...] = ()
    categories: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Resolver:
    """Looks pointers up. `files` is by path; ids in the records are final.

    `kept` are the places, file and ``xml:id``, of entries that documents keep for themselves.
    """

    files: dict[str, FileContents]
    entities: list[Entity]
    kept: frozenset[tuple[str, str]] = frozenset()
    _in_file: dict[tuple[str, str], Entity] = field(default_factory=dict)
    _by_id: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    _by_alias: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    _by_uri: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    _documents: dict[str, DocumentRecord] = field(default_factory=dict)
    _pages: dict[str, PageRecord] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.add(self.entities)
        for contents in self.files.values():
            for document in contents.documents:
                for id in filter(None, (document.xml_id, document.id, *document.former_ids)):
                    self._documents.setdefault(id, document)
            for page in contents.pages:
                self._pages.setdefault(page.id, page)

    def add(self, entities: Iterable[Entity]) -> None:
        """Make more entries known."""
        for entity in entities:
            if entity.xml_id:
                self._in_file.setdefault((entity.location.path, entity.xml_id), entity)
                self._by_id[entity.xml_id].append(entity)
            for alias in entity.aliases:
                self._by_alias[alias].append(entity)
            for identifier in entity.identifiers:
                if identifier.uri:
                    self._by_uri[canonical(identifier.uri)].append(entity)

    def resolve(
        self, path: str, value: str, kind: EntityKind | None = None, depth: int = 0
    ) -> Resolved | None:
        """Return where a pointer in the file `path` leads, or ``None``: nowhere.

        `kind` is what the pointing element names; an entry of that kind is then preferred.
        """
        value = value.strip()
        if not value or depth > _DEPTH:
            return None
        match = _SCHEME.fullmatch(value)
        if match:
            inner = expanded(self._prefixes(path), value)
            if inner is not None:
                return self.resolve(path, inner, kind, depth + 1) if inner else None
            if value.startswith(f"{match[1]}://") or _KNOWN_SCHEMES.fullmatch(match[1]):
                return self._absolute(value, kind)
        if value.startswith("#"):
            return self._inside(path, unquote(value[1:]), kind)
        if "#" in value:
            return self._elsewhere(path, value, kind)
        return self._bare(path, value, kind)

    def place(self, path: str, value: str, depth: int = 0) -> tuple[str, str]:
        """Return the file and the id that a pointer in the file `path` names."""
        inner = expanded(self._prefixes(path), value) if _SCHEME.fullmatch(value) else None
        if inner and depth < _DEPTH:
            return self.place(path, inner, depth + 1)
        name, _, id = value.rpartition("#")
        return (_joined(path, name) if name else path, unquote(id))

    def _prefixes(self, path: str) -> tuple[tuple[str, str, str], ...]:
        contents = self.files.get(path)
        return contents.prefixes if contents else ()

    def _absolute(self, uri: str, kind: EntityKind | None) -> Resolved:
        """Resolve a URI: to the entry that has it as its authority id, else out of the edition."""
        entity = _best(self._by_uri.get(canonical(uri), []), kind)
        return _to(entity) if entity else Resolved("external", uri)

    def _inside(self, path: str, id: str, kind: EntityKind | None) -> Resolved | None:
        """Resolve ``#id``: in the file, or, as many editions write, in a register."""
        here = self._in_file.get((path, id))
        if here:
            return _to(here)
        entry = _best(self._by_id.get(id, []), kind, strict=kind is not None)
        if entry and kind is not None:
            return _to(entry)
        contents = self.files.get(path)
        if contents and id in contents.anchors:
            return self._anchor(contents, id)
        return self._anywhere(id, kind)

    def _anchor(self, contents: FileContents, id: str) -> Resolved:
        """Resolve an id that the file has: the document it names, or a place in one."""
        for document in contents.documents:
            if document.xml_id == id:
                return Resolved("document", document.id)
        if id in contents.categories:
            return Resolved("category", id)
        # A part of a file is tried first: the whole contains its anchors as well.
        holders = sorted(contents.documents, key=lambda d: (len(d.anchors), d.id))
        holder: DocumentRecord | PageRecord | None = next(
            (d for d in holders if id in d.anchors), None
        )
        holder = holder or next((p for p in contents.pages if id in p.anchors), None)
        return Resolved("fragment", holder.id if holder else "", id)

    def _elsewhere(self, path: str, value: str, kind: EntityKind | None) -> Resolved | None:
        """Resolve ``file.xml#id``, relative to the file that points."""
        name, _, id = value.partition("#")
        target, id = _joined(path, name), unquote(id)
        contents = self.files.get(target)
        if contents is None:
            return None
        if (target, id) in self._in_file:
            return _to(self._in_file[target, id])
        if id in contents.categories:
            return Resolved("category", id)
        if kind is not None and (target, id) in self.kept:
            return self._anchor(contents, id)
        return self._whole(contents, id)

    def _whole(self, contents: FileContents, fragment: str) -> Resolved | None:
        """Resolve a pointer to a file: its document or page, with the place in it."""
        for document in contents.documents:
            if fragment and document.xml_id == fragment:
                return Resolved("document", document.id)
        holders = [d for d in contents.documents if fragment in d.anchors] or contents.documents
        if holders:
            return Resolved("document", holders[0].id, fragment)
        if contents.pages:
            return Resolved("page", contents.pages[0].id, fragment)
        return None

    def _bare(self, path: str, value: str, kind: EntityKind | None) -> Resolved | None:
        """Resolve a value without ``#``: a key, an id, or a file."""
        entity = self._entry(value, kind, strict=True) if kind else None
        if entity:
            return _to(entity)
        for name in (value, f"{value}.xml"):
            contents = self.files.get(_joined(path, name))
            if contents is not None:
                return self._whole(contents, "")
        return self._anywhere(value, kind) or self._local(path, value)

    def _local(self, path: str, id: str) -> Resolved | None:
        contents = self.files.get(path)
        return self._anchor(contents, id) if contents and id in contents.anchors else None

    def _anywhere(self, id: str, kind: EntityKind | None) -> Resolved | None:
        """Resolve an id in the whole edition: of an entry, a document or a page."""
        entity = self._entry(id, kind, strict=kind is not None)
        if entity:
            return _to(entity)
        if id in self._documents:
            return Resolved("document", self._documents[id].id)
        return Resolved("page", id) if id in self._pages else None

    def _entry(self, value: str, kind: EntityKind | None, *, strict: bool) -> Entity | None:
        """Return the entry with an id or an alias. People and organisations stand for each other:
        ``name`` and ``rs`` do not always say which it is."""
        return _best(self._by_id.get(value, []), kind, strict=strict) or _best(
            self._by_alias.get(value, []), kind, strict=strict
        )


def local_id(value: str) -> str:
    """Return what an unresolved pointer calls its target: the fragment, or the part after ``:``."""
    if "#" in value:
        return value.rsplit("#", 1)[1]
    match = _SCHEME.fullmatch(value)
    return match[2] if match and not value.startswith(f"{match[1]}://") else value


def _to(entity: Entity) -> Resolved:
    return Resolved("entity", entity.key)


_AKIN = {
    EntityKind.PERSON: EntityKind.ORGANISATION,
    EntityKind.ORGANISATION: EntityKind.PERSON,
}


def _best(
    entities: list[Entity], kind: EntityKind | None, *, strict: bool = False
) -> Entity | None:
    """Return the first entry of a kind, else of its kin; of any kind unless `strict`."""
    for wanted in (kind, _AKIN.get(kind) if kind else None):
        for entity in entities:
            if wanted is not None and entity.kind is wanted:
                return entity
    return entities[0] if entities and not strict else None


def _joined(path: str, name: str) -> str:
    return _in_folder(posixpath.dirname(path), name)


@lru_cache(maxsize=50_000)
def _in_folder(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(name)))
