"""Reading one file: a `Document`, or diagnostics that say why there is none."""

import codecs
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.namespaces import XML
from tei_edition.xml import rules
from tei_edition.xml.encodings import DECLARED, misdeclared, rightly_declared
from tei_edition.xml.entities import written_out
from tei_edition.xml.explain import explain
from tei_edition.xml.positions import Positions

# The second part of an external identifier is the file; the first, with PUBLIC, a formal name.
_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s+[^\s\[>]+\s*(SYSTEM\s+|PUBLIC\s+(\"[^\"]*\"|'[^']*')\s*)"
    rb"(\"[^\"]*\"|'[^']*')"
)
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0?\0", b"\0<\0?")


@dataclass(frozen=True, slots=True)
class Shift:
    """That what begins at `start` (line, column) in the bytes stands at `place` in the file."""

    start: tuple[int, int]
    place: tuple[int, int]

    def applied(self, line: int, column: int) -> tuple[int, int]:
        """Return where a place in the bytes is in the file."""
        if (line, column) < self.start:
            return (line, column)
        if line == self.start[0]:
            column += self.place[1] - self.start[1]
        return (line + self.place[0] - self.start[0], column)


NO_SHIFT = Shift((1, 1), (1, 1))


@dataclass(frozen=True)
class Document:
    """A well-formed file. `name` is its path in the project, with forward slashes.

    `data` are the bytes as they stand on the disk, `root` the parsed tree (repeated or malformed
    ``xml:id`` do not hinder, internal entities are expanded, external ones never read).

    Of a corpus that is read member by member, it is one member, with the corpus around it:
    `member` is then its number, `part` what it is called, and `shift` tells where it stands.
    `included` has the elements that other files gave it, with their paths in the project.
    """

    name: str
    data: bytes = field(repr=False)
    root: etree._Element
    shift: Shift = NO_SHIFT
    member: int = 0
    part: str = ""
    included: dict[etree._Element, str] = field(default_factory=dict, repr=False, compare=False)

    def location(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where the element's start tag stands, or one of its attributes.

        `attribute` is the name as lxml gives it, ``ref`` or ``{http://…}id``.
        """
        number = self._numbers.get(element)
        if number is None:
            return Location(self.name)
        if attribute is None:
            line, column = self._positions.of_element(number)
        else:
            line, column = self._positions.of_attribute(number, _written(element, attribute))
        return Location(self.name, *self.shift.applied(line, column))

    def text_location(self, element: etree._Element, children: int = 0) -> Location:
        """Return where text directly in the element begins, after so many child elements."""
        number = self._numbers.get(element)
        if number is None:
            return Location(self.name)
        return Location(self.name, *self.shift.applied(*self._positions.of_text(number, children)))

    def count_elements(self) -> None:
        """Number the elements as they are in the file, before others are put among them."""
        _ = self._numbers

    def with_copy(self, root: etree._Element) -> "Document":
        """Return the document with a copy of its tree, whose elements are at the same places."""
        of = dict(zip(self.root.iter(etree.Element), root.iter(etree.Element), strict=True))
        included = {of[one]: path for one, path in self.included.items() if one in of}
        other = replace(self, root=root, included=included)
        other.__dict__["_numbers"] = {of[one]: n for one, n in self._numbers.items() if one in of}
        return other

    def tree_text(self, element: etree._Element | None = None) -> str:
        """Return the XML of the document, or of one element in it, with all entities expanded."""
        return etree.tostring(
            self.root if element is None else element, encoding="unicode", with_tail=False
        )

    @cached_property
    def source_text(self) -> str:
        """Return the file's characters, line ends as ``\\n``."""
        return _characters(self.data)

    @cached_property
    def _positions(self) -> Positions:
        encoding = "utf-8" if misdeclared(self.data) else None
        return Positions(self.data, self.source_text, encoding)

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: n for n, element in enumerate(self.root.iter(etree.Element))}


def parse(path: Path, name: str) -> Document | tuple[Diagnostic, ...]:
    """Read a file. `name` is what diagnostics call it: its path in the project."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return (
            rules.UNREADABLE.at(
                Location(name),
                f"the file cannot be read: {reason}",
                "check that it exists and that you may read it",
            ),
        )
    return parse_bytes(data, name)


def parse_bytes(
    data: bytes, name: str, *, shift: Shift = NO_SHIFT, member: int = 0, part: str = ""
) -> Document | tuple[Diagnostic, ...]:
    """Read the bytes of a file (XML 1.0); never raises for what stands in them.

    `shift`, `member` and `part` are those of `Document`.
    """
    if not data.strip():
        return (
            rules.EMPTY.at(
                Location(name), "the file is empty", "restore the document, or delete the file"
            ),
        )
    parser = etree.XMLParser(
        collect_ids=False,
        no_network=True,
        load_dtd=False,
        resolve_entities="internal",
    )
    try:
        root = etree.fromstring(_readable(rightly_declared(data)), parser)
    except (etree.XMLSyntaxError, ValueError):
        # The parser's own log: the exception's can hold the errors of another file.
        return (explain(parser.error_log, data, _characters(data), name),)
    return Document(name, data, root, shift, member, part)


def _readable(data: bytes) -> bytes:
    """Blank out the external identifier of the DOCTYPE, and write out what the parser cannot read.

    libxml2 reads a local DTD even when told not to load it. Blanks keep all places as they are.
    """
    if data.startswith(_WIDE_BOMS):
        text = _decode(data)
        if "<!DOCTYPE" not in text[:100_000]:
            return data
        blank = re.sub(r"^<\?xml.*?\?>", lambda m: " " * len(m[0]), text, flags=re.DOTALL)
        data = blank.encode()
    match = _DOCTYPE.search(data, 0, 100_000)
    if match:
        blanks = b" " * (match.end() - match.start(1))
        data = data[: match.start(1)] + blanks + data[match.end() :]
    return written_out(data)


def _characters(data: bytes) -> str:
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    """Decode a document by its byte order mark, else by its declaration.

    A declaration that is plainly wrong is passed over.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data.startswith((b"<\0", b"\0<")):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace")
    declared = None if misdeclared(data) else DECLARED.match(data)
    encoding = declared["name"].decode() if declared else "utf-8"
    try:
        return data.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _written(element: etree._Element, attribute: str) -> str:
    """Return an attribute's name as it stands in the file: ``xml:id`` for ``{…}id``."""
    if not attribute.startswith("{"):
        return attribute
    name = etree.QName(attribute)
    if name.namespace == XML:
        return f"xml:{name.localname}"
    prefixes = [p for p, uri in element.nsmap.items() if uri == name.namespace and p]
    return f"{prefixes[0]}:{name.localname}" if prefixes else name.localname
