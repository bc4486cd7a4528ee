"""The image files that an edition shows: how large each is, and which cannot be read.

What was found out is remembered by the content of the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tei_edition.build.fingerprints import Fingerprints
from tei_edition.build.store import Store
from tei_edition.diagnostics import Diagnostic
from tei_edition.images import ImageKind, PageImage
from tei_edition.model import DocumentRecord, Entity, Index, PageRecord
from tei_edition.project import ImageFiles
from tei_edition.site.published_images import used
from tei_edition.site.scaling import BROKEN_IMAGE, UnreadableImageError, measured

_SHELF = "images"
_Record = TypeVar("_Record", DocumentRecord, PageRecord, Entity)


@dataclass(frozen=True)
class Gallery:
    """The index with the sizes of its images, and a finding for each file that is none."""

    index: Index
    diagnostics: tuple[Diagnostic, ...] = ()


def hung(index: Index, files: ImageFiles, prints: Fingerprints, store: Store) -> Gallery:
    """Look at the image files that an index has."""
    images = used(index)
    if not images:
        return Gallery(index)
    paths = {name: files.paths[name] for name in images}
    prints.expect(paths.values())
    hashes = {name: prints.of(path) for name, path in paths.items()}
    known = {key: json.loads(data) for key, data in store.get(_SHELF, hashes.values()).items()}
    new = {}
    for name, key in hashes.items():
        if key not in known:
            known[key] = _looked_at(paths[name].read_bytes())
            new[key] = json.dumps(known[key]).encode()
    store.put(_SHELF, new)
    store.save()
    found = {name: known[key] for name, key in hashes.items()}
    sized = replace(
        index,
        documents={id: _sized(record, found) for id, record in index.documents.items()},
        pages={id: _sized(record, found) for id, record in index.pages.items()},
        entities={key: _sized(entity, found) for key, entity in index.entities.items()},
    )
    return Gallery(sized, tuple(_broken(images, found)))


def _looked_at(data: bytes) -> list[int] | str:
    try:
        return [*measured(data)]
    except UnreadableImageError as error:
        return str(error)


def _sized(record: _Record, found: Mapping[str, list[int] | str]) -> _Record:
    if not any(image.kind is ImageKind.FILE for image in record.images):
        return record
    images = tuple(
        _with_size(image, found[image.address]) if image.kind is ImageKind.FILE else image
        for image in record.images
    )
    return replace(record, images=images)


def _with_size(image: PageImage, found: list[int] | str) -> PageImage:
    if isinstance(found, str):
        return replace(image, kind=ImageKind.MISSING)
    return replace(image, size=(found[0], found[1]))


def _broken(
    images: Mapping[str, PageImage], found: Mapping[str, list[int] | str]
) -> Iterable[Diagnostic]:
    for name, image in images.items():
        reason = found[name]
        if isinstance(reason, str):
            yield BROKEN_IMAGE.at(image.location, f'the image "{name}" cannot be shown: {reason}')
