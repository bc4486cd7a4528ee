"""Where the images are that documents name: in the folder, on another host, or nowhere."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import quote, unquote

from tei_edition.config import FacsimilesSection
from tei_edition.images import ImageKind, PageImage
from tei_edition.model import DocumentRecord
from tei_edition.project import ImageFiles
from tei_edition.tei.image_references import Form, Reference, understood

_KINDS = {
    Form.SERVICE: ImageKind.SERVICE,
    Form.PICTURE: ImageKind.PICTURE,
    Form.MANIFEST: ImageKind.LINK,
    Form.ADDRESS: ImageKind.LINK,
}
_SAFE = "/:@!$&'()*+,;=~"


class ImageFinder:
    """Finds images. `section` is the configuration's, `files` what lies in the folder."""

    def __init__(
        self,
        section: FacsimilesSection | None = None,
        files: ImageFiles | None = None,
    ) -> None:
        self._section = section or FacsimilesSection()
        self._files = files or ImageFiles()

    def documents(self, records: Iterable[DocumentRecord]) -> list[DocumentRecord]:
        """Return the documents with their images found."""
        wanted = list(records)
        elsewhere = {
            (record.location.path, pointer): (record.location.path, image)
            for record in wanted
            for image in record.images
            if image.source and not image.source.startswith("#")
            for pointer in image.pointers
            if pointer.startswith("#")
        }
        return [
            replace(record, images=self.all(record.images, record.location.path, elsewhere))
            if record.images
            else record
            for record in wanted
        ]

    def all(
        self,
        images: Iterable[PageImage],
        path: str,
        elsewhere: Mapping[tuple[str, str], tuple[str, PageImage]],
    ) -> tuple[PageImage, ...]:
        """Return the images of the file `path`, found.

        `elsewhere` has the surfaces of all files, each with its file, by file and pointer.
        """
        found = []
        for image in images:
            name, _, id = image.source.partition("#")
            other = elsewhere.get((_joined(path, name), f"#{id}")) if name and id else None
            if other:
                home, surface = other
                image = replace(
                    image,
                    source=surface.source,
                    label=image.label or surface.label,
                    zones=surface.zones,
                    extent=surface.extent,
                    size=surface.size,
                )
                found.append(self.found(image, home))
            else:
                found.append(self.found(image, path))
        return tuple(found)

    def found(self, image: PageImage, path: str) -> PageImage:
        """Return an image with what it is and where; `path` is the file that names it."""
        if not image.source:
            return replace(image, kind=ImageKind.NONE)
        reference = understood(image.source, services=self._section.iiif)
        if reference.form in (Form.FILE, Form.NAME):
            name = self._file(image.source, path)
            if name:
                return replace(image, kind=ImageKind.FILE, address=name)
            reference = self._by_address(image.source)
        kind = _KINDS.get(reference.form, ImageKind.MISSING)
        if kind is ImageKind.MISSING:
            near = "" if "#" in image.source else self._files.near(image.source)
            return replace(image, kind=kind, near=near)
        return _placed(image, kind, reference.address)

    def _by_address(self, name: str) -> Reference:
        """Return where the configuration says that an image of this name is."""
        address = self._section.address(quote(name, safe=_SAFE))
        if address and self._section.iiif:
            return Reference(Form.SERVICE, address.rstrip("/"))
        return understood(address, services=self._section.iiif)

    def _file(self, reference: str, path: str) -> str:
        """Return the name of the file that a reference means.

        Beside the document, in the folder of the images, then anywhere in it; with its ending or
        without. Where several have the name, the first one in order is taken.
        """
        plain = re.sub("^file:/*", "", reference).replace("\\", "/")
        for wanted in dict.fromkeys((plain, unquote(plain))):
            names = self._files.by_name.get(posixpath.basename(wanted), ())
            tail = re.sub(r"^(\.{0,2}/)+", "", wanted)
            for place in (_joined(path, wanted), posixpath.join(self._files.folder, tail)):
                exact = next((n for n in names if _is(n, place)), "")
                if exact:
                    return exact
            below = next((n for n in names if _is(n, tail) or _ends(n, tail)), "")
            if below:
                return below
        return ""


def _is(name: str, wanted: str) -> bool:
    return wanted in (name, posixpath.splitext(name)[0])


def _ends(name: str, tail: str) -> bool:
    return name.endswith(f"/{tail}") or posixpath.splitext(name)[0].endswith(f"/{tail}")


def _joined(path: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _placed(image: PageImage, kind: ImageKind, address: str) -> PageImage:
    """Return an image with its address; one that no browser opens is none that can be shown."""
    if address.startswith("//"):
        address = f"https:{address}"
    if not re.match("https?://", address, re.IGNORECASE):
        return replace(image, kind=ImageKind.NONE)
    return replace(image, kind=kind, address=address)
