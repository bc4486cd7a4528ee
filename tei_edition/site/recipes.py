"""Pages and copies of documents, packed: what is needed to make them anew from a changed source."""

import json

from tei_edition.site.page import Copy, Excerpt, Page, unfolded
from tei_edition.site.render import Order


def packed(order: Order) -> bytes:
    """Return what an order for an excerpt needs besides the source."""
    excerpt, copy = order.excerpt, order.copy
    if excerpt is None:
        raise ValueError("only what has a source can be made from another")
    place = (order.path, excerpt.file, excerpt.position)
    rest = (copy.title, copy.summary) if isinstance(copy, Copy) else (order.name,)
    return json.dumps([copy is not None, *place, *rest]).encode() + b"\n" + order.context


def unpacked(data: bytes) -> Page | Copy:
    """Return what was packed."""
    head, _, context = data.partition(b"\n")
    is_copy, path, file, position, *rest = json.loads(head)
    if is_copy:
        return Copy(path, Excerpt(file, position), *rest)
    return Page(path, Excerpt(file, position), json.loads(unfolded(context)), *rest)
