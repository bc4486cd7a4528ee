"""Entries that no register has: made from the names that point at them, or that point nowhere.

So every correspondent has an id and a page, also in an edition without registers. A name is never
joined with an entry because it reads alike: one name may be two people's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from tei_edition.diagnostics import Location
from tei_edition.indexing import identity
from tei_edition.indexing.local import LocalEntries
from tei_edition.indexing.resolve import Resolver, local_id
from tei_edition.model import (
    DocumentRecord,
    Entity,
    EntityKind,
    Identifier,
    Name,
    Role,
)
from tei_edition.tei.authorities import canonical, identifier, short_form, split_uri

_UNKNOWN = re.compile(
    r"\W*(unknown|unbekannt|inconnu|ignoto|desconocido|anonym(ous|us)?|n\. ?n\.|\?)\W*"
    r"((sender|addressee|recipient|person|absender|empfänger)\W*)?",
    re.IGNORECASE,
)

Key = tuple[EntityKind, str]


@dataclass
class _Uses:
    """How an entry that no register has is named in the edition."""

    location: Location
    uri: str = ""
    entry: Entity | None = None
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass
class Implied:
    """The entries that names imply, and which name implies which."""

    local: LocalEntries
    entities: list[Entity] = field(default_factory=list)
    _by_pointer: dict[Key, Entity] = field(default_factory=dict)
    _by_form: dict[Key, Entity] = field(default_factory=dict)

    def of_pointer(
        self, path: str, kind: EntityKind, value: str, location: Location | None = None
    ) -> Entity | None:
        """Return the entry that an unresolved pointer of a name in a file stands for.

        `location` is that of the name.
        """
        own = self.local.of_pointer(path, kind, value, location)
        if own is None and self.local.is_ambiguous(path, kind, value):
            return None
        return self._by_pointer.get((kind, own.name if own else _target(value)))

    def of_form(self, kind: EntityKind, form: str) -> Entity | None:
        """Return the entry that stands for a correspondent without a pointer."""
        return self._by_form.get((kind, " ".join(form.split())))


def meant(name: Name) -> tuple[str, ...]:
    """Return the pointers of a name that lead to its entries.

    A second pointer to an authority file is another id of the same person, not another person.
    """
    return tuple(v for v in (name.ref, *(w for w in name.further if split_uri(w) is None)) if v)


def is_unknown(form: str) -> bool:
    """Say whether a correspondent's name only says that nobody knows it."""
    return not form.strip() or bool(_UNKNOWN.fullmatch(form.strip()))


def collect(
    documents: Iterable[DocumentRecord],
    resolver: Resolver,
    taken: Iterable[Entity],
    local: Iterable[Entity] = (),
) -> Implied:
    """Return the entries that the names of all documents imply.

    `taken` are the entries of the registers, whose ids an implied one must not get; `local` those
    that documents keep for themselves, which tell more of a name than its wording.
    """
    documents = list(documents)
    kept = LocalEntries(local, resolver, documents)
    pointed: dict[Key, _Uses] = {}
    unpointed: dict[Key, _Uses] = {}
    for document in documents:
        labels = _labels(document)
        for name, weight in _names(document):
            for value in meant(name):
                if not _registered(resolver, name, value):
                    own = kept.of_pointer(name.location.path, name.kind, value, name.location)
                    key = (name.kind, own.name if own else _target(value))
                    uses = pointed.setdefault(key, _Uses(name.location, _uri(value)))
                    uses.entry = uses.entry or (own.entity if own else None)
                    uses.forms[weight][name.form] += 1
                    if value in labels:
                        uses.forms["link"][labels[value]] += 1
            if not name.ref and weight == "action" and not is_unknown(name.form):
                key = (name.kind, " ".join(name.form.split()))
                unpointed.setdefault(key, _Uses(name.location)).forms[weight][name.form] += 1
    return _made(Implied(kept), pointed, unpointed, taken)


def _made(
    implied: Implied,
    pointed: dict[Key, _Uses],
    unpointed: dict[Key, _Uses],
    taken: Iterable[Entity],
) -> Implied:
    """Make the entries of both sorts, with ids that differ from those of the registers."""
    used = {(entity.kind, entity.id.casefold()) for entity in taken}
    used |= {(kind, "index") for kind in EntityKind}
    for table, found, id_of in (
        (implied._by_pointer, pointed, _id_of_pointer),
        (implied._by_form, unpointed, identity.from_name),
    ):
        for (kind, value), uses in sorted(found.items()):
            id = _free(id_of(value), kind, used)
            used.add((kind, id.casefold()))
            entity = _entity(id, kind, uses, value)
            table[kind, value] = entity
            implied.entities.append(entity)
    return implied


def _entity(id: str, kind: EntityKind, uses: _Uses, value: str) -> Entity:
    if uses.entry:
        return replace(uses.entry, id=id, implied=True)
    name = _best_form(uses) or value
    identifiers: tuple[Identifier, ...] = (identifier("", uses.uri),) if uses.uri else ()
    return Entity(
        id=id,
        kind=kind,
        name=name,
        sort_name=name,
        identifiers=identifiers,
        implied=True,
        location=uses.location,
    )


def _best_form(uses: _Uses) -> str:
    """Return the form to show: of actions, else of links, else the likeliest in a text.

    In a running text many forms are pronouns and titles: those that begin with a capital come
    first, then the most frequent, then the longest.
    """
    for weight in ("action", "link"):
        forms = uses.forms.get(weight, Counter())
        if forms:
            return max(sorted(forms), key=partial(_frequency, forms))
    forms = uses.forms.get("mention", Counter())
    capitalised = [form for form in forms if not form[:1].islower()]
    return max(sorted(capitalised or forms), key=partial(_frequency, forms), default="")


def _frequency(forms: Counter[str], form: str) -> tuple[bool, int, int]:
    return (bool(form), forms[form], len(form))


def _names(document: DocumentRecord) -> Iterator[tuple[Name, str]]:
    """Yield the names of a document with their weight; authors of the file are left out."""
    for letter in document.letters:
        for action in letter.actions:
            for name in (*action.names, *action.places):
                yield name, "action"
    for mention in document.mentions:
        if mention.role is Role.PARTICIPANT:
            yield mention.name, "action"
        elif mention.role is Role.MENTIONED:
            yield mention.name, "mention"


def _labels(document: DocumentRecord) -> dict[str, str]:
    """Return what the letters' context calls the targets of its links."""
    return {
        link.target: link.text
        for letter in document.letters
        for link in letter.links
        if link.target and link.text
    }


def _registered(resolver: Resolver, name: Name, value: str) -> bool:
    resolved = resolver.resolve(name.location.path, value, name.kind)
    return resolved is not None and resolved.kind not in ("external", "fragment")


def _uri(value: str) -> str:
    return canonical(value) if value.startswith(("http://", "https://")) else ""


def _target(value: str) -> str:
    """Return what a pointer is about: a URI in its one form, else the id that it names."""
    return _uri(value) or local_id(value)


def _id_of_pointer(value: str) -> str:
    if not _uri(value):
        return identity.from_name(value) if " " in value else identity.safe(value)
    return identity.safe(short_form(value) if split_uri(value) else value.partition("://")[2])


def _free(id: str, kind: EntityKind, used: set[tuple[EntityKind, str]]) -> str:
    """Return an id that nothing of its kind has."""
    number = 2
    free = id
    while (kind, free.casefold()) in used:
        free = f"{id}.{number}"
        number += 1
    return free
