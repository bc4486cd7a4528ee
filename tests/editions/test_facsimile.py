"""An edition with images, built: what its pages say, what is published, what is made again."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import Outcome, build
from tei_edition.pipeline.unchanged import remembered
from tei_edition.project import open_project
from tests.editions.facsimile.images import draw

EDITION = Path(__file__).parent / "facsimile"
Build = Callable[[], Outcome]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the edition and its site."""
    base = tmp_path_factory.mktemp("facsimile")
    prepare(base)
    outcome = run(base)
    assert {d.code for d in outcome.diagnostics if d.severity != "info"} == {"REF209"}
    return base


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder with the edition, to be changed."""
    prepare(tmp_path)
    return tmp_path


def prepare(base: Path) -> None:
    shutil.copytree(EDITION, base / "edition", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    draw(base / "edition/images")


def run(base: Path, **options: object) -> Outcome:
    project = open_project(base / "edition")
    return build(
        project, output=base / "site", cache=base / "cache", jobs=1, progress=SILENT, **options
    )


def content(base: Path) -> dict[str, bytes]:
    site = base / "site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def page(base: Path, path: str) -> html.HtmlElement:
    return html.parse(base / "site" / path).getroot()


def test_images_are_published_in_widths_to_choose_from(built: Path) -> None:
    files = sorted(path for path in content(built) if path.startswith("images/"))
    assert files == [
        "images/a1/2r.png",
        "images/a1/2r.png.320.jpg",
        "images/a1_1r.jpg",
        "images/a1_1r.jpg.1200.jpg",
        "images/a1_1r.jpg.320.jpg",
        "images/a1_1v.tif.1200.jpg",
        "images/a1_1v.tif.320.jpg",
        "images/a1_1v.tif.jpg",
        "images/a2_1r.webp",
        "images/a2_1r.webp.320.jpg",
        "images/seal.png",
        "images/seal.png.320.jpg",
    ]
    original = (built / "edition/images/a1_1r.jpg").read_bytes()
    assert (built / "site/images/a1_1r.jpg").read_bytes() == original
    with Image.open(built / "site/images/a1_1v.tif.1200.jpg") as image:
        assert (image.format, image.size) == ("JPEG", (1200, 1600))


def test_page_breaks_lead_to_the_images(built: Path) -> None:
    letter = page(built, "documents/a1.html")
    breaks = letter.xpath("//span[@role='doc-pagebreak']")
    assert [b.get("data-page") for b in breaks] == ["1", "2", "3", "4"]
    links = letter.xpath("//span[@role='doc-pagebreak']/a/@href")
    assert links == ["#page-facsimile-1", "#page-facsimile-2", "#page-facsimile-3"]
    assert letter.xpath("count(//li[@id='page-facsimile-3'])") == 1
    image = letter.xpath("//li[@id='page-facsimile-1']//img")[0]
    assert image.get("alt") == "Page 1r, image of the original"
    assert (image.get("width"), image.get("height"), image.get("loading")) == (
        "1600",
        "2000",
        "lazy",
    )
    assert image.get("srcset") == (
        "../images/a1_1r.jpg.320.jpg 320w, ../images/a1_1r.jpg.1200.jpg 1200w, "
        "../images/a1_1r.jpg 1600w"
    )
    assert image.getparent().get("href") == "../images/a1_1r.jpg"
    assert letter.xpath("//li[@id='page-facsimile-2']/@data-rotation") == ["90"]
    assert "no image of this page" in letter.xpath("string(//li[@id='page-facsimile-4'])")
    assert letter.xpath("//figure[@class='tei-figure']/img/@src") == ["../images/seal.png.320.jpg"]


def test_zones_are_parts_of_their_image(built: Path) -> None:
    zones = page(built, "documents/a2.html").xpath("//li[@id='page-facsimile-1']/@data-zones")
    assert zones == [
        "#z1 12.50 6.00 75.00 5.00;#z2 12.50 14.00 75.00 6.00;#z3 12.50 64.00 25.00 6.00"
    ]


def test_other_hosts_are_linked_to_and_named_in_the_policy(built: Path) -> None:
    letter = page(built, "documents/a3.html")
    links = letter.xpath("//section[@class='facsimile']//a")
    assert [(a.get("href"), a.text) for a in links] == [
        (
            "https://iiif.example.org/letters/a3_1/full/max/0/default.jpg",
            "Show page 1 (from iiif.example.org)",
        ),
        ("https://images.example.org/a3_2.jpg", "Show page 2 (from images.example.org)"),
        ("https://library.example.org/viewer?page=3", "Page 3 (at library.example.org)"),
    ]
    assert not letter.xpath("//img")
    assert policy(letter).endswith(
        "img-src 'self' file: data: https://iiif.example.org https://images.example.org; "
        "object-src 'none'; base-uri 'none'"
    )
    assert "https:" not in policy(page(built, "documents/a1.html"))
    assert "https:" not in policy(page(built, "index.html"))


def policy(root: html.HtmlElement) -> str:
    return root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_data_count_the_pages(built: Path) -> None:
    data = json.loads((built / "site/data/documents.json").read_text("utf-8"))
    counts = [each["page_images"] for each in data["documents"] if each["has_facsimile"]]
    assert sorted(counts) == [1, 3, 3]


def test_an_image_is_scaled_once_for_every_content(own: Path) -> None:
    run(own)
    first = content(own)
    again = run(own)
    assert not again.reasons
    project = open_project(own / "edition", options={"site.directory": str(own / "site")})
    images = own / "edition/images"
    with Image.open(images / "seal.png") as image:
        image.rotate(180).save(images / "seal.png")
    assert remembered(project, own / "cache", drafts=False) is None
    assert set(run(own).reasons) == {"images/seal.png", "images/seal.png.320.jpg"}
    Image.new("RGB", (700, 300)).save(images / "seal.png")
    (images / "2v.jpg").write_bytes((images / "a1_1r.jpg").read_bytes())
    reasons = run(own).reasons
    assert set(reasons) == {"images/seal.png", "images/seal.png.320.jpg", "documents/a1.html"}
    assert "main.facsimile" in reasons["documents/a1.html"]
    incremental = content(own)
    run(own, clean=True)
    assert content(own) == incremental
    assert incremental.keys() == first.keys()
    (images / "seal.png").unlink()
    assert "images/seal.png" in run(own).gone


def test_a_new_image_is_seen_where_one_was_missing(own: Path) -> None:
    letter = own / "edition/letters/a1.xml"
    letter.write_text(letter.read_text("utf-8").replace("#lost", "2v"), "utf-8")
    assert any('no image "2v"' in d.message for d in run(own).diagnostics)
    Image.new("RGB", (40, 50)).save(own / "edition/images/2v.png")
    assert not any(d.code == "REF209" for d in run(own).diagnostics)
    assert page(own, "documents/a1.html").xpath("//li[@id='page-facsimile-4']//img")


def test_broken_images_are_told_and_nothing_else_suffers(own: Path) -> None:
    images = own / "edition/images"
    (images / "seal.png").write_text("version https://git-lfs.example.org/spec/v1", "utf-8")
    whole = (images / "a1_1r.jpg").read_bytes()
    (images / "a1_1r.jpg").write_bytes(whole[: len(whole) // 2])
    for _ in range(2):  # told again, as long as it is so
        found = [d for d in run(own).diagnostics if d.code == "OUT104"]
        assert {(d.location.path, d.severity.value) for d in found} == {
            ("letters/a1.xml", "warning"),
            ("images/a1_1r.jpg", "warning"),
        }
    assert (own / "site/images/a1_1r.jpg.320.jpg").is_file()
    assert not (own / "site/images/seal.png").exists()
    assert "not reproduced here" in page(own, "documents/a1.html").xpath("string(//figure)")
    (images / "a1_1r.jpg").write_bytes(whole)
    assert [d.message for d in run(own).diagnostics if d.code == "OUT104"] == [
        'the image "images/seal.png" cannot be shown: it is no image that can be read'
    ]


REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
<person xml:id="anna"><persName>Anna</persName>{}<note>She wrote.</note></person></listPerson>
<listPlace><place xml:id="ulm"><placeName>Ulm</placeName>
<figure><graphic url="https://example.org/ulm.jpg"/></figure></place></listPlace></standOff></TEI>"""
PORTRAIT = (
    '<figure><graphic url="seal.png"/><head>Anna, 1850</head><figDesc>She sits.</figDesc></figure>'
)


def test_portraits_and_views_stand_on_the_pages_of_their_entries(own: Path) -> None:
    register = own / "edition/register.xml"
    register.write_text(REGISTER.format(PORTRAIT), "utf-8")
    run(own)
    anna = page(own, "persons/anna.html")
    (image,) = anna.xpath("//div[@class='entity-pictures']//img")
    assert image.get("alt") == "She sits."
    assert (own / "site/persons" / image.get("src")).is_file()
    assert anna.xpath("string(//div[@class='entity-pictures']//figcaption)") == "Anna, 1850"
    (link,) = page(own, "places/ulm.html").xpath("//div[@class='entity-pictures']//a")
    assert link.get("data-host") == "example.org"
    register.write_text(REGISTER.format('<figure><graphic url="lost.png"/></figure>'), "utf-8")
    outcome = run(own)
    assert any(
        d.code == "REF209" and d.location.path == "register.xml" for d in outcome.diagnostics
    )
    assert not page(own, "persons/anna.html").xpath("//div[@class='entity-pictures']")
