"""The shape of pointers: which are URIs, which have a prefix, which id they name.

What each of them leads to is `references`' business.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tei_edition.model import Index, Pointer

# Schemes that occur in TEI; the list of IANA is longer, and `x:y` is otherwise a TEI prefix.
SCHEMES = frozenset(
    (
        "ark", "data", "doi", "file", "ftp", "geo", "hdl", "http", "https", "iiif", "info", "isbn",
        "issn", "mailto", "news", "oai", "orcid", "sftp", "tag", "tel", "urn",
    )
)  # fmt: skip

# What these point at is no part of the edition's XML: pictures, page images and recordings.
_MEDIA_ATTRIBUTES = frozenset({"facs", "url", "f"})

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")

# A file of another kind than XML, such as a picture or a PDF.
_OTHER_FILE = re.compile(r"\.(?!xml\b)[A-Za-z][A-Za-z0-9]{1,4}(#.*)?$")


def prefix_of(value: str) -> str:
    """Return the prefix of ``person:stalin``; empty where there is none or it is a URI scheme."""
    match = _SCHEME.match(value)
    return match[1] if match and not leads_outside(value) else ""


def leads_outside(value: str) -> bool:
    """Say whether a pointer is a URI, which no rule of this room follows."""
    scheme = _SCHEME.match(value)
    if scheme is None:
        return value.startswith("//")
    return value.startswith("//", scheme.end()) or scheme[1].lower() in SCHEMES


def other_file(value: str) -> bool:
    """Say whether a pointer leads to a file that is no XML, which the index does not know."""
    return bool(_OTHER_FILE.search(value))


def is_bare(value: str) -> bool:
    """Say whether a value is a word, neither ``#id`` nor a file nor a URI."""
    return "#" not in value and not value.endswith(".xml") and not leads_outside(value)


def wanted_id(value: str) -> str:
    """Return the id that a pointer names: ``mao`` of ``#mao``, ``person:mao``, ``p.xml#mao``."""
    if "#" in value:
        return value.rsplit("#", 1)[1]
    return value[len(prefix_of(value)) :].removeprefix(":")


def pointers(index: Index) -> Iterator[Pointer]:
    """Yield every pointer of the documents, pages and registers."""
    for document in index.documents.values():
        yield from document.pointers
    for page in index.pages.values():
        yield from page.pointers
    for entity in index.entities.values():
        yield from entity.pointers


def followable(index: Index) -> Iterator[Pointer]:
    """Yield the pointers that should lead to a place in the edition.

    Leaves out URIs, pictures, and the links of ``correspContext``, which have rules of their own.
    """
    links = {
        (link.location.path, link.target)
        for item in index.letters.values()
        for link in item.letter.links
    }
    for pointer in pointers(index):
        if pointer.attribute in _MEDIA_ATTRIBUTES or leads_outside(pointer.value):
            continue
        if (pointer.location.path, pointer.value) not in links or pointer.attribute != "target":
            yield pointer


def grouped(found: Iterable[Pointer]) -> Iterator[list[Pointer]]:
    """Yield the pointers of one kind with one value together, each group in order of place."""
    groups: dict[tuple[str, str], list[Pointer]] = defaultdict(list)
    for pointer in found:
        groups[pointer.kind.value if pointer.kind else "", pointer.value].append(pointer)
    for group in groups.values():
        yield sorted(group, key=lambda pointer: pointer.location)
