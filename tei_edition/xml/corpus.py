"""Files too large for one tree: a ``teiCorpus`` read member by member, in bounded memory.

Only the places of the members are kept; each is parsed alone, in a copy of the corpus that has
its header and nothing else. Lines and columns remain those of the file.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from tei_edition.diagnostics import Diagnostic
from tei_edition.namespaces import TEI, XML
from tei_edition.xml.document import Document, Shift, parse_bytes

LARGE = 8 * 2**20
"""From this size in bytes on, a corpus is read member by member."""

_CHUNK = 2**20
_OTHER_ENCODING = re.compile(
    rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii|ascii)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Member:
    """Where a member stands in the file, in bytes, and its place: line and column, 1-based.

    `label` is its ``xml:id``, else its ``@n``.
    """

    start: int
    end: int
    line: int
    column: int
    label: str


@dataclass(frozen=True)
class Corpus:
    """A corpus on disk. `closing` is its end tag; `name` its path in the project."""

    path: Path
    name: str
    members: tuple[Member, ...]
    closing: bytes

    @property
    def labels(self) -> list[str]:
        """Return what the members call themselves, in order."""
        return [member.label for member in self.members]

    def data(self, number: int) -> bytes:
        """Return the bytes of a member, counted from 1, in a corpus of its own."""
        first, chosen = self.members[0], self.members[number - 1]
        with self.path.open("rb") as file:
            head = file.read(first.start)
            file.seek(chosen.start)
            return head + file.read(chosen.end - chosen.start) + self.closing

    def member(self, number: int, part: str = "") -> Document | tuple[Diagnostic, ...]:
        """Return a member as a document; `part` names it."""
        first, chosen = self.members[0], self.members[number - 1]
        shift = Shift((first.line, first.column), (chosen.line, chosen.column))
        return parse_bytes(self.data(number), self.name, shift=shift, member=number, part=part)

    def frame(self) -> Document | tuple[Diagnostic, ...]:
        """Return the corpus without its members: its header, and registers beside them."""
        pieces, place = [], 0
        with self.path.open("rb") as file:
            for member in self.members:
                file.seek(place)
                pieces.append(file.read(member.start - place))
                place = member.end
            file.seek(place)
            pieces.append(file.read())
        return parse_bytes(b"".join(pieces), self.name)


def corpus(path: Path, name: str, large: int = LARGE) -> Corpus | None:
    """Return a file as a corpus of members, or ``None`` where it is to be read as a whole.

    As a whole are read: small files, all that is no flat ``teiCorpus``, encodings but UTF-8, and
    what is not well-formed, which the parser explains better.
    """
    try:
        if path.stat().st_size < large:
            return None
        return _scanned(path, name)
    except (OSError, expat.ExpatError, ValueError):
        return None


def _scanned(path: Path, name: str) -> Corpus | None:
    scan = _Scan()
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        if start.startswith((b"\xff\xfe", b"\xfe\xff")) or _OTHER_ENCODING.match(start.lstrip()):
            return None
        while start and not scan.unsuitable:
            scan.parser.Parse(start, False)
            start = file.read(_CHUNK)
        if scan.unsuitable:
            return None
        scan.parser.Parse(b"", True)
        if len(scan.members) < 2:
            return None
        members = tuple(replace(m, end=_after_tag(file, m.end)) for m in scan.members)
    return Corpus(path, name, members, f"</{scan.root}>".encode())


def _after_tag(file: BinaryIO, place: int) -> int:
    """Return where an end tag that begins at a place ends; after an empty element there is none."""
    file.seek(place)
    text = file.read(1024)
    return place + text.index(b">") + 1 if text.startswith(b"</") else place


class _Scan:
    """Finds the members of a corpus in a stream of bytes."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.root = ""
        self.unsuitable = False
        self._depth = 0
        self._open: Member | None = None
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        uri, local, prefix = (*name.split(" "), "", "", "")[:3]
        if self._depth == 0:
            self.root = f"{prefix}:{local}" if prefix else local
            self.unsuitable = (uri, local) != (TEI, "teiCorpus")
        elif (uri, local) == (TEI, "teiCorpus"):
            self.unsuitable = True
        elif self._depth == 1 and (uri, local) == (TEI, "TEI"):
            label = attributes.get(f"{XML} id xml") or attributes.get("n", "")
            self._open = Member(
                self.parser.CurrentByteIndex,
                0,
                self.parser.CurrentLineNumber,
                self.parser.CurrentColumnNumber + 1,
                label.strip(),
            )
        self._depth += 1

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._depth == 1 and self._open:
            self.members.append(replace(self._open, end=self.parser.CurrentByteIndex))
            self._open = None
