"""Pages and copies of documents, packed: what is needed to make them anew from a changed source."""

import json
import zlib

from tei_edition.site.page import Copy, Excerpt, Page
from tei_edition.site.render import Order


def packed(order: Order) -> bytes:
    """Return what an order for an excerpt needs besides the source."""
    excerpt, copy = order.excerpt, order.copy
    if excerpt is None:
        raise ValueError("only what has a source can be made from another")
    place = (order.path, excerpt.file, excerpt.position)
    rest = (copy.title, copy.summary) if isinstance(copy, Copy) else (order.name, order.context)
    text = json.dumps([copy is not None, *place, *rest], ensure_ascii=False)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpacked(data: bytes) -> Page | Copy:
    """Return what was packed."""
    values = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    is_copy, path, file, position, *rest = values
    if is_copy:
        return Copy(path, Excerpt(file, position), *rest)
    name, context = rest
    return Page(path, Excerpt(file, position), json.loads(context), name)
