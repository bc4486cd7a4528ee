"""What a finding is."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake in a document, with what may help to mend it.

    `element` is the place: the element that is wrong, that lacks something, or that has the
    attribute `attribute` (a Clark name). For something missing before a child it is that child.
    A finding about stray text has in `text_of` the node that holds the text: `element` itself
    if the text comes before its first child (`element.text`), else the child that it follows
    (`child.tail`).

    `message` is one sentence. `hint` has a line for each piece of advice and may be empty.
    `expected` are the names or values allowed there, as Clark names, required ones first.
    """

    code: str
    message: str
    hint: str
    element: etree._Element
    attribute: str | None = None
    text_of: etree._Element | None = None
    expected: tuple[str, ...] = ()
    value: str | None = None
