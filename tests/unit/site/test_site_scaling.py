"""Scaling: the right way up, no wider than wished, the same bytes, and a word on what is broken."""

import io

import pytest
from PIL import Image, ImageCms

from tei_edition.site.scaling import UnreadableImageError, measured, program, scaled


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    result = io.BytesIO()
    image.save(result, format, **options)
    return result.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def halves(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Return an image that is white to the left and black to the right."""
    image = Image.new("RGB", size, "white")
    image.paste("black", (size[0] // 2, 0, *size))
    return image


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_formats(format: str) -> None:
    data = encoded(halves(), format)
    assert measured(data) == (60, 40)
    small = opened(scaled(data, 30))
    assert (small.format, small.size) == ("JPEG", (30, 20))
    left, right = (small.convert("L").getpixel(point) for point in ((3, 10), (27, 10)))
    assert left > 200
    assert right < 60
    assert scaled(data, 30) == scaled(data, 30)


def test_none_grows() -> None:
    data = encoded(halves(), "PNG")
    assert opened(scaled(data, 1200)).size == (60, 40)
    assert opened(scaled(data)).size == (60, 40)


def test_an_image_that_lies_on_its_side_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(halves(), "JPEG", exif=exif)
    assert measured(data) == (40, 60)
    assert opened(scaled(data, 20)).size == (20, 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_modes(mode: str) -> None:
    format = "TIFF" if mode in ("CMYK", "I;16", "F") else "PNG"
    image = Image.new("I;16", (60, 40), 60000) if mode == "I;16" else halves().convert(mode)
    assert opened(scaled(encoded(image, format), 30)).mode in ("RGB", "L")


def test_what_is_transparent_is_white() -> None:
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert opened(scaled(encoded(image, "PNG"))).getpixel((4, 4)) == (255, 255, 255)


def test_a_profile_is_kept() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(halves(), "JPEG", icc_profile=profile)
    assert opened(scaled(data, 30)).info["icc_profile"] == profile


@pytest.mark.parametrize(
    "data", [b"", b"version https://git-lfs.example.org/spec/v1", b"\xff\xd8\xff"]
)
def test_no_image(data: bytes) -> None:
    for read in (measured, scaled):
        with pytest.raises(UnreadableImageError, match="no image"):
            read(data)


def test_half_an_image() -> None:
    data = encoded(Image.effect_noise((600, 400), 90), "JPEG")
    half = data[: len(data) // 2]
    assert measured(half) == (600, 400)
    with pytest.raises(UnreadableImageError, match="truncated"):
        scaled(half, 300)
    assert opened(scaled(half, 300, in_part=True)).size == (300, 200)
    assert program().startswith("1 ")
