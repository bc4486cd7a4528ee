"""Finding images: in the folder, by the configuration, in another file, or not at all."""

from pathlib import Path

import pytest

from tei_edition.config import Config, FacsimilesSection
from tei_edition.images import ImageKind, PageImage
from tei_edition.indexing import ImageFinder
from tei_edition.project import ImageFiles, Project

NAMES = "letters/a.jpg letters/a.tif scans/1/b.jpg scans/2/b.png scans/c_d.webp x.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES.split():
        path = tmp_path / name.replace("_", " ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def found(place: Path, source: str, **section: object) -> tuple[ImageKind, str]:
    facsimiles = FacsimilesSection(**section)  # type: ignore[arg-type]
    files = ImageFiles(Project(place, Config(facsimiles=facsimiles)))
    image = ImageFinder(facsimiles, files).found(PageImage(source), "letters/one.xml")
    return image.kind, image.address


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a.jpg", "letters/a.jpg"),
        ("a", "letters/a.jpg"),
        ("./a.tif", "letters/a.tif"),
        ("../scans/2/b.png", "scans/2/b.png"),
        ("../scans/2/b", "scans/2/b.png"),
        ("2/b", "scans/2/b.png"),
        ("b", "scans/1/b.jpg"),
        ("c%20d.webp", "scans/c d.webp"),
        (r"scans\c d.webp", "scans/c d.webp"),
        ("file:///letters/a.jpg", "letters/a.jpg"),
    ],
)
def test_files_are_found_beside_the_document_and_anywhere(
    folder: Path, source: str, name: str
) -> None:
    assert found(folder, source) == (ImageKind.FILE, name)


def test_a_configured_folder_is_the_only_one(folder: Path) -> None:
    assert found(folder, "c d.webp", folder="scans/") == (ImageKind.FILE, "scans/c d.webp")
    assert found(folder, "2/b", folder="scans") == (ImageKind.FILE, "scans/2/b.png")
    assert found(folder, "a.jpg", folder="scans")[0] is ImageKind.MISSING


@pytest.mark.parametrize(
    ("section", "source", "kind", "address"),
    [
        ({"url": "https://example.org/{id}.jpg"}, "x y", ImageKind.PICTURE, "https://example.org/x%20y.jpg"),
        ({"url": "https://example.org/"}, "x.jpg", ImageKind.PICTURE, "https://example.org/x.jpg"),
        ({"url": "https://example.org/view"}, "x", ImageKind.LINK, "https://example.org/view/x"),
        ({"url": "https://iiif.example.org/{id}"}, "x", ImageKind.SERVICE, "https://iiif.example.org/x"),
        ({"url": "https://e.org/{id}.jpg", "iiif": True}, "x", ImageKind.SERVICE, "https://e.org/x.jpg"),
        ({"iiif": True}, "https://e.org/x", ImageKind.SERVICE, "https://e.org/x"),
        ({}, "//example.org/x", ImageKind.LINK, "https://example.org/x"),
        ({}, "data:image/png;base64,A", ImageKind.NONE, ""),
        ({}, "x", ImageKind.MISSING, ""),
        ({}, "#f1", ImageKind.MISSING, ""),
        ({}, "", ImageKind.NONE, ""),
        ({"url": "https://example.org/{id}.jpg"}, "a", ImageKind.FILE, "letters/a.jpg"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_where_the_configuration_says(
    folder: Path, section: dict[str, object], source: str, kind: ImageKind, address: str
) -> None:
    assert found(folder, source, **section) == (kind, address)


def test_a_wrong_name_has_a_near_one(folder: Path) -> None:
    files = ImageFiles(Project(folder))
    near = [files.near(name) for name in ("A.JPG", "scans/c d.png", "HS.1", "b.gif", "q.jpg")]
    assert near == ["letters/a.jpg", "scans/c d.webp", "", "scans/1/b.jpg", ""]


def test_nobody_walks_through_folders_without_need(folder: Path) -> None:
    files = ImageFiles(Project(folder))
    ImageFinder(None, files).found(PageImage("https://example.org/1.jpg"), "a.xml")
    assert not files.were_asked
    assert ImageFiles().paths == {}


def test_surfaces_of_another_file(join) -> None:
    surface = '<surface xml:id="f1" n="1r"><graphic url="https://example.org/1.jpg"/></surface>'
    index = join(
        {
            "letters/a.xml": "<text><body><pb facs='../facs/all.xml#f1'/>"
            "<pb facs='../facs/all.xml#f2'/></body></text>",
            "facs/all.xml": f"<facsimile>{surface}</facsimile>",
        }
    )
    images = next(d for d in index.documents.values() if d.location.path == "letters/a.xml").images
    assert [(i.kind, i.address, i.label) for i in images] == [
        (ImageKind.PICTURE, "https://example.org/1.jpg", "1r"),
        (ImageKind.MISSING, "", ""),
    ]
