"""What a page shows of the images of an original: each with its name, and what the text means."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from tei_edition.images import Box, ImageKind, PageImage
from tei_edition.site import published_images
from tei_edition.site.frame import Frame


def of_images(frame: Frame, images: Iterable[PageImage], root: str) -> dict[str, Any]:
    """Return the images of a page of the site, empty where none can be seen.

    `pages` are those of the original, in order; `references` leads from the pointers of the text to
    their numbers, `pictures` to what else is shown. `hosts` are those that a reader may ask.
    """
    every = tuple(images)
    pages = [image for image in every if image.is_page]
    shown = pages if any(image.is_shown for image in pages) else []
    pictures = [image for image in every if not image.is_page and image.is_shown]
    views = [_page(frame, image, number, root) for number, image in enumerate(shown, 1)]
    result: dict[str, Any] = {}
    if views:
        result["pages"] = views
        result["references"] = {
            pointer: number
            for number, image in reversed(list(enumerate(shown, 1)))
            for pointer in (*(zone.pointer for zone in image.zones), *image.pointers)
        }
    if pictures:
        result["pictures"] = {
            pointer: _view(frame, image, root) for image in pictures for pointer in image.pointers
        }
    hosts = {
        _origin(image.address)
        for image in (*shown, *pictures)
        if image.kind in (ImageKind.PICTURE, ImageKind.SERVICE)
    }
    return result | ({"hosts": sorted(hosts)} if hosts else {})


def of_pictures(frame: Frame, images: Iterable[PageImage], root: str) -> dict[str, Any]:
    """Return the pictures in a text of the edition's own, which has no original."""
    return of_images(frame, (image for image in images if not image.is_page), root)


def _page(frame: Frame, image: PageImage, number: int, root: str) -> dict[str, Any]:
    strings = frame.strings
    title = (
        strings.fill("page.number", n=image.label)
        if image.label
        else strings.fill("facsimile.number", n=number)
    )
    view = {"short": image.label or str(number), "title": title, **_view(frame, image, root)}
    if view["kind"] == "remote":
        key = "facsimile.show.page" if image.label else "facsimile.show.image"
        view["ask"] = strings.fill(key, n=view["short"], host=view["host"])
    if image.rotation:
        view["rotation"] = image.rotation
    zones = _zones(image)
    return view | ({"zones": zones} if zones else {})


def _view(frame: Frame, image: PageImage, root: str) -> dict[str, Any]:
    """Return how readers get to see an image: ``kind`` is file, remote, link or missing."""
    if not image.is_shown:
        return {"kind": "missing"}
    if image.kind is ImageKind.FILE:
        return {"kind": "file", **published_images.of_file(image, frame.config, root)}
    host = urlsplit(image.address).netloc
    if image.kind is ImageKind.LINK:
        return {"kind": "link", "full": image.address, "host": host}
    view = {"kind": "remote", "host": host, "src": image.address, "full": image.address}
    return view | (published_images.of_service(image) if image.kind is ImageKind.SERVICE else {})


def _zones(image: PageImage) -> list[dict[str, str]]:
    """Return the zones with left, top, width and height in hundredths of the image."""
    size = image.size
    around = image.extent or ((0, 0, size[0], size[1]) if size else None)
    if around is None:
        return []
    boxes = ((zone.pointer, _share(zone.box, around)) for zone in image.zones)
    return [
        {"pointer": pointer, "box": " ".join(f"{n:.2f}" for n in box)}
        for pointer, box in boxes
        if box
    ]


def _share(box: Box, around: Box) -> Box | None:
    """Return what part of a surface a zone is; ``None`` where it lies outside."""
    width, height = around[2] - around[0], around[3] - around[1]
    left, right = (min(max((x - around[0]) / width * 100, 0), 100) for x in (box[0], box[2]))
    top, bottom = (min(max((y - around[1]) / height * 100, 0), 100) for y in (box[1], box[3]))
    if right <= left or bottom <= top:
        return None
    return (left, top, right - left, bottom - top)


def _origin(address: str) -> str:
    """Return what a Content-Security-Policy calls the host of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()
