"""An image is named, and there is no such file.

A page break, a graphic or a surface names the file of an image, or a surface by its id, and nothing
in the folder of the edition is called so. Readers are told that the edition has no image of that
page. Names are compared letter by letter, as web servers do: `1R.JPG` is not `1r.jpg`.

Mend the name, or put the file where it is looked for: beside the document, in the folder that
`[facsimiles] folder` names, or, without that, anywhere in the folder of the edition. An ending may
be left out. If the images are on another host, say where with `[facsimiles] url`.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, counted, extent, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.images import ImageKind, PageImage
from tei_edition.model import Index
from tei_edition.tei.image_references import Form, understood

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <facsimile><surface xml:id="f1"><graphic url="https://iiif.example.org/ms1_1r"/></surface></facsimile>
  <text><body><pb facs="#f2"/><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("#f2", "#f1")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every image that is missing; one for all where no file is there."""
    groups: dict[str, list[PageImage]] = {}
    others = {image.source for image in unplaced(index)}
    for image in index.images:
        if image.kind is ImageKind.MISSING and image.source not in others:
            groups.setdefault(image.source, []).append(image)
    if not any(image.kind is ImageKind.FILE for image in index.images):
        files = [source for source in groups if understood(source).form is Form.FILE]
        if len(files) > 1:
            yield _all([image for source in files for image in groups.pop(source)], files)
    for source, found in groups.items():
        places = sorted(image.location for image in found)
        is_id = "#" in source
        yield RULE.at(
            places[0],
            f"{quoted(source)} is the id of no surface, zone or graphic{extent(places)}"
            if is_id
            else f"there is no image {quoted(source)}{extent(places)}",
            _hint(found[0], is_id=is_id),
            related=also(places[1:]),
        )


def unplaced(index: Index) -> list[PageImage]:
    """Return the bare names that lead nowhere, in an edition where none is that of a file."""
    names = [image for image in index.images if understood(image.source).form is Form.NAME]
    if any(image.kind is ImageKind.FILE for image in names):
        return []
    return [image for image in names if image.kind is ImageKind.MISSING]


def _all(found: list[PageImage], files: list[str]) -> Diagnostic:
    places = sorted(image.location for image in found)
    examples = listed([quoted(name) for name in files], most=2)
    return RULE.at(
        places[0],
        f"none of the image files that the edition names is in its folder: {examples}"
        f"{extent(places)}",
        f"put the {counted(len(files), 'file')} there, or say in edition.toml where they are: "
        "[facsimiles] folder or url",
        related=also(places[1:]),
    )


def _hint(image: PageImage, *, is_id: bool) -> str:
    if is_id:
        return "mend the id, or give it to the surface that is meant"
    if image.near:
        return f'did you mean "{image.near}"?'
    return "mend the name, or put the file beside the document or into the folder of the images"


RULE = documented("REF209", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
