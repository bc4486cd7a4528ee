"""How a reference to an image is understood: a table to read, from the first rule to the last.

Only the text of the reference counts: no file is looked for, no address asked. Add a row for a
kind of reference that the table does not know.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Form(StrEnum):
    """What a reference is by its form."""

    SERVICE = "an image service"
    PICTURE = "an image on another host"
    MANIFEST = "a description of images"
    ADDRESS = "an address to link to"
    POINTER = "a place in a document"
    FILE = "a file"
    NAME = "a name"


ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "avif", "bmp", "tif", "tiff", "jp2", "jpx")
"""How the names of image files end, those that a reader is best served with first."""

_FILE = rf"\.(?:{'|'.join(ENDINGS)})"
_IN_BROWSERS = r"\.(?:jpe?g|png|webp|gif|avif)"
_REGION = r"(?:full|square|(?:pct:)?[\d.]+(?:,[\d.]+){3})"
_SIZE = r"(?:full|\^?(?:max|pct:[\d.]+|!?\d*,\d*))"
_WEB = re.compile("https?://", re.IGNORECASE)
_QUALITY = r"(?:default|native|colou?r|gr[ae]y|bitonal)"


@dataclass(frozen=True)
class ReferenceRule:
    """One kind of reference: what it looks like, an example, and what it is taken for.

    Where the pattern has the group `service`, that is the address that counts.
    """

    name: str
    pattern: str
    example: str
    form: Form

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern, which must fit the whole reference; capitals and small letters are alike."""
        return re.compile(self.pattern, re.IGNORECASE)


RULES = (
    ReferenceRule(
        "a request to the IIIF Image API",
        rf"(?P<service>https?://.+)/{_REGION}/{_SIZE}/!?[\d.]+/{_QUALITY}(?:\.\w+)?",
        "https://iiif.example.org/ms1_1r/full/800,/0/default.jpg",
        Form.SERVICE,
    ),
    ReferenceRule(
        "the description of a IIIF image",
        r"(?P<service>https?://.+)/info\.json",
        "https://iiif.example.org/ms1_1r/info.json",
        Form.SERVICE,
    ),
    ReferenceRule(
        "a IIIF manifest or canvas",
        r"https?://.+(?:\.json|/manifest/?|/canvas/.+)",
        "https://iiif.example.org/ms1/manifest.json",
        Form.MANIFEST,
    ),
    ReferenceRule(
        "a IIIF image, known by iiif in its address",
        r"(?P<service>https?://(?:[\w-]+\.)*[\w-]*iiif[\w-]*\.[^/?#]+/[^?#]*[^/?#]|"
        r"https?://[^?#]+/[\w-]*iiif[^/?#]*/[^?#]*[^/?#])/?",
        "https://iiif.example.org/ms1_1r/",
        Form.SERVICE,
    ),
    ReferenceRule(
        "an image on the web",
        rf"https?://[^?#]+{_IN_BROWSERS}(?:[?#].*)?",
        "https://example.org/images/1r.jpg",
        Form.PICTURE,
    ),
    ReferenceRule(
        "the address of a file on somebody's disk",
        rf"file:.+{_FILE}",
        "file:///home/editor/images/1r.jpg",
        Form.FILE,
    ),
    ReferenceRule(
        "any other address",
        r"(?:[a-z][a-z0-9+.-]*:)?//.+|(?:doi|hdl|ark|urn|data|info|mailto):.+",
        "https://library.example.org/ms1?page=3",
        Form.ADDRESS,
    ),
    ReferenceRule("a surface or zone, by its id", r"[^#]*#.+", "#f1", Form.POINTER),
    ReferenceRule("the name of a file", rf".+{_FILE}", "images/ms1_1r.jpg", Form.FILE),
    ReferenceRule("any other text", r".+", "ms1_1r", Form.NAME),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it is understood; `address` is what counts of it."""

    form: Form
    address: str


def understood(reference: str, *, services: bool = False) -> Reference:
    """Return what a reference is, by the first rule that fits it.

    With `services`, addresses that do not end like those of files are IIIF images.
    """
    for rule in RULES:
        match = rule.expression.fullmatch(reference)
        if match:
            address = match.groupdict().get("service") or reference
            if services and rule.form is Form.ADDRESS and _WEB.match(address):
                return Reference(Form.SERVICE, address.rstrip("/"))
            return Reference(rule.form, address)
    return Reference(Form.NAME, reference)
