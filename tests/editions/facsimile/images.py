"""The images of this edition, drawn when a test needs them: no binary file is kept."""

from pathlib import Path

from PIL import Image, ImageDraw

SIZES = {
    "a1_1r.jpg": (1600, 2000),
    "a1_1v.tif": (1500, 2000),
    "a1/2r.png": (900, 600),
    "a2_1r.webp": (400, 500),
    "seal.png": (640, 480),
}


def draw(folder: Path) -> None:
    """Write all images below a folder."""
    for name, size in SIZES.items():
        image = Image.new("RGB", size, "#f4ecd8")
        pen = ImageDraw.Draw(image)
        for line in range(1, 11):
            y = size[1] * line // 12
            pen.line((size[0] // 8, y, size[0] * 7 // 8, y + (line * 37) % 9), "#3b2f2f", 6)
        pen.text((20, 20), name, "#85191a", font_size=size[0] // 16)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path)
