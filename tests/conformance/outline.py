"""The outline of a page: what stands in what, with counts and hashes in place of the words.

The texts of other editions may not be copied; their outlines may, and show in a diff what moved.
"""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "article aside blockquote caption dd details div dl dt fieldset figcaption figure h1 h2 h3 "
        "h4 h5 h6 header hr legend li nav ol p section summary table tbody td th thead tr ul",
    )
)
TEXT = re.compile("document-(abstract|text|remark|remarks|sources)")


def outline(page: str) -> str:
    """Return the outline of the texts on a page: a line for each block, inlines counted in it."""
    tree = etree.fromstring(page, etree.HTMLParser())
    parts = [part for part in tree.iter("section", "div") if TEXT.fullmatch(part.get("class", ""))]
    return "\n".join(line for part in parts for line in _lines(part, 0)) + "\n"


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    inlines: Counter[str] = Counter()
    blocks: list[etree._Element] = []
    words = list(_inline(element, inlines, blocks))
    line = "  " * depth + _name(element)
    if words:
        line += f" {len(words)} {sha256(' '.join(words).encode()).hexdigest()[:6]}"
    if inlines:
        counted = ", ".join(f"{n} × {name}" for name, n in sorted(inlines.items()))
        line += f" [{counted}]"
    yield line
    for block in blocks:
        yield from _lines(block, depth + 1)


def _inline(
    element: etree._Element, inlines: Counter[str], blocks: list[etree._Element]
) -> Iterator[str]:
    """Yield the words of an element outside the blocks in it, which are put aside."""
    yield from (element.text or "").split()
    for child in element:
        if child.tag in BLOCKS:
            blocks.append(child)
        elif isinstance(child.tag, str):
            inlines[_name(child)] += 1
            yield from _inline(child, inlines, blocks)
        yield from (child.tail or "").split()


def _name(element: etree._Element) -> str:
    classes = "".join(f".{name}" for name in element.get("class", "").split())
    id = element.get("id", "")
    hidden = "[hidden]" if "hidden" in element.attrib else ""
    named = f"#{id}" if id and element.tag in BLOCKS else ""
    return f"{element.tag}{classes}{named}{hidden}"
