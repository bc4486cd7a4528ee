"""Making one file in a worker process: stylesheet, source and context in, bytes out."""

import threading
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Location, Related
from tei_edition.errors import TeiEditionError
from tei_edition.saxon import NOT_TRANSFORMED, JsonText, Saxon, TransformationError
from tei_edition.site import words
from tei_edition.site.page import Copy, Excerpt, Picture, unfolded
from tei_edition.site.scaling import BROKEN_IMAGE, UnreadableImageError, scaled
from tei_edition.site.sheets import Sheets
from tei_edition.site.sources import xml_of
from tei_edition.xml import Document
from tei_edition.xml.document import parse_bytes


@dataclass(frozen=True, slots=True)
class Order:
    """A file to be made, with all that is needed to make it.

    `source` is XML text, or, with `excerpt`, the bytes of the file in which it stands. `context`
    is JSON, `pressed`. `copy` is set for a copy of a document or an image, which no stylesheet
    makes.
    """

    path: str
    name: str
    source: str | bytes
    context: bytes = b""
    excerpt: Excerpt | None = None
    copy: Copy | Picture | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file as bytes, or the diagnostic that says why there is none or not all of it.

    `unhandled` counts, by name, the elements that no template had a rule for; `lost` are the
    words of the source that the page does not have.
    """

    path: str
    data: bytes = b""
    unhandled: tuple[tuple[str, int], ...] = ()
    lost: tuple[words.Lost, ...] = ()
    failure: Diagnostic | None = None


@lru_cache(maxsize=1)
def _engine(sheets: Sheets) -> Saxon | TeiEditionError:
    """Compile the stylesheet, once in each worker process."""
    try:
        given = {"strings": JsonText(sheets.strings), "elements": JsonText(sheets.elements)}
        return Saxon(sheets.stylesheet, sheets.library, given, name=sheets.name)
    except TeiEditionError as error:
        return error


class _StepError(Exception):
    """A step failed; `name` is its path in the project."""

    def __init__(self, name: str, error: TransformationError) -> None:
        super().__init__(str(error))
        self.place = error.place or Location(name)


def _after_steps(sheets: Sheets, source: str) -> str:
    """Return a document as the steps of the edition leave it."""
    for name, step in _steps(sheets):
        try:
            source = step.transform(source, {}).text
        except TransformationError as error:
            raise _StepError(name, error) from error
    return source


@lru_cache(maxsize=1)
def _steps(sheets: Sheets) -> list[tuple[str, Saxon]]:
    return [(name, Saxon(path, sheets.library, name=name)) for name, path in sheets.steps]


def prepare(sheets: Sheets) -> None:
    """Compile the stylesheet before there is an order; what is wrong with it is told then."""
    with _ONE_AT_A_TIME:
        _engine(sheets)


_ONE_AT_A_TIME = threading.Lock()
"""An executor may work in threads, and the engine's errors come by a channel of the process."""


def render(sheets: Sheets, order: Order) -> Rendered:
    """Make one file.

    Raises `TeiEditionError` where the stylesheet could not be compiled.
    """
    with _ONE_AT_A_TIME:
        if isinstance(order.copy, Picture):
            return _image(order, order.copy)
        return _rendered(sheets, order)


def _rendered(sheets: Sheets, order: Order) -> Rendered:
    try:
        if isinstance(order.copy, Copy):
            return Rendered(order.path, _copied(order.copy, _document(order)))
        source = order.source
        if isinstance(source, bytes):
            position = order.excerpt.position if order.excerpt else ""
            source = xml_of(_document(order), position)
    except _LostError:
        return Rendered(order.path, failure=failed(order, "its source is being saved right now"))
    engine = _engine(sheets)
    if isinstance(engine, TeiEditionError):
        raise engine
    try:
        if isinstance(order.source, bytes):
            source = _after_steps(sheets, source)
        result = engine.transform(source, {"page": JsonText(unfolded(order.context))})
    except _StepError as error:
        return Rendered(order.path, failure=_failed_step(order, error))
    except TransformationError as error:
        return Rendered(order.path, failure=failed(order, str(error), error.log))
    lost = _lost(order, result.text)
    return Rendered(order.path, result.text.encode(), _unhandled(result.messages), lost)


def _lost(order: Order, page: str) -> tuple[words.Lost, ...]:
    if order.excerpt is None:
        return ()
    return words.lost(_document(order), order.excerpt.position, page)


def _failed_step(order: Order, error: _StepError) -> Diagnostic:
    """Return the diagnostic for a step, at the line of it that failed."""
    return NOT_TRANSFORMED.at(
        error.place,
        f"the step failed: {error}",
        "pages of the earlier site are kept, if there were any",
        related=(Related(Location(order.name), "here"),),
    )


def _image(order: Order, picture: Picture) -> Rendered:
    """Scale an image; of one that is damaged, as much as there is."""
    data = order.source if isinstance(order.source, bytes) else b""
    if picture.width is None:
        return Rendered(order.path, data)
    try:
        return Rendered(order.path, scaled(data, picture.width))
    except UnreadableImageError as error:
        found = BROKEN_IMAGE.at(
            Location(order.name), f"not all of this image can be read: {error}", "copy it again"
        )
    try:
        return Rendered(order.path, scaled(data, picture.width, in_part=True), failure=found)
    except UnreadableImageError:
        return Rendered(order.path, failure=found)


def failed(order: Order, message: str, log: str = "") -> Diagnostic:
    """Return the diagnostic for a file that could not be made."""
    return NOT_TRANSFORMED.at(
        Location(order.name),
        f"a page of this file could not be made: {message or 'the engine stopped'}",
        f"{' '.join(log.split())[:500]}\nthe page of the earlier site is kept, if there was one",
    )


class _LostError(Exception):
    """A file that was well-formed a moment ago is so no more."""


def _document(order: Order) -> Document:
    if not isinstance(order.source, bytes):
        raise AssertionError("an excerpt comes with its file")
    return _parsed(order.source, order.name)


@lru_cache(maxsize=1)
def _parsed(data: bytes, name: str) -> Document:
    """Parse a file; the next order is often for another document in it."""
    document = parse_bytes(data, name)
    if not isinstance(document, Document):
        raise _LostError
    return document


def _copied(copy: Copy, document: Document) -> bytes:
    from tei_edition.site.statics import copied

    return copied(copy, document)


def _unhandled(messages: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    names = Counter(
        element.get("name", "")
        for message in messages
        for element in etree.fromstring(f"<messages>{message}</messages>")
        if element.tag == "unhandled"
    )
    return tuple(sorted(names.items()))
