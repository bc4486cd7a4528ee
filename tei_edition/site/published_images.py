"""The files that the site has of each image of the edition, and what browsers are told of them."""

import posixpath
from collections.abc import Iterator
from typing import Any

from tei_edition.config import Config
from tei_edition.images import ImageKind, PageImage
from tei_edition.model import Index
from tei_edition.site import urls
from tei_edition.site.page import Picture

FOLDER = "images"
THUMBNAIL, READING = 320, 1200
"""Widths in pixels: in lists, and beside the text on a screen with twice as many dots."""
_IN_BROWSERS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_SERVED = (400, 800, 1600, 3200)
"""Widths that an image service is asked for."""


def used(index: Index) -> dict[str, PageImage]:
    """Return the images in the folder that the edition shows, by their names."""
    images = [image for image in index.images if image.kind is ImageKind.FILE]
    return {image.address: image for image in sorted(images, key=lambda image: image.address)}


def pictures(index: Index, config: Config) -> Iterator[Picture]:
    """Yield all files that the site has of images."""
    for name, image in used(index).items():
        for width, path in _files(name, image, config).items():
            keeps = width == _width(image) and path.endswith(posixpath.splitext(name)[1])
            yield Picture(path, name, None if keeps else width if width < _width(image) else 0)


def of_file(image: PageImage, config: Config, root: str) -> dict[str, Any]:
    """Return what a page says of an image in the folder: its size and the files to choose from."""
    files = {w: urls.href(root, path) for w, path in _files(image.address, image, config).items()}
    size = image.size or (0, 0)
    return {
        "src": files[min(files)],
        "srcset": ", ".join(f"{url} {width}w" for width, url in files.items()),
        "full": files[max(files)],
        "width": size[0],
        "height": size[1],
    }


def of_service(image: PageImage) -> dict[str, Any]:
    """Return what is asked of a IIIF service: widths up to that of the image, where it is known."""
    most = _width(image)
    if not most and image.extent and image.extent[2] > READING:
        most = int(image.extent[2])
    widths = [w for w in _SERVED if not most or w < most] or [most]
    sizes = {width: f"{image.address}/full/{width},/0/default.jpg" for width in widths}
    full = f"{image.address}/full/max/0/default.jpg"
    return {
        "src": sizes.get(800) or sizes[widths[-1]],
        "srcset": ", ".join(f"{url} {width}w" for width, url in sizes.items()),
        "full": full,
    }


def _width(image: PageImage) -> int:
    return image.size[0] if image.size else 0


def _files(name: str, image: PageImage, config: Config) -> dict[int, str]:
    """Return where the site has an image, by width: smaller ones, then its own."""
    base = config.facsimiles.folder.strip("/")
    short = name[len(base) + 1 :] if base and name.startswith(f"{base}/") else name
    path = f"{FOLDER}/{short.replace('../', '')}"
    found = {w: f"{path}.{w}.jpg" for w in (THUMBNAIL, READING) if w < _width(image)}
    is_shown = name.lower().endswith(_IN_BROWSERS)
    return {**found, _width(image): path if is_shown else f"{path}.jpg"}
