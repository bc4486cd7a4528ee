"""A made-up edition of any size, straight from records: what the plan of pages is tried on."""

from collections.abc import Callable, Sequence

import pytest

from tei_edition.config import Config, EditionSection
from tei_edition.diagnostics import Location
from tei_edition.model import (
    Action,
    Backlink,
    Correspondent,
    DateRange,
    DocumentRecord,
    Entity,
    EntityKind,
    Exchange,
    Index,
    IndexedLetter,
    Letter,
    Role,
)
from tei_edition.project import resource
from tei_edition.site import strings
from tei_edition.site.frame import Frame
from tei_edition.xml import Document, parse_bytes

MakeFrame = Callable[..., Frame]

NAMES = {"anna": "Anna Li", "boris": "Boris Ivanov"}


def day(text: str, certainty: str = "") -> DateRange:
    """Return a date that is one day."""
    return DateRange(text, text, text, certainty=certainty)


def person(id: str, name: str) -> Entity:
    return Entity(id, EntityKind.PERSON, name, sort_name=name)


def letter(number: int, date: DateRange | None) -> tuple[DocumentRecord, IndexedLetter]:
    """Return a letter: even numbers from Anna to Boris, odd ones back."""
    id = f"d{number}"
    pair = ("anna", "boris") if number % 2 == 0 else ("boris", "anna")
    actions = (Action("sent", date=date), Action("received"))
    record = Letter(id, id, actions)
    people = tuple(
        (action.type, (Correspondent(NAMES[who], NAMES[who], f"persons/{who}"),))
        for action, who in zip(actions, pair, strict=True)
    )
    indexed = IndexedLetter(
        record, people, (("sent", ()), ("received", ())), exchange="anna--boris"
    )
    document = DocumentRecord(
        id, Location("letters.xml"), f"Letter {number}", letters=(record,), date=date
    )
    return document, indexed


def index_of(dates: Sequence[DateRange | None]) -> Index:
    """Return an edition of letters between Anna and Boris, one for each date."""
    pairs = [letter(number, date) for number, date in enumerate(dates)]
    backlinks = {
        f"persons/{who}": tuple(
            Backlink(
                document.id, (Role.SENT if (n % 2 == 0) == (who == "anna") else Role.RECEIVED,)
            )
            for n, (document, _) in enumerate(pairs)
        )
        for who in NAMES
    }
    exchange = Exchange(
        "anna--boris", ("persons/anna", "persons/boris"), tuple(i.letter.id for _, i in pairs)
    )
    return Index(
        documents={document.id: document for document, _ in pairs},
        letters={indexed.letter.id: indexed for _, indexed in pairs},
        entities={f"persons/{id}": person(id, name) for id, name in NAMES.items()},
        exchanges={exchange.id: exchange} if pairs else {},
        pages={},
        backlinks=backlinks,
    )


def source() -> dict[str, Document]:
    """Return the file in which all letters stand."""
    document = parse_bytes(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "letters.xml")
    assert isinstance(document, Document)
    return {"letters.xml": document}


@pytest.fixture(scope="session")
def english() -> strings.Strings:
    return strings.load(resource("xslt") / "locale", "en")


@pytest.fixture
def make_frame(english: strings.Strings) -> MakeFrame:
    """Return a function that makes the frame of an edition with a letter for each date."""

    def make(dates: Sequence[DateRange | None], **edition: str) -> Frame:
        config = Config(edition=EditionSection(title="Two Gardeners", **edition))
        return Frame(index_of(dates), config, english)

    return make
