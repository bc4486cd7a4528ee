"""Image files as the site has them: as they are, or as JPEG of a width that suits reading.

Knows images, not documents. Pillow is loaded when there is an image to look at.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from tei_edition.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from PIL.Image import Image

BROKEN_IMAGE = Rule(
    "OUT104",
    Severity.WARNING,
    "an image cannot be read, or only a part of it",
    """The file is there and has the name of an image, but what is in it is none, or ends too early:
an upload that broke off, a placeholder of a version control system, or a format that has another
name. What can be read of it is published, else the page says that the edition has no image. Copy
the file again, or convert it to JPEG, PNG or TIFF.""",
)

MOST_PIXELS = 1_000_000_000
"""A picture that claims to be larger is refused before it fills the memory."""
_QUALITY = 85
_WHITE = (255, 255, 255)


class UnreadableImageError(Exception):
    """A file that is no image, or of which a part is missing; its text says why."""


def program() -> str:
    """Return what decides, besides the file and the width, about the bytes of a scaled image."""
    return f"1 {version('pillow')}"


def measured(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels as a viewer shows them, from the head of the file.

    Raises `UnreadableImageError`.
    """
    with _opened(data) as image:
        turned = image.getexif().get(0x0112) in (5, 6, 7, 8)  # lies on its side
        return (image.height, image.width) if turned else (image.width, image.height)


def scaled(data: bytes, width: int = 0, *, in_part: bool = False) -> bytes:
    """Return an image as JPEG, not wider than `width` pixels; 0: as wide as it is.

    Raises `UnreadableImageError`; with `in_part`, what is missing of it is left grey.
    """
    from PIL import ImageFile, ImageOps
    from PIL.Image import Resampling

    ImageFile.LOAD_TRUNCATED_IMAGES = in_part
    with _opened(data) as image:
        if width:
            image.draft("RGB", (width, width))  # JPEG can be read at a fraction of its size
        profile = image.info.get("icc_profile") if image.mode in ("RGB", "L") else None
        upright = _plain(ImageOps.exif_transpose(image))
        if width and upright.width > width:
            height = max(1, round(upright.height * width / upright.width))
            upright = upright.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)
        result = io.BytesIO()
        upright.save(result, "JPEG", quality=_QUALITY, progressive=True, icc_profile=profile)
        return result.getvalue()


def _plain(image: "Image") -> "Image":
    """Return an image in grey or colour, without what JPEG does not have."""
    if image.mode.startswith("I") or image.mode == "F":
        # Sixteen bits a pixel: most scanners use the whole range.
        highest = float(str(image.getextrema()[1]))
        factor = 255 / highest if highest > 255 else 1
        image = image.convert("F").point(lambda value: value * factor).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        from PIL.Image import new

        layer = image.convert("RGBA")
        image = new("RGB", image.size, _WHITE)
        image.paste(layer, mask=layer.getchannel("A"))
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


@contextmanager
def _opened(data: bytes) -> Iterator["Image"]:
    """Open an image for a while; whatever Pillow raises for a bad one becomes our own error."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data)) as image:
                yield image
        except Exception as error:
            raise UnreadableImageError(_reason(error)) from error


def _reason(error: Exception) -> str:
    """Return what Pillow says, in a word of ours where it speaks of itself."""
    text = str(error)
    return "it is no image that can be read" if "cannot identify" in text else text.lower()
