"""Files of the site before they are made: where each goes, and all that it is made from."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tei_edition.build.fingerprints import fingerprint

NO_SOURCE = '<page xmlns="urn:tei-edition:page"/>'
"""The input document of pages that no TEI stands behind."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The XML of a document, still in its file: it is read where and when it is needed.

    `file` is a source: a path in the project, of a large corpus with a member's number.
    `position` is the XPath of the document's element in it, empty where the document is the file.
    """

    file: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a pure function of `source` and `context`, given the stylesheet.

    `path` is relative to the site, with forward slashes. `source` is the XML that XSLT
    transforms. `context` is plain JSON and holds exactly what the page shows, so that it can
    serve as the page's cache key. `name` is the source file's path in the project, for messages.
    """

    path: str
    source: str | Excerpt
    context: dict[str, Any]
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageKind:
    """Pages that a plug-in adds: `make` gives them, from the frame of the edition.

    With a `label`, the navigation of all pages leads to the one at `path`.
    """

    make: Callable[[Any], Iterable[Page]]
    path: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the edition as the site has it.

    `source` is its name in the project. `width` is that of a JPEG which is made of it, 0 for one
    of the same size, ``None`` for the file as it is.
    """

    path: str
    source: str
    width: int | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A document for reading elsewhere: its plain text, or its TEI where `title` is ``None``."""

    path: str
    source: Excerpt
    title: str | None = None
    summary: str = ""


def pressed(context: str) -> bytes:
    """Return a context in a quarter of its size: those of an edition wait in memory together."""
    return zlib.compress(context.encode("utf-8", "surrogatepass"), 1)


def unfolded(context: bytes) -> str:
    """Return what `pressed` was given."""
    return zlib.decompress(context).decode("utf-8", "surrogatepass")


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def encoded(context: Mapping[str, Any], within: str = "") -> tuple[str, dict[str, str]]:
    """Return a context as JSON, and the hashes of its parts.

    The parts have the names that explanations use, such as ``main.neighbours``.
    """
    texts: list[str] = []
    parts: dict[str, str] = {}
    for key, value in context.items():
        if key == "main" and not within:
            text, inner = encoded(value, "main.")
            parts |= inner
        else:
            text = _encode(value)
            parts[within + key] = fingerprint(text)
        texts.append(f"{_encode(key)}: {text}")
    return "{" + ", ".join(texts) + "}", parts
