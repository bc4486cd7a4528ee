"""Pages and copies, packed: what is needed to make them anew when source or stylesheet changed."""

import json

from tei_edition.site.page import Copy, Excerpt, Page, unfolded
from tei_edition.site.render import Order


def packed(order: Order) -> bytes:
    """Return what an order needs besides the file that it is an excerpt of."""
    excerpt, copy = order.excerpt, order.copy
    place = (excerpt.file, excerpt.position) if excerpt else (order.source,)
    rest = (copy.title, copy.summary) if isinstance(copy, Copy) else (order.name,)
    head = [copy is not None, order.path, place, *rest]
    return json.dumps(head).encode() + b"\n" + order.context


def unpacked(data: bytes) -> Page | Copy:
    """Return what was packed."""
    head, _, context = data.partition(b"\n")
    is_copy, path, place, *rest = json.loads(head)
    if is_copy:
        return Copy(path, Excerpt(*place), *rest)
    source = Excerpt(*place) if len(place) > 1 else place[0]
    return Page(path, source, json.loads(unfolded(context)), *rest)
