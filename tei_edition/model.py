"""The records of an edition: what was read out of the TEI, and the index that joins it.

Everything here is immutable, picklable and free of XML trees, so that it can travel between
processes. `tei` makes the records of one file, `indexing` joins them; `exports` and `site` read
them. An empty string or ``None`` means that the source does not say.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from sys import intern
from typing import Any

from tei_edition.diagnostics import Location
from tei_edition.images import PageImage
from tei_edition.values import Value, loads, maker


class EntityKind(StrEnum):
    """What a register lists; the value names its folder in the site."""

    PERSON = "persons"
    PLACE = "places"
    ORGANISATION = "organisations"
    WORK = "works"
    EVENT = "events"


class Role(StrEnum):
    """What an entity has to do with a document."""

    SENT = "sent"
    RECEIVED = "received"
    TRANSMITTED = "transmitted"
    FORWARDED = "forwarded"
    REDIRECTED = "redirected"
    PARTICIPANT = "participant"
    AUTHOR = "author"
    MENTIONED = "mentioned"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class DateRange(Value):
    """A date as far as it is known: all the days on which the event may have happened.

    `earliest` and `latest` are days of the proleptic Gregorian calendar (``1949-02-04``; ``None``
    where the range is open). `edtf` is Extended Date/Time Format (ISO 8601-2:2019). `text` is the
    wording of the source. `time` is ``08:10:00`` where an hour is given, with the zone where the
    source has one (``00:35:00+08:00``). `certainty` and `evidence` are the source's ``@cert`` and
    ``@evidence``; `custom` is what it says in another calendar (``@when-custom`` and the like).
    `faulty` says that it has an attribute that is no date, so that no more can be told from it.
    Years before the common era are ``-0043``, as in XSD 1.0, on which the TEI builds: 43 BCE.
    """

    earliest: str | None
    latest: str | None
    edtf: str
    text: str = ""
    time: str = ""
    certainty: str = ""
    evidence: str = ""
    custom: str = ""
    faulty: bool = False

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Order by earliest day, then the shorter range first, then the hour; open ends last.

        A date of which only the latest day is known stands after the exact dates of that day.
        """
        if self.earliest is None and self.latest is not None:
            return (_sortable(self.latest), "9999-99-99", self.time)
        return (
            _sortable(self.earliest or "9999-99-99"),
            _sortable(self.latest or "9999-99-99"),
            self.time,
        )


def _sortable(day: str) -> str:
    """Return a day so that strings sort as time runs: years before 0 count backwards."""
    if not day.startswith("-"):
        return day
    year, month, date = day[1:].rsplit("-", 2)
    return f"-{9999 - int(year):04}-{month}-{date}"


@dataclass(frozen=True, slots=True)
class Pointer(Value):
    """One value of a pointing attribute (TEI Guidelines, chapter 17), as it is written."""

    value: str
    element: str
    attribute: str
    location: Location
    kind: EntityKind | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        words = (self.value, self.element, self.attribute)
        return _pointer, (*words, self.location, self.kind)


@maker
def _pointer(value: str, element: str, attribute: str, *rest: Any) -> Pointer:
    """Return a pointer; a large edition has a million of them, with the same few words."""
    return Pointer(intern(value), intern(element), intern(attribute), *rest)


@dataclass(frozen=True, slots=True)
class Name(Value):
    """A name as a document uses it.

    `form` is the wording; `ref` the pointer as written (the first, where there are several;
    `further` has the others); `type` is ``pseudonym`` and the like.
    """

    form: str
    kind: EntityKind
    ref: str = ""
    type: str = ""
    certainty: str = ""
    location: Location = Location("")
    further: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Action(Value):
    """One ``correspAction``: sending, carriage, receipt (TEI Guidelines, 2.4.6).

    `alternatives` are rival dates, from ``note[@type='alternativeDate']``; `sort_key` is
    ``@sortKey``, which orders two letters of one day.
    """

    type: str
    names: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    date: DateRange | None = None
    subtype: str = ""
    alternatives: tuple[DateRange, ...] = ()
    notes: tuple[str, ...] = ()
    location: Location = Location("")
    sort_key: str = ""


@dataclass(frozen=True, slots=True)
class ContextLink(Value):
    """A ``ref`` or ``ptr`` in ``correspContext``: an editor's link to another letter."""

    type: str
    subtype: str
    target: str
    text: str
    location: Location
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Letter(Value):
    """One act of communication: one ``correspDesc``, or what stands in its place.

    `id` is unique in the edition: the document's id where the document has one letter, else that
    id with ``.`` and the `xml:id` or ordinal of the ``correspDesc``. `anchor` is the ``xml:id`` of
    the ``correspDesc``. `number` is ``correspDesc/@n``, a telegram's number, else ``@key``. `ref`
    is ``correspDesc/@ref``: where the letter itself is. `rule` names the reading rule that found
    the correspondents.
    """

    id: str
    document: str
    actions: tuple[Action, ...]
    links: tuple[ContextLink, ...] = ()
    anchor: str = ""
    type: str = ""
    number: str = ""
    ref: str = ""
    notes: tuple[str, ...] = ()
    rule: str = ""
    location: Location = Location("")

    @property
    def address(self) -> str:
        """Return the public address of a letter that is elsewhere; empty where there is none."""
        return self.ref if self.ref.startswith(("https://", "http://")) else ""

    def action(self, type: str) -> Action | None:
        """Return the first action of a type that is neither a copy nor a final receipt."""
        found = [a for a in self.actions if a.type == type]
        return next((a for a in found if not a.subtype), found[0] if found else None)

    @property
    def date(self) -> DateRange | None:
        """Return the date of sending, else of receipt, else of any other action."""
        ordered = sorted(self.actions, key=lambda a: {"sent": 0, "received": 1}.get(a.type, 2))
        return next((a.date for a in ordered if a.date), None)


@dataclass(frozen=True, slots=True)
class Mention(Value):
    """A name in a document outside its correspDesc: in the text, the abstract or the setting."""

    name: Name
    role: Role = Role.MENTIONED
    function: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord(Value):
    """What the edition knows of one document.

    `id` is what its pages and pointers use, unique in the edition; `xml_id` is ``TEI/@xml:id``.
    `kind` is the genre's id (``cable``) and `kind_label` its name. `position` is the XPath of the
    document's element where a file holds several, else empty. `date` is the sending of its first
    letter, else its creation. `dates` are further dates, such as that of the event a record
    describes, by their label. `member` is the number of the member that it is of a corpus too large
    to be read as a whole, `origin` the file from which another one includes it. `changed` is the
    newest ``revisionDesc//change/@when``, `published` the first day, month or year that
    ``publicationStmt`` gives.
    """

    id: str
    location: Location
    title: str
    xml_id: str = ""
    position: str = ""
    kind: str = ""
    kind_label: str = ""
    language: str = ""
    text_languages: tuple[str, ...] = ()
    date: DateRange | None = None
    dates: tuple[tuple[str, DateRange], ...] = ()
    letters: tuple[Letter, ...] = ()
    mentions: tuple[Mention, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    anchors: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str, str], ...] = ()
    topics: tuple[str, ...] = ()
    repository: str = ""
    summary: str = ""
    status: str = ""
    changed: str = ""
    licence: str = ""
    former_ids: tuple[str, ...] = ()
    has_text: bool = False
    images: tuple[PageImage, ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    member: int = 0
    origin: str = ""

    @property
    def source(self) -> str:
        """Return the name of its file, or of the member of a large corpus that is read alone."""
        return source_name(self.location.path, self.member)

    @property
    def page_images(self) -> int:
        """Return how many pages of the original can be seen, here or on another host."""
        return sum(image.is_page and image.is_shown for image in self.images)

    @property
    def has_facsimile(self) -> bool:
        """Say whether there is an image of any page."""
        return self.page_images > 0

    @property
    def is_index(self) -> bool:
        """Say whether it only records letters that are elsewhere, many of them, as CMIF does."""
        return not self.has_text and len(self.letters) > MOST_LETTERS


MOST_LETTERS = 20
"""More letters than anybody describes in the header of one document."""


@dataclass(frozen=True, slots=True)
class EntityName(Value):
    """One name of a register entry."""

    text: str
    type: str = ""
    language: str = ""
    dates: DateRange | None = None
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Identifier(Value):
    """An authority's identifier: `type` such as ``GND``, `uri` as a link where it is one."""

    type: str
    value: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Entity(Value):
    """An entry of a register, or, where no register has it, what the mentions make of it.

    `id` is its ``xml:id`` or what stands in for it, unique among its kind; `xml_id` is the
    ``xml:id`` as written, empty where there is none. `source` is the entry's XML for the
    stylesheets, empty where none is written. An entry is `implied` where no register of the
    edition has it, though a document may keep it for itself. `geo` is latitude and longitude in
    decimal degrees (WGS 84).
    """

    id: str
    kind: EntityKind
    name: str
    sort_name: str = ""
    names: tuple[EntityName, ...] = ()
    birth: DateRange | None = None
    death: DateRange | None = None
    description: str = ""
    identifiers: tuple[Identifier, ...] = ()
    geo: tuple[float, float] | None = None
    country: str = ""
    type: str = ""
    source: str = ""
    implied: bool = False
    aliases: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    location: Location = Location("")
    xml_id: str = ""
    images: tuple[PageImage, ...] = ()

    @property
    def key(self) -> str:
        """Return what identifies the entry in the whole edition: ``persons/stalin``."""
        return f"{self.kind.value}/{self.id}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Part what the entry says from where it stands: hundreds of letters may repeat it."""
        names = [name for name in self.__match_args__ if name not in _PLACED]
        said = pickle.dumps(tuple([getattr(self, name) for name in names]), 5)
        return _entity, (said, *[getattr(self, name) for name in _PLACED])


_PLACED = ("location", "pointers", "images")


@maker
def _entity(said: bytes, *placed: Any) -> Entity:
    """Return an entry; all that say the same share what they say."""
    return Entity(**_said(said), **dict(zip(_PLACED, placed, strict=True)))


@lru_cache(maxsize=20_000)
def _said(data: bytes) -> dict[str, Any]:
    names = [name for name in Entity.__match_args__ if name not in _PLACED]
    return dict(zip(names, loads(data), strict=True))


@dataclass(frozen=True, slots=True)
class PageRecord(Value):
    """A page of the edition's own prose."""

    id: str
    title: str
    location: Location
    language: str = ""
    pointers: tuple[Pointer, ...] = ()
    anchors: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str, str], ...] = ()
    images: tuple[PageImage, ...] = ()
    member: int = 0

    @property
    def source(self) -> str:
        """Return the name of its file, or of the member of a large corpus that is read alone."""
        return source_name(self.location.path, self.member)


def source_name(path: str, member: int) -> str:
    """Return what a file is called among those that are read, or a member of it by its number."""
    return f"{path}\n{member}" if member else path


@dataclass(frozen=True, slots=True)
class FileRecords(Value):
    """All that one file gives. `categories` are a taxonomy's category ids with their labels;
    `unused` says why nothing could be made of the file. `anchors` are all its ``xml:id``,
    `prefixes` its ``prefixDef`` (ident, matchPattern, replacementPattern). `local` are entries
    that a document keeps for itself: they tell of names that point at them and that no register
    has. `outside` is text beside the letters of a file with many: where it begins, and its words.
    `included` are the files that it has put into it.
    """

    path: str
    documents: tuple[DocumentRecord, ...] = ()
    entities: tuple[Entity, ...] = ()
    pages: tuple[PageRecord, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    unused: str = ""
    anchors: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str, str], ...] = ()
    local: tuple[Entity, ...] = ()
    outside: tuple[tuple[Location, int], ...] = ()
    included: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved(Value):
    """Where a pointer leads: an entity's key, a document's id (with a fragment), or a URL."""

    kind: str  # "entity", "document", "page", "category", "fragment", "external"
    target: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Backlink(Value):
    """That a document has to do with an entity, and how. `forms` are the wordings it uses."""

    document: str
    roles: tuple[Role, ...]
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correspondent(Value):
    """A name of an action joined with its register entry. `entity` is a key or empty."""

    form: str
    text: str
    entity: str = ""
    uri: str = ""
    type: str = ""
    certainty: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LetterLink(Value):
    """A link between letters. `document` is empty where the other one is not in the edition."""

    type: str
    subtype: str
    text: str
    document: str = ""
    letter: str = ""
    entity: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class IndexedLetter(Value):
    """A letter in the index: its record with names joined to registers, and its neighbours.

    `previous` and `next` are letter ids in the exchange of the first sender and the first
    addressee; `exchange` is its id, empty where one of the two is unknown.
    """

    letter: Letter
    people: tuple[tuple[str, tuple[Correspondent, ...]], ...]
    places: tuple[tuple[str, tuple[Correspondent, ...]], ...]
    links: tuple[LetterLink, ...] = ()
    exchange: str = ""
    previous: str = ""
    next: str = ""

    def with_role(self, type: str) -> tuple[Correspondent, ...]:
        """Return everyone who takes part in the actions of a type, in document order."""
        return tuple(c for kind, group in self.people if kind == type for c in group)

    def places_of(self, type: str) -> tuple[Correspondent, ...]:
        """Return the places of the actions of a type, in document order."""
        return tuple(c for kind, group in self.places if kind == type for c in group)


@dataclass(frozen=True, slots=True)
class Exchange(Value):
    """All letters between two correspondents, in both directions, in order of date.

    `id` is the ids of both, in order, joined by ``--``; `pair` their entity keys in that order.
    """

    id: str
    pair: tuple[str, str]
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """The whole edition, joined: the only thing that documents share.

    Everything is in edition order: documents and letters by date (undated last), entities by
    their sort name. The mappings are by id (`documents`, `letters`, `exchanges`, `pages`) or key
    (`entities`, `backlinks`). `related` has the keys of the entries that point at an entry;
    `outside` is text that belongs to none of the letters of its file: its place and its words.
    """

    documents: Mapping[str, DocumentRecord]
    letters: Mapping[str, IndexedLetter]
    entities: Mapping[str, Entity]
    exchanges: Mapping[str, Exchange]
    pages: Mapping[str, PageRecord]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    pointers: Mapping[tuple[str, str], Resolved] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[tuple[str, str], ...] = ()
    outside: tuple[tuple[Location, int], ...] = ()
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def resolve(self, path: str, value: str) -> Resolved | None:
        """Return where a pointer, as written in the file `path`, leads; ``None``: nowhere."""
        return self.pointers.get((path, value))

    @property
    def images(self) -> tuple[PageImage, ...]:
        """Return the images that documents, pages and entries name, each once."""
        holders = (self.documents, self.pages, self.entities)
        found = (image for held in holders for one in held.values() for image in one.images)
        return tuple(dict.fromkeys(found))

    def letter_at(self, path: str, anchor: str) -> IndexedLetter | None:
        """Return the first letter of a file whose ``correspDesc`` has the id, if there is one."""
        return self._by_anchor.get((path, anchor))

    @cached_property
    def _by_anchor(self) -> dict[tuple[str, str], IndexedLetter]:
        return {
            (item.letter.location.path, item.letter.anchor): item
            for item in reversed(list(self.letters.values()))
        }

    def letters_of(self, document: str) -> tuple[IndexedLetter, ...]:
        """Return the letters of a document in document order."""
        record = self.documents[document]
        return tuple(self.letters[letter.id] for letter in record.letters)
