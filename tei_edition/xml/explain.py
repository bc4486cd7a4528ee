"""The parser's error, in words for an editor: what is wrong at which place, and how to mend it."""

import re
from collections.abc import Callable

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Location, Related
from tei_edition.xml import rules
from tei_edition.xml.faults import first_fault
from tei_edition.xml.tags import Fault

_HARMLESS = re.compile(r"failed to load|Unsupported version '1\.")
_Explainer = Callable[[re.Match[str], Location, bytes], Diagnostic | None]


def explain(log: etree._ListErrorLog, data: bytes, text: str, name: str) -> Diagnostic:
    """Return the diagnostic for the first error; later ones are mostly its consequences.

    `text` are the characters of the file, as far as they can be told.
    """
    errors = [entry for entry in log if not _HARMLESS.match(entry.message)]
    entry = errors[0] if errors else None
    place = Location(name, max(entry.line, 1), max(entry.column, 1)) if entry else Location(name)
    for pattern, explainer in _EXPLAINERS:
        match = re.match(pattern, entry.message, re.DOTALL) if entry else None
        if match and (found := explainer(match, place, data)):
            return found
    if fault := first_fault(text):
        return _of_fault(fault, text, name)
    said = f": {entry.message.strip()}" if entry else ""
    return rules.NOT_WELL_FORMED.at(place, f"the file is not well-formed XML{said}")


def _of_fault(fault: Fault, text: str, name: str) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if fault.related:
        at, message = fault.related
        related = (Related(_place(text, at, name), message),)
    return rules.NOT_WELL_FORMED.at(
        _place(text, fault.at, name), fault.message, fault.hint, related=related
    )


def _place(text: str, at: int, name: str) -> Location:
    return Location(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _entity(match: re.Match[str], place: Location, data: bytes) -> Diagnostic | None:
    name = match[1].encode()
    if not re.search(rb"<!ENTITY\s+%?\s*" + re.escape(name) + rb"\s+(SYSTEM|PUBLIC)", data):
        return None
    parameter = re.search(rb"<!ENTITY\s+%\s*" + re.escape(name) + rb"\s", data)
    return rules.EXTERNAL_ENTITY.at(
        place,
        f"{'%' if parameter else '&'}{match[1]}; is an external entity; such entities are never "
        "read",
        "write what the file declares into the DOCTYPE itself, or delete the reference"
        if parameter
        else "put the text itself here, or use XInclude",
    )


def _version(match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        Location(place.path),
        f"the file is in XML {match[1]}, which is not read",
        'write version="1.0"',
    )


def _encoding(_match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    return rules.ENCODING.at(
        place,
        "these bytes are not valid in the encoding of the file",
        "open the file in the encoding in which it looks right and save it as UTF-8",
    )


def _unknown_encoding(match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    return rules.ENCODING.at(
        place,
        f'the encoding "{match[1].strip()}" is not known',
        'save the file as UTF-8 and write encoding="UTF-8" in its first line',
    )


def _not_xml(_match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    return rules.NOT_XML.at(
        Location(place.path),
        "the file is not XML: it does not begin with a tag",
        "give it its true name ending, or move it out of the edition",
    )


def _bad_character(match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    number = int(match[1], 0)
    return rules.NOT_WELL_FORMED.at(
        place, f"the control character U+{number:04X} is not allowed in XML", "delete it"
    )


def _limit(match: re.Match[str], place: Location, _data: bytes) -> Diagnostic:
    what, advice = {
        "Excessive": ("elements are nested more than 256 levels deep", "divide the file"),
        "Maximum": (
            "entities expand to very many times their size",
            "write out what they stand for",
        ),
    }.get(
        match[0].split()[0],
        ("one piece of the file is larger than any parser should take", "divide the file"),
    )
    return rules.TOO_LARGE.at(place, what, f"such files are refused for safety: {advice}")


_EXPLAINERS: tuple[tuple[str, _Explainer], ...] = (
    (r"(?:Entity|PEReference:) '?%?([^'; ]+)'? not (?:defined|found)", _entity),
    (r"Unsupported version '([^']+)'", _version),
    (r"Invalid bytes in character encoding|Input is not proper|.*encoding error", _encoding),
    (r"Unsupported encoding:?(.*)", _unknown_encoding),
    (r"Start tag expected|Document is empty", _not_xml),
    (r".*(?:Char|Char value) (0x[0-9A-Fa-f]+|\d+)", _bad_character),
    (
        r"Excessive depth|Maximum entity amplification|.*(?:too long|too big|lookup|Huge|HUGE)",
        _limit,
    ),
)
