"""Pointers: every value of a pointing attribute in an element, with its place in the file.

Follows none of them; `tei_edition.indexing.resolve` does.
"""

import re
from collections.abc import Iterator
from sys import intern

from lxml import etree

from tei_edition.model import Pointer
from tei_edition.namespaces import TEI
from tei_edition.tei.names import kind_of, split_pointers
from tei_edition.tei.text import local_name
from tei_edition.xml import Document

Prefixes = tuple[tuple[str, str, str], ...]
"""Declarations of private schemes: ident, matchPattern, replacementPattern."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ATTRIBUTES = _words(
    "active ana calendar change copyOf corresp datingMethod datingPoint decls edRef end "
    "exclude facs hand lemmaRef mutual new next nymRef parts passive period perf prev ref "
    "rendition resp sameAs scheme scribeRef scriptRef select source spanTo start synch "
    "target targetEnd toWhom url who wit"
)
"""The attributes of TEI P5 whose values are lists of pointers (teidata.pointer)."""

TEXT_ATTRIBUTES = frozenset({"key"})
"""Attributes that point by a text of the edition's own, which may hold blanks."""

_IDS = etree.XPath("descendant-or-self::*/@xml:id", smart_strings=False)


def read(document: Document, element: etree._Element) -> Iterator[Pointer]:
    """Yield the pointers of an element and all within it, in document order."""
    for node in element.iter(etree.Element):
        for name, value in node.items():
            if name in ATTRIBUTES:
                yield from _of(document, node, name, split_pointers(value))
            elif name in TEXT_ATTRIBUTES:
                yield from _of(document, node, name, (" ".join(value.split()),))


def anchors(element: etree._Element) -> frozenset[str]:
    """Return every ``xml:id`` in an element and on it."""
    found = _IDS(element)
    assert isinstance(found, list)
    return frozenset(intern(id) for value in found if (id := str(value).strip()))


def prefixes(element: etree._Element) -> Prefixes:
    """Return the private URI schemes declared in a header: ident, matchPattern, replacementPattern.

    TEI Guidelines, 17.2.3 (``prefixDef``).
    """
    return tuple(
        (node.get("ident", ""), node.get("matchPattern", ""), node.get("replacementPattern", ""))
        for node in element.iter(f"{{{TEI}}}prefixDef")
        if node.get("ident")
    )


def expanded(declared: Prefixes, value: str) -> str | None:
    """Apply ``prefixDef``: the expansion, empty where none matches, ``None`` for no prefix."""
    scheme, colon, rest = value.partition(":")
    fitting = [each for each in declared if colon and each[0] == scheme]
    for _, pattern, replacement in fitting:
        result = _replaced(pattern, replacement, rest)
        if result is not None:
            return result
    return "" if fitting else None


def _replaced(pattern: str, replacement: str, value: str) -> str | None:
    """Apply one ``prefixDef``: ``$1`` to ``$9`` are the groups of ``@matchPattern``."""
    try:
        match = re.fullmatch(_python_pattern(pattern), value)
    except re.error:
        match = re.fullmatch("(.+)", value)
    if match is None:
        return None
    groups = ("", *(group or "" for group in match.groups()))
    return re.sub(
        r"\$(\d)", lambda m: groups[int(m[1])] if int(m[1]) < len(groups) else "", replacement
    )


def _python_pattern(pattern: str) -> str:
    """Return a regular expression of XML Schema in Python's dialect, as far as they differ."""
    for theirs, ours in ((r"\i", r"[:\w]"), (r"\c", r"[-.:\w]")):
        pattern = pattern.replace(theirs, ours)
    return re.sub(r"\\p\{L[lutmo]?\}", r"[^\\W\\d_]", pattern)


def _of(
    document: Document, node: etree._Element, name: str, values: tuple[str, ...]
) -> Iterator[Pointer]:
    location = document.location(node, name)
    kind = kind_of(node) if name in ("ref", "key") else None
    # Large editions have a million of them, with the same few words: each is kept once.
    element, attribute = intern(local_name(node)), intern(name)
    for part in values:
        if part:
            yield Pointer(intern(part), element, attribute, location, kind)
