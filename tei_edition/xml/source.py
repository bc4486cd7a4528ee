"""A document by its name: a file, or one member of a corpus too large to be read as a whole."""

from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei_edition.diagnostics import Diagnostic
from tei_edition.xml.corpus import Corpus, corpus
from tei_edition.xml.document import Document, parse, parse_bytes
from tei_edition.xml.encodings import rightly_declared
from tei_edition.xml.xinclude import XI, include


def path_of(source: str) -> str:
    """Return the path in the project of the file that a source is, or is in."""
    return source.partition("\n")[0]


def read_source(source: str, path: Path) -> Document | tuple[Diagnostic, ...]:
    """Read a source: a file's path in the project, or that, a line end, and a member's number.

    `path` is where the file is.
    """
    found, number = _member(source, path)
    return found.member(number) if found else parse(path, path_of(source))


def source_bytes(source: str, path: Path, folder: Path | None = None) -> bytes:
    """Return the bytes of a source: of the file, or of a member in a corpus of its own.

    Their declaration is right, also where that of the file is not.

    With the `folder` of the project, XInclude is carried out. Raises `OSError` where the file
    cannot be read.
    """
    found, number = _member(source, path)
    data = rightly_declared(found.data(number) if found else path.read_bytes())
    return data if folder is None else _with_inclusions(data, source, path, folder)


def _with_inclusions(data: bytes, source: str, path: Path, folder: Path) -> bytes:
    if XI.encode() not in data:
        return data
    document = parse_bytes(data, path_of(source))
    if not isinstance(document, Document):
        return data
    include(document, path, folder)
    return etree.tostring(document.root, encoding="UTF-8", xml_declaration=True)


def _member(source: str, path: Path) -> tuple[Corpus | None, int]:
    """Return the corpus of which a source is a member, with its number."""
    name, _, number = source.partition("\n")
    if not number:
        return None, 0
    found = _opened(path, name, path.stat().st_mtime_ns)
    return (found, int(number)) if found and int(number) <= len(found.members) else (None, 0)


@lru_cache(maxsize=4)
def _opened(path: Path, name: str, _changed: int) -> Corpus | None:
    return corpus(path, name)
