"""What a schema says about its parts: documentation and default values (RELAX NG DTD
Compatibility, sections 2 and 4)."""

from __future__ import annotations

import re

from lxml import etree

from tei_edition.relaxng.syntax import Node

ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
_DOCUMENTATION = f"{{{ANNOTATIONS}}}documentation"
_LONGEST = 140


def documentation(node: Node | None) -> str:
    """The documentation of an element, attribute or value; a `<value>` has it after itself."""
    if node is None:
        return ""
    source = node.source
    texts = [_text(child) for child in source.iterchildren(_DOCUMENTATION)]
    if node.kind == "value":
        for sibling in source.itersiblings():
            if sibling.tag != _DOCUMENTATION:
                break
            texts.append(_text(sibling))
    return " ".join(texts)


def summary(node: Node | None) -> str:
    """The documentation without the references at its end, if it is short enough for a hint.

    Of a longer one the first sentence.
    """
    text = re.sub(r"\s*\[[^\]]*\]\s*$", "", documentation(node))
    if len(text) > _LONGEST:
        text = re.split(r"(?<=[\w)\"][.!?])\s", text, maxsplit=1)[0]
    return text if len(text) <= _LONGEST else ""


def default_value(node: Node | None) -> str | None:
    """The value that an absent attribute stands for."""
    return None if node is None else node.source.get(f"{{{ANNOTATIONS}}}defaultValue")


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
