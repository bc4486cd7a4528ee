"""Reading images: what documents name, in all the ways that editions have."""

from collections.abc import Callable

import pytest

from tei_edition import tei
from tei_edition.images import PageImage
from tei_edition.xml import Document

Make = Callable[..., Document]
Read = Callable[..., tuple[PageImage, ...]]

TEXT = "<text><body>{}</body></text>"


@pytest.fixture
def read(make: Make) -> Read:
    """Return a function that reads the images of a document with this content."""
    return lambda content, attributes="": tei.read(make(content, attributes)).documents[0].images


def summary(images: tuple[PageImage, ...]) -> list[tuple[str, str]]:
    return [(image.source, image.label) for image in images]


def test_page_breaks_name_images(read: Read) -> None:
    inner = '<p>A<pb facs="1v.jpg" ed="2" rend="270"/><pb/></p>'
    images = read(TEXT.format(f'<pb n="1r" facs="1r"/>{inner}<pb f="2r" facs="x"/>'))
    assert summary(images) == [("1r", "1r"), ("1v.jpg", "2"), ("x", "2r")]
    assert [image.rotation for image in images] == [0, 270, 0]
    assert images[0].pointers == ("1r",)
    assert images[0].location.line == 1
    assert all(image.is_page for image in images)


def test_one_image_for_all_who_point_to_it(read: Read) -> None:
    facsimile = (
        '<facsimile><surface xml:id="f1" n="I" ulx="0" uly="0" lrx="10" lry="20">'
        '<graphic url="1r.jpg" width="100px" height="200px"/>'
        '<zone xml:id="z1" ulx="1" uly="2" lrx="9" lry="4"><zone xml:id="z2" points="1,2 3,4 2,9"/>'
        '<zone ulx="1" uly="1" lrx="2" lry="2"/></zone></surface>'
        '<surfaceGrp><graphic xml:id="g2" url="1v.jpg"/></surfaceGrp></facsimile>'
    )
    text = '<pb facs="#f1" n="1"/><p facs="#z1">A<lb facs="#z2"/></p><pb facs="1v.jpg" n="2"/>'
    first, second = read(facsimile + TEXT.format(text))
    assert (first.source, first.label, first.size) == ("1r.jpg", "1", (100, 200))
    assert first.pointers == ("#f1", "#z1", "#z2")
    assert first.extent == (0, 0, 10, 20)
    assert [(z.pointer, z.box) for z in first.zones] == [
        ("#z1", (1, 2, 9, 4)),
        ("#z2", (1, 2, 3, 9)),
    ]
    assert (second.source, second.label, second.pointers) == ("1v.jpg", "2", ("#g2", "1v.jpg"))


def test_the_best_of_several_graphics_is_taken(read: Read) -> None:
    graphics = (
        '<graphic url="1.tif"/><graphic url="1_thumb.jpg" width="4000px"/>'
        '<graphic url="s.jpg" width="10px" height="9px"/>'
        '<graphic url="l.png" width="90px" height="99px"/><graphic/>'
    )
    assert read(f"<facsimile><surface>{graphics}</surface></facsimile>")[0].source == "l.png"
    service = '<graphic url="https://iiif.example.org/1"/>'
    assert read(f"<sourceDoc><surface>{graphics}{service}</surface></sourceDoc>")[0].source == (
        "https://iiif.example.org/1"
    )
    inner = '<zone><graphic url="detail.jpg"/></zone>'
    assert read(f"<facsimile><surface>{inner}</surface></facsimile>")[0].source == "detail.jpg"


def test_a_surface_without_image_is_a_page(read: Read) -> None:
    patch = '<surface xml:id="patch"><zone xml:id="z"/></surface>'
    images = read(
        f'<facsimile><surface xml:id="f1" n="1"><graphic/>{patch}</surface></facsimile>'
        + TEXT.format('<pb facs="#patch"/>')
    )
    assert summary(images) == [("", "1")]
    assert images[0].pointers == ("#f1", "#patch")


def test_breaks_that_point_nowhere_belong_to_the_surface_that_names_them(read: Read) -> None:
    facsimile = (
        '<facsimile><surface start="#second"><graphic url="b.jpg"/></surface>'
        '<surface n="1r"><graphic url="a.jpg"/></surface></facsimile>'
    )
    images = read(
        facsimile + TEXT.format('<pb f="1r" n="1"/><pb xml:id="second" n="2"/><pb n="3"/>')
    )
    assert [(i.source, i.label, i.pointers) for i in images] == [
        ("b.jpg", "2", ("#second",)),
        ("a.jpg", "1", ("n:1r",)),
    ]


def test_prefixes_and_bases_are_applied(read: Read) -> None:
    header = (
        "<teiHeader><encodingDesc><listPrefixDef>"
        '<prefixDef ident="img" matchPattern="(.+)" replacementPattern="https://iiif.example.org/$1"/>'
        '<prefixDef ident="s" matchPattern="([0-9]+)" replacementPattern="#f$1"/>'
        "</listPrefixDef></encodingDesc></teiHeader>"
    )
    facsimile = (
        '<facsimile xml:base="https://example.org/ms/">'
        '<surface xml:id="f1"><graphic url="1.jpg"/></surface>'
        '<surface xml:base="two"><graphic url="2.jpg"/></surface></facsimile>'
        '<facsimile xml:base="scans/list.xml"><graphic url="3.jpg"/></facsimile>'
    )
    text = TEXT.format('<pb facs="s:1" n="1"/><pb facs="img:x" n="4"/><pb facs="s:x"/>')
    images = read(header + facsimile + text, 'xml:base="https://example.org/id"')
    assert summary(images) == [
        ("https://example.org/ms/1.jpg", "1"),
        ("https://example.org/ms/two/2.jpg", ""),
        ("scans/3.jpg", ""),
        ("https://iiif.example.org/x", "4"),
        ("s:x", ""),
    ]


def test_other_elements_count_where_they_have_the_form_of_a_pointer(read: Read) -> None:
    text = (
        '<div facs="main text"><metamark facs="Seal and traces"/>'
        '<head facs="portrait of us.png">A</head>'
        '<div facs="#lost I"><p facs="https://iiif.example.org/ms/manifest">A</p></div></div>'
    )
    images = read(TEXT.format("<pb/>" + text), 'facs="https://iiif.example.org/whole"')
    assert [image.source for image in images] == [
        "https://iiif.example.org/whole",
        "portrait of us.png",
        "#lost",
        "https://iiif.example.org/ms/manifest",
    ]


def test_pictures_in_the_text_are_no_pages(read: Read) -> None:
    text = '<figure><graphic url="seal.png"/></figure><media url="a.mp4"/><graphic url="word"/>'
    header = "<teiHeader><encodingDesc><p><graphic url='logo.png'/></p></encodingDesc></teiHeader>"
    images = read(header + TEXT.format(f"<p>{text}</p><pb facs='1.jpg'/>"))
    assert [(i.source, i.is_page) for i in images] == [("seal.png", False), ("1.jpg", True)]


def test_a_letter_in_a_file_has_the_images_of_its_own_text(make: Make) -> None:
    letters = "".join(f'<div type="letter"><pb facs="#f{n}"/><p>A</p></div>' for n in (1, 2))
    surfaces = "".join(
        f'<surface xml:id="f{n}"><graphic url="{n}.jpg"/></surface>' for n in (1, 2, 3)
    )
    records = tei.read(make(f"<facsimile>{surfaces}</facsimile>" + TEXT.format(letters))).documents
    assert [[image.source for image in record.images] for record in records] == [
        ["1.jpg"],
        ["2.jpg"],
    ]


@pytest.mark.parametrize(
    "zone",
    ['ulx="a" uly="1" lrx="2" lry="3"', 'ulx="3" lrx="2" lry="3"', 'points="1 x,y"', 'ulx="1"', ""],
)
def test_zones_without_extent_are_none(read: Read, zone: str) -> None:
    images = read(
        f'<facsimile><surface><graphic url="1.jpg"/><zone xml:id="z" {zone}/></surface></facsimile>'
    )
    assert images[0].zones == ()
