"""XML catalogues (OASIS XML Catalogs 1.1): which local file stands for a public address.

Only files are looked at. As the specification demands (section 8), a further catalogue that
cannot be read is passed over; only the first one must be there.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei_edition.namespaces import XML

NAMESPACE: Final = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_ENTRIES: Final = {
    "uri": ("name", "uri"),
    "system": ("systemId", "uri"),
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
}
_MOST_CATALOGUES = 100


class CatalogueError(Exception):
    """A file is no catalogue; `line` is where that shows."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class _Entry:
    """From an address, or the beginning of addresses, to another."""

    start: str
    target: str
    is_prefix: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries of a catalogue and of those that it leads to, in the order of the search."""

    levels: tuple[tuple[_Entry, ...], ...] = ()

    @classmethod
    def from_file(cls, path: Path) -> "Catalogue":
        """Read a catalogue and the further ones. Raises `CatalogueError` for the first."""
        waiting, seen = [path], {os.path.realpath(path)}
        levels: list[tuple[_Entry, ...]] = []
        while waiting and len(levels) < _MOST_CATALOGUES:
            file = waiting.pop(0)
            try:
                root = _root(file)
            except CatalogueError:
                if file == path:
                    raise
                continue
            levels.append(tuple(_entries(root, file)))
            further = [f for f in _next(root, file) if os.path.realpath(f) not in seen]
            seen.update(os.path.realpath(f) for f in further)
            waiting = further + waiting
        return cls(tuple(levels))

    def resolve(self, address: str) -> str | None:
        """Return the address that a catalogue has in place of the given one, else ``None``.

        In each catalogue an exact entry comes before rewriting, the longest beginning wins.
        """
        for entries in self.levels:
            for entry in entries:
                if not entry.is_prefix and entry.start == address:
                    return entry.target
            fitting = [e for e in entries if e.is_prefix and address.startswith(e.start)]
            if fitting:
                best = max(fitting, key=lambda entry: len(entry.start))
                return best.target + address[len(best.start) :]
        return None


def local_path(address: str) -> Path | None:
    """Return the path of a ``file:`` address, ``None`` for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() != "file" or parts.netloc not in ("", "localhost"):
        return None
    return Path(unquote(parts.path))


def is_catalogue(path: Path) -> bool:
    """Say whether a file is a catalogue and not another thing of the same name."""
    try:
        _root(path)
    except CatalogueError:
        return False
    return True


def _root(path: Path) -> etree._Element:
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise CatalogueError(
            f"it cannot be read: {(error.strerror or str(error)).lower()}"
        ) from error
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise CatalogueError("it is not well-formed XML", line) from error
    if root.tag != f"{{{NAMESPACE}}}catalog":
        raise CatalogueError("its root element is not catalog in the namespace of XML catalogues")
    return root


def _entries(root: etree._Element, file: Path) -> Iterator[_Entry]:
    for name, (start, target) in _ENTRIES.items():
        for element in root.iter(f"{{{NAMESPACE}}}{name}"):
            begins, leads = element.get(start), element.get(target)
            absolute = _absolute(element, file, leads)
            if begins and absolute:
                yield _Entry(begins, absolute, name.startswith("rewrite"))


def _next(root: etree._Element, file: Path) -> Iterator[Path]:
    for element in root.iter(f"{{{NAMESPACE}}}nextCatalog"):
        address = _absolute(element, file, element.get("catalog"))
        if path := local_path(address):
            yield path


def _absolute(element: etree._Element, file: Path, address: str | None) -> str:
    """Return an address in full, by the file and every xml:base on the way down to the element.

    Empty for what is no address: such an entry is passed over.
    """
    if address is None:
        return ""
    bases = [each.get(f"{{{XML}}}base", "") for each in [element, *element.iterancestors()]]
    absolute = file.absolute().as_uri()
    try:
        for step in (*reversed(bases), address):
            absolute = urljoin(absolute, step)
    except ValueError:
        return ""
    return absolute
