"""Making one page in a worker process: stylesheet, source and context in, bytes out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.errors import TeiEditionError
from tei_edition.saxon import NOT_TRANSFORMED, Saxon, TransformationError
from tei_edition.site.page import Page


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as bytes, or the diagnostic that says why there is none.

    `unhandled` counts, by name, the elements that no template had a rule for.
    """

    path: str
    data: bytes = b""
    unhandled: tuple[tuple[str, int], ...] = ()
    failure: Diagnostic | None = None


_engine: list[Saxon | TeiEditionError] = []


def prepare(stylesheet: Path, library: Path, strings: Mapping[str, str]) -> None:
    """Compile the stylesheet, once in each worker process, and give it the interface's words."""
    try:
        _engine[:] = [Saxon(stylesheet, library, {"strings": dict(strings)})]
    except TeiEditionError as error:
        _engine[:] = [error]


def render(page: Page) -> Rendered:
    """Render a page with the prepared stylesheet.

    Raises `TeiEditionError` where the stylesheet could not be compiled.
    """
    (engine,) = _engine
    if isinstance(engine, TeiEditionError):
        raise engine
    try:
        result = engine.transform(page.source, {"page": page.context})
    except TransformationError as error:
        return Rendered(page.path, failure=failed(page, str(error), error.log))
    return Rendered(page.path, result.text.encode(), _unhandled(result.messages))


def failed(page: Page, message: str, log: str = "") -> Diagnostic:
    """Return the diagnostic for a page that could not be made."""
    return NOT_TRANSFORMED.at(
        Location(page.name),
        f"the page {page.path} could not be made: {message or 'the engine stopped'}",
        " ".join(log.split())[:500],
    )


def _unhandled(messages: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    names = Counter(
        element.get("name", "")
        for message in messages
        for element in etree.fromstring(f"<messages>{message}</messages>")
        if element.tag == "unhandled"
    )
    return tuple(sorted(names.items()))
