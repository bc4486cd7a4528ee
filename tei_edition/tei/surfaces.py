"""What a surface says of itself: its coordinates, its size, and which of its images is the best.

TEI Guidelines, 12.1 (``surface``, ``zone``) and 15.3 (``graphic``).
"""

import re

from lxml import etree

from tei_edition.images import Box
from tei_edition.tei.image_references import ENDINGS, Form, understood


def preference(graphic: etree._Element) -> tuple[bool, int, int]:
    """Order the graphics of one surface: the one to read from first.

    Services that give any size go before files that browsers show, and those before others;
    small pictures for lists come last, and of several sizes the largest is first.
    """
    url = (graphic.get("url") or "").strip()
    reference = understood(url)
    about = " ".join(str(value) for value in graphic.attrib.values())
    is_small = bool(re.search("thumb|preview|icon", about, re.IGNORECASE))
    ending = url.rpartition(".")[2].lower()
    rank = ENDINGS.index(ending) + 1 if ending in ENDINGS else len(ENDINGS) + 1
    rank = 0 if reference.form is Form.SERVICE else 1 if rank <= 4 else rank
    return (is_small or not url, rank, -(size_of(graphic) or (0, 0))[0])


def box_of(element: etree._Element) -> Box | None:
    """Return the rectangle of a surface or zone, or the one around its points."""
    values = [element.get(name, "") for name in ("ulx", "uly", "lrx", "lry")]
    if not any(values):
        pairs = [p.split(",") for p in (element.get("points") or "").split()]
        numbers = [[_number_of(n) for n in pair] for pair in pairs]
        points = [(x, y) for x, y in (n for n in numbers if len(n) == 2) if None not in (x, y)]
        xs, ys = [float(x or 0) for x, _ in points], [float(y or 0) for _, y in points]
        return (min(xs), min(ys), max(xs), max(ys)) if points else None
    left, top, right, bottom = (_number_of(value or "0") for value in values)
    if left is None or top is None or not right or not bottom or right <= left or bottom <= top:
        return None
    return (left, top, right, bottom)


def _number_of(text: str) -> float | None:
    try:
        number = float(text.strip().removesuffix("px"))
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


def size_of(graphic: etree._Element) -> tuple[int, int] | None:
    """Return width and height of a graphic in pixels, where it gives them so."""
    numbers = [_number_of(graphic.get(name) or "") for name in ("width", "height")]
    width, height = (int(number or 0) for number in numbers)
    return (width, height) if width > 0 and height > 0 else None
