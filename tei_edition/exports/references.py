"""References: what a citation of a document, or of the whole edition, is made of.

Everything is from the headers, the registers and the configuration. The formats for reference
managers, the citations on the pages and the metadata in their heads are all written from these.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tei_edition.config import Config
from tei_edition.exports import addresses, cmif_header
from tei_edition.indexing import parties
from tei_edition.indexing.implied import is_unknown
from tei_edition.model import (
    Correspondent,
    DateRange,
    DocumentRecord,
    Entity,
    EntityKind,
    Index,
    Role,
)

_PARTICLES = frozenset(
    [
        "af",
        "av",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "zum",
        "zur",
    ]
)


@dataclass(frozen=True, slots=True)
class Agent:
    """Who wrote, received or edited. `family` and `given` are empty where the name is one whole,
    as an organisation's is, or where nobody says which part of it is which."""

    name: str
    family: str = ""
    given: str = ""
    entity: str = ""

    @property
    def is_family_first(self) -> bool:
        """Return whether the name has its usual order in lists as well, as Chinese names have."""
        return bool(self.family) and self.name.startswith(f"{self.family} ")

    @property
    def inverted(self) -> str:
        """Return the name as lists sort it: ``Li, Anna``; a whole name as it is."""
        return f"{self.family}, {self.given}" if self.family else self.name


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited. `container` is the title of the edition, empty for the edition itself.

    `date` is the document's own; `version` the day of the last change (``2024-05-01``), which
    tells one state of the edition from another. `url` is empty where nobody says where the
    edition will be; `licence` is an address or, failing that, words.
    """

    id: str
    title: str
    container: str = ""
    authors: tuple[Agent, ...] = ()
    recipients: tuple[Agent, ...] = ()
    editors: tuple[Agent, ...] = ()
    date: DateRange | None = None
    version: str = ""
    published: str = ""
    publisher: str = ""
    genre: str = ""
    language: str = ""
    licence: str = ""
    abstract: str = ""
    archive: str = ""
    topics: tuple[str, ...] = ()
    url: str = ""

    @property
    def year(self) -> str:
        """Return the year of the common era in which the date lies; nothing where that is none
        or more than one."""
        ends = (self.date.earliest or "", self.date.latest or "") if self.date else ("", "")
        same = ends[0][:4] == ends[1][:4]
        return ends[0][:4] if same and not ends[0].startswith("-") else ""


class References:
    """Makes the references of one edition."""

    def __init__(self, index: Index, config: Config) -> None:
        self._index = index
        self._config = config

    def __iter__(self) -> Iterator[Reference]:
        return map(self.of_document, self._index.documents.values())

    def of_document(self, record: DocumentRecord) -> Reference:
        """Return the reference of a document; its authors are its first letter's senders."""
        edition = self._config.edition
        letters = self._index.letters_of(record.id)
        if letters:
            authors = _agents(parties.people(letters[0], "sent"), self._index)
            recipients = _agents(parties.people(letters[0], "received"), self._index)
        else:
            authors, recipients = tuple(_authors(record, self._index)), ()
        publisher = self._config.cmif.publisher or record.publisher
        return Reference(
            id=record.id,
            title=record.title,
            container=edition.title,
            authors=authors,
            recipients=recipients,
            editors=self._editors(record.editors),
            date=record.date,
            version=record.changed[:10],
            published=record.published,
            publisher="" if publisher in record.editors else publisher,
            genre=record.kind_label or record.kind,
            language=_language(*record.text_languages, record.language),
            licence=record.licence or edition.licence,
            abstract=record.summary,
            archive=record.repository,
            topics=record.topics,
            url=addresses.of_document(record.id, self._config) if edition.base_url else "",
        )

    def of_edition(self) -> Reference:
        """Return the reference of the whole edition."""
        edition = self._config.edition
        documents = self._index.documents.values()
        publisher = cmif_header.publisher(self._index, self._config)
        named = cmif_header.editors(self._index, self._config)
        # Without editors, who publishes stands in their place in CMIF; a citation says it once.
        stated = () if named == (publisher,) else named
        return Reference(
            id=edition.id or "edition",
            title=edition.title,
            editors=self._editors(stated),
            version=max((d.changed[:10] for d in documents if d.changed), default=""),
            publisher="" if publisher in (edition.title, *stated) else publisher,
            language=edition.language,
            licence=edition.licence,
            url=edition.base_url,
        )

    def _editors(self, stated: Iterable[str]) -> tuple[Agent, ...]:
        """Return the editors of the configuration, else those whom the header states."""
        if not self._config.edition.editors:
            return tuple(map(self._stated, stated))
        return tuple(
            _natural(editor.name) if editor.orcid else _split(editor.name)
            for editor in self._config.edition.editors
        )

    def _stated(self, name: str) -> Agent:
        entity = self._persons.get(name)
        return _of_entity(entity, name) if entity else _split(name)

    @cached_property
    def _persons(self) -> dict[str, Entity]:
        return {e.name: e for e in self._index.entities.values() if e.kind is EntityKind.PERSON}


def _language(*tags: str) -> str:
    """Return the first language that is one."""
    return next((tag for tag in tags if tag not in ("", "und", "mul", "zxx")), "")


def _authors(record: DocumentRecord, index: Index) -> Iterator[Agent]:
    seen: set[str] = set()
    for mention in record.mentions:
        if mention.role is not Role.AUTHOR or mention.name.kind is EntityKind.PLACE:
            continue
        found = index.resolve(record.location.path, mention.name.ref)
        entity = index.entities.get(found.target) if found else None
        agent = _of_entity(entity, entity.name) if entity else _split(mention.name.form)
        if agent.name not in seen:
            seen.add(agent.name)
            yield agent


def _agents(people: Iterable[Correspondent], index: Index) -> tuple[Agent, ...]:
    return tuple(
        _of_entity(index.entities[who.entity], who.text)
        if who.entity in index.entities
        else _split(who.text or who.form)
        for who in people
        if not is_unknown(who.text)
    )


def _of_entity(entity: Entity, name: str) -> Agent:
    """Return a person whose register entry says which part of the name comes first in lists."""
    family, comma, given = entity.sort_name.partition(",")
    if entity.kind is not EntityKind.PERSON or not comma or "," in given or not given.strip():
        return Agent(name, entity=entity.key)
    return Agent(name, family.strip(), given.strip(), entity.key)


def _split(name: str) -> Agent:
    """Return a name in parts where it is written ``family, given``, else whole."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or not given or "," in given:
        return Agent(name)
    return Agent(f"{given} {family}", family, given)


def _natural(name: str) -> Agent:
    """Return the name of somebody who is surely a person: the last word, with the particles
    before it, is the family's."""
    if "," in name or " " not in name:
        return _split(name)
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Agent(name, " ".join(words[start:]), " ".join(words[:start]))
