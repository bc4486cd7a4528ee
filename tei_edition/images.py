"""The records of images: of the pages of an original, and of the pictures in a text.

`tei` reads what a document names, `indexing` finds out where that is. Like all records they are
immutable and can travel between processes.
"""

from dataclasses import dataclass
from enum import StrEnum

from tei_edition.diagnostics import Location
from tei_edition.values import Value

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in the coordinates of a surface (TEI Guidelines, 12.1)."""


class ImageKind(StrEnum):
    """What a reference to an image turned out to be, and so how readers get to see it."""

    FILE = "file"
    """A file in the folder of the edition: it is published with the site."""
    PICTURE = "picture"
    """A file on another host that browsers can show."""
    SERVICE = "service"
    """An image behind the IIIF Image API, which gives it in any size."""
    LINK = "link"
    """Another address: a manifest, a canvas, a page of a library. It can only be linked to."""
    MISSING = "missing"
    """A file or an id that is named and that nothing has."""
    NONE = "none"
    """A page of which the document says that it is there, without an image."""


SHOWN = frozenset({ImageKind.FILE, ImageKind.PICTURE, ImageKind.SERVICE, ImageKind.LINK})
"""The kinds of which a reader sees something."""


@dataclass(frozen=True, slots=True)
class Zone(Value):
    """A part of a surface, such as a line or a word, and the pointer that means it (``#z1``)."""

    pointer: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageImage(Value):
    """An image that a document names: of a page, or, unless `is_page`, a picture in its text.

    `source` is the reference as written, with prefixes and ``xml:base`` applied; empty where a
    ``surface`` has no image. `pointers` are the values by which the text means it: those of
    ``@facs`` and ``@url``; ``#id`` or ``n:1r`` for a page break without them. `label` is the number
    of the page. `extent` are the coordinates of its surface, `size` its width and height in pixels
    where the document gives them, `rotation` the degrees by which it must be turned clockwise.

    `kind` and `address` are found by `tei_edition.indexing`: the address is a path in the project
    for a file, the base of the service for IIIF, else a URL. `near` is the file that a wrong name
    may mean.
    """

    source: str
    label: str = ""
    pointers: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    extent: Box | None = None
    size: tuple[int, int] | None = None
    rotation: int = 0
    is_page: bool = True
    location: Location = Location("")
    kind: ImageKind = ImageKind.NONE
    address: str = ""
    near: str = ""

    @property
    def is_shown(self) -> bool:
        """Say whether readers get to see it, here or on another host."""
        return self.kind in SHOWN
