"""What each pointer of an edition leads to, and what it should have led to."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from pathlib import PurePosixPath

from tei_edition.checks.pointers import (
    followable,
    is_bare,
    leads_outside,
    other_file,
    pointers,
    prefix_of,
)
from tei_edition.checks.spelling import Speller
from tei_edition.model import DocumentRecord, Entity, EntityKind, Index, PageRecord, Pointer


class Fate(Enum):
    """How it ends with a pointer that should lead to a place in the edition."""

    FOUND = auto()
    MISSING = auto()
    NO_FRAGMENT = auto()
    """The document is there, the place in it is not."""
    NO_PREFIX = auto()
    """Its prefix is not declared."""
    NO_MATCH = auto()
    """Its prefix is declared, but not for what follows it."""
    NO_REGISTER = auto()
    """The edition has no register of that kind, so the pointers are all there is."""
    UNDECLARED = auto()
    """It says whose hand, work or opinion something is, and nothing in the file declares that."""
    WORD = auto()
    """It is a word where a pointer should be, and no such word leads anywhere in the edition."""
    ELSEWHERE = auto()
    """It leads to a picture, a PDF, or into somebody else's system of keys."""


# Attributes that a reader follows, or that join parts of the text. The others (`resp`, `hand`,
# `ana` …) point at a declaration.
_LINKS = frozenset(
    (
        "active", "copyOf", "corresp", "exclude", "mutual", "next", "passive", "prev", "ref",
        "sameAs", "select", "spanTo", "synch", "target", "targetEnd",
    )
)  # fmt: skip

# Elements that name a person or an organisation without being called so.
_AGENTS = frozenset(("author", "editor", "funder", "principal", "publisher", "sponsor"))


@dataclass(frozen=True, slots=True)
class Prefix:
    """One ``prefixDef``: what may follow the prefix, and where that leads."""

    pattern: str
    replacement: str

    def fits(self, rest: str) -> bool:
        """Say whether the pattern allows what follows the prefix (in doubt, it does)."""
        pattern = self.pattern.replace(r"\i", r"[:\w]").replace(r"\c", r"[-.:\w]")
        try:
            return bool(re.fullmatch(pattern, rest))
        except re.error:
            # XML Schema's regular expressions know more than Python's.
            return True


class References:
    """The pointers of an edition, with its registers, documents and declared prefixes."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.registers: dict[EntityKind, list[Entity]] = {}
        for entity in index.entities.values():
            if not entity.implied:
                self.registers.setdefault(entity.kind, []).append(entity)
        self._spellers: dict[object, Speller] = {}

    @property
    def _texts(self) -> list[DocumentRecord | PageRecord]:
        return [*self.index.documents.values(), *self.index.pages.values()]

    def with_fate(self, fate: Fate) -> Iterator[Pointer]:
        """Yield the pointers that end in this way, each once.

        A file with several letters gives the pointers of its header more than once.
        """
        yield from self._by_fate.get(fate, {})

    @cached_property
    def _by_fate(self) -> dict[Fate, dict[Pointer, None]]:
        found: dict[Fate, dict[Pointer, None]] = defaultdict(dict)
        for pointer in followable(self.index):
            found[self.fate(pointer)][pointer] = None
        return found

    def fate(self, pointer: Pointer) -> Fate:
        """Return how it ends with a pointer."""
        resolved = self.index.resolve(pointer.location.path, pointer.value)
        if resolved is None:
            return self._unresolved(pointer)
        if resolved.kind == "entity":
            entity = self.index.entities.get(resolved.target)
            if entity is not None and entity.implied and not entity.source:
                return self._in_register(pointer, self.expected_kind(pointer) or entity.kind)
            return Fate.FOUND
        if resolved.kind in ("document", "page") and resolved.fragment:
            anchors = self.anchors(resolved.target)
            return Fate.FOUND if resolved.fragment in anchors else Fate.NO_FRAGMENT
        return Fate.FOUND

    def _unresolved(self, pointer: Pointer) -> Fate:
        prefix = prefix_of(pointer.value)
        if prefix:
            found = self._by_prefix(pointer, prefix)
            if found is not None:
                return found
        elif other_file(pointer.value):
            return Fate.ELSEWHERE
        kind = self.expected_kind(pointer)
        if kind is not None:
            return self._in_register(pointer, kind)
        return Fate.MISSING if prefix else self._in_the_file(pointer)

    def _by_prefix(self, pointer: Pointer, prefix: str) -> Fate | None:
        """Return the fate of a pointer if its prefix alone decides it."""
        declared = self.prefixes(pointer.location.path).get(prefix)
        if declared is None:
            return Fate.NO_PREFIX
        rest = pointer.value[len(prefix) + 1 :]
        fitting = [each for each in declared if each.fits(rest)]
        if not fitting:
            return Fate.NO_MATCH
        return Fate.ELSEWHERE if leads_outside(fitting[0].replacement) else None

    def _in_the_file(self, pointer: Pointer) -> Fate:
        """Return the fate of a pointer without a prefix that belongs to no register."""
        if pointer.attribute == "key":
            return Fate.ELSEWHERE
        if is_bare(pointer.value) and (pointer.element, pointer.attribute) not in self._with_ids:
            return Fate.WORD
        declared = pointer.attribute not in _LINKS or pointer.element == "catRef"
        return Fate.UNDECLARED if declared else Fate.MISSING

    @cached_property
    def _with_ids(self) -> frozenset[tuple[str, str]]:
        """Where the edition writes ids without ``#`` to link: element and attribute.

        That some word happens to be the name of a file proves nothing: half of them must lead
        somewhere.
        """
        found: Counter[tuple[str, str]] = Counter()
        lost: Counter[tuple[str, str]] = Counter()
        for pointer in pointers(self.index):
            if pointer.attribute in ("ref", "target") and is_bare(pointer.value):
                resolved = self.index.resolve(pointer.location.path, pointer.value)
                (found if resolved else lost)[pointer.element, pointer.attribute] += 1
        return frozenset(place for place, number in found.items() if number >= lost[place])

    def _in_register(self, pointer: Pointer, kind: EntityKind) -> Fate:
        """Return the fate of a pointer that no register entry of the kind answers to."""
        prefix = prefix_of(pointer.value)
        if kind not in self.registers:
            return Fate.NO_REGISTER
        found = self._by_prefix(pointer, prefix) if prefix else None
        if found is not None:
            return found
        foreign = pointer.attribute == "key" and kind not in self._keyed
        return Fate.ELSEWHERE if foreign else Fate.MISSING

    @cached_property
    def _keyed(self) -> frozenset[EntityKind]:
        """The kinds whose register some ``@key`` finds an entry in.

        For the others ``@key`` belongs to a database outside (TEI Guidelines, att.canonical).
        """
        found = set()
        for pointer in pointers(self.index):
            if pointer.attribute == "key":
                resolved = self.index.resolve(pointer.location.path, pointer.value)
                entity = self.index.entities.get(resolved.target) if resolved else None
                if entity and not entity.implied:
                    found.add(entity.kind)
        return frozenset(found)

    def prefixes(self, path: str) -> dict[str, list[Prefix]]:
        """Return the prefixes that a file declares, each with its declarations.

        A register may use what any file of the edition declares. The empty path: all of them.
        """
        return self._prefixes.get(path, self._prefixes[""])

    @cached_property
    def _prefixes(self) -> dict[str, dict[str, list[Prefix]]]:
        found: dict[str, dict[str, list[Prefix]]] = {"": {}}
        for record in self._texts:
            found.setdefault(record.location.path, {})
            for ident, pattern, replacement in record.prefixes:
                prefix = Prefix(pattern, replacement)
                for path in (record.location.path, ""):
                    known = found[path].setdefault(ident, [])
                    if prefix not in known:
                        known.append(prefix)
        return found

    def expected_kind(self, pointer: Pointer) -> EntityKind | None:
        """Return the kind of register that a pointer means, by its element or its prefix."""
        if pointer.kind is not None:
            return pointer.kind
        if pointer.attribute == "ref" and pointer.element in _AGENTS:
            return EntityKind.PERSON
        target = self.target_file(pointer)
        if not target:
            return None
        kinds = [kind for kind in self.registers if target in self.files(kind)]
        return kinds[0] if len(kinds) == 1 else None

    def target_file(self, pointer: Pointer) -> str:
        """Return the path of the file that a pointer leads to, empty where it names none."""
        path, prefix = pointer.location.path, prefix_of(pointer.value)
        declared = self.prefixes(path).get(prefix, ())
        value = "".join(each.replacement for each in declared[:1]) if prefix else pointer.value
        file = value.split("#")[0]
        if not file or "$" in file:
            return ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))

    def files(self, kind: EntityKind) -> list[str]:
        """Return the paths of the files that list entries of a kind."""
        return self._register_files.get(kind, [])

    @cached_property
    def _register_files(self) -> dict[EntityKind, list[str]]:
        return {
            kind: sorted({entity.location.path for entity in entries})
            for kind, entries in self.registers.items()
        }

    def has_file(self, path: str) -> bool:
        """Say whether the edition has a file of this path."""
        return path in self._files

    @cached_property
    def _files(self) -> frozenset[str]:
        paths = {record.location.path for record in self._texts}
        return frozenset(paths | {e.location.path for e in self.index.entities.values()})

    def entry(self, kind: EntityKind, id: str) -> Entity | None:
        """Return the register entry of a kind that has the id."""
        return next((e for e in self.registers.get(kind, ()) if id in _ids_of(e)), None)

    def near_file(self, path: str) -> str:
        """Return the path of a file with nearly the name of one that is not there, or nothing."""
        by_stem = {PurePosixPath(file).stem: file for file in sorted(self._files, reverse=True)}
        return by_stem.get(self._near("files", {*by_stem}, PurePosixPath(path).stem), "")

    def kinds_with(self, id: str) -> list[EntityKind]:
        """Return the kinds of register that have an entry with the id."""
        return [kind for kind in self.registers if id in self._ids[kind]]

    def near_entry(self, kind: EntityKind, id: str) -> str:
        """Return the id of a register entry that was probably meant, or nothing."""
        return self._near(kind, self._ids.get(kind, frozenset()), id)

    def near_document(self, id: str) -> str:
        """Return the id of a document or page that was probably meant, or nothing."""
        return self._near("documents", {*self.index.documents, *self.index.pages}, id)

    def near_anchor(self, path: str, id: str) -> str:
        """Return the ``xml:id`` in a file that was probably meant, or nothing."""
        return self._near(path, self._anchors.get(path, frozenset()), id)

    def _near(self, where: object, words: set[str] | frozenset[str], id: str) -> str:
        if where not in self._spellers:
            self._spellers[where] = Speller(sorted(words))
        return self._spellers[where].near(id)

    def anchors(self, id: str) -> frozenset[str]:
        """Return the ids of the elements of a document or page."""
        record = self.index.documents.get(id) or self.index.pages.get(id)
        return record.anchors if record else frozenset()

    def path_of(self, id: str) -> str:
        """Return the path of the file of a document or page."""
        record = self.index.documents.get(id) or self.index.pages.get(id)
        return record.location.path if record else ""

    @cached_property
    def _anchors(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for record in self._texts:
            found[record.location.path] |= record.anchors
        return found

    @cached_property
    def _ids(self) -> dict[EntityKind, frozenset[str]]:
        return {
            kind: frozenset(id for e in entries for id in _ids_of(e))
            for kind, entries in self.registers.items()
        }


def _ids_of(entry: Entity) -> tuple[str, ...]:
    return (entry.xml_id or entry.id, *entry.aliases)


_latest: list[References] = []


def references_of(index: Index) -> References:
    """Return what all pointers of an index lead to; several rules in a row ask the same."""
    if not _latest or _latest[0].index is not index:
        _latest[:] = [References(index)]
    return _latest[0]
