"""Ids: what documents, pages and entries are called in addresses, unique and for ever.

An id depends on nothing but its own file and what it clashes with (product.md, "The site").
"""

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tei_edition.model import DocumentRecord, Entity, PageRecord
from tei_edition.tei.authorities import short_form

_LONGEST = 120
"""File systems bear 255 bytes; an id shares them with a suffix and may be in a wide script."""

_LIST_PAGE = frozenset(["index"])
"""Ids that no document and no entry can have: the list of them is there."""

_OWN_PAGES = frozenset(["rendering"])
"""Ids that no page of the edition can have: the toolkit makes a page of this name."""

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What something would like to be called, and what it falls back to in a clash."""

    wanted: str
    fallback: str


def safe(text: str) -> str:
    """Return a text as it can stand in a URL and a file name, reversibly.

    Letters and digits of any script, ``-``, ``_`` and ``.`` stay; every other byte of the UTF-8
    form becomes ``~`` and two hexadecimal digits. So do a dot at either end, the second of two
    hyphens (``--`` joins two ids) and the first letter of names that a file system reserves.
    """
    parts = []
    for number, char in enumerate(text):
        before = text[number - 1] if number else ""
        kept = char.isalnum() or char in "_." or (char == "-" and before != "-")
        if not kept or (char == "." and (not number or number == len(text) - 1)):
            parts.append(_escaped(char))
        else:
            parts.append(char)
    result = "".join(parts)
    if _DEVICES.fullmatch(result):
        result = _escaped(result[0]) + result[1:]
    return _shortened(result, text)


def from_name(name: str) -> str:
    """Return a name as an id: blanks become hyphens, and the hyphens of the name are escaped."""
    words = " ".join(name.split())
    return safe(words).replace("-", _escaped("-")).replace(_escaped(" "), "-")


def document_ids(documents: Sequence[DocumentRecord]) -> list[str]:
    """Return the id of each document: ``xml:id``, else its path below their common folder."""
    folder = _common_folder(d.location.path for d in documents)
    return unique(
        [_of_file(d.xml_id, d.id, d.location.path, folder) for d in documents], _LIST_PAGE
    )


def page_ids(pages: Sequence[PageRecord]) -> list[str]:
    """Return the id of each page, made like those of documents; ``index`` is the home page."""
    folder = _common_folder(p.location.path for p in pages)
    return unique(
        [
            _of_file("" if p.id.startswith(".") else p.id, p.id, p.location.path, folder)
            for p in pages
        ],
        _OWN_PAGES,
    )


def entity_ids(entities: Sequence[Entity]) -> list[str]:
    """Return the id of each entry of one kind: ``xml:id``, ``@n``, authority id, else its name."""
    return unique([_of_entry(entity) for entity in entities], _LIST_PAGE)


def unique(candidates: Sequence[Candidate], reserved: frozenset[str] = frozenset()) -> list[str]:
    """Return an id for each candidate, no two alike in any case of letters.

    All that want the same id, or one that is `reserved`, fall back; what still clashes, because
    one file repeats an id, gets a number.
    """
    wanted = Counter(candidate.wanted.casefold() for candidate in candidates)
    taken = set(reserved)
    result = []
    for candidate in candidates:
        key = candidate.wanted.casefold()
        id = candidate.wanted if wanted[key] == 1 and key not in reserved else candidate.fallback
        free = next(i for i in _variants(id) if i.casefold() not in taken)
        taken.add(free.casefold())
        result.append(free)
    return result


def _variants(id: str) -> Iterator[str]:
    yield id
    number = 2
    while True:
        yield f"{id}.{number}"
        number += 1


def _of_file(xml_id: str, provisional: str, path: str, folder: str) -> Candidate:
    """Return what a document or page wants to be called; a part adds its name to its file's."""
    below = posixpath.relpath(path, folder) if folder else path
    stem = re.sub(r"\.xml$", "", below, flags=re.IGNORECASE).replace("/", "-")
    part = provisional[provisional.rfind(".") :] if "." in provisional and not xml_id else ""
    own = xml_id or (provisional if not provisional.startswith(".") else "")
    return Candidate(safe(own or stem + part), safe(stem + part))


def _of_entry(entity: Entity) -> Candidate:
    own = safe(entity.xml_id) if entity.xml_id else _stand_in(entity)
    stem = posixpath.basename(entity.location.path).removesuffix(".xml")
    return Candidate(own, f"{safe(stem)}.{own}")


def _stand_in(entity: Entity) -> str:
    """Return what an entry without ``xml:id`` is called."""
    if entity.aliases:
        return from_name(entity.aliases[0])
    uris = [identifier.uri for identifier in entity.identifiers if identifier.uri]
    if uris:
        return safe(short_form(uris[0]))
    return from_name(entity.name) or "entry"


def _common_folder(paths: Iterable[str]) -> str:
    folders = {posixpath.dirname(path) for path in paths}
    return posixpath.commonpath(folders) if folders and "" not in folders else ""


def _escaped(text: str) -> str:
    return "".join(f"~{byte:02X}" for byte in text.encode())


def _shortened(id: str, text: str) -> str:
    """Cut an id that no file system bears, and mark it so that no two become one."""
    if len(id.encode()) <= _LONGEST:
        return id
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    cut = id.encode()[:_LONGEST].decode(errors="ignore")
    return f"{re.sub(r'~[0-9A-F]?$', '', cut)}~~{mark}"
