"""The parser's error, in words for an editor: what is wrong at which place, and how to mend it."""

import re
from collections.abc import Callable
from html.entities import html5

from lxml import etree

from tei_edition.diagnostics import Diagnostic, Location, Related
from tei_edition.xml import rules

_Explainer = Callable[[re.Match[str], Location], Diagnostic]


def explain(log: etree._ListErrorLog, data: bytes, name: str) -> Diagnostic:
    """Return the diagnostic for the first error; later ones are mostly its consequences."""
    errors = [entry for entry in log if not entry.message.startswith("failed to load")]
    if not errors:
        return rules.NOT_WELL_FORMED.at(Location(name), "the file is not well-formed XML")
    entry = errors[0]
    place = Location(name, max(entry.line, 1), max(entry.column, 1))
    for pattern, explainer in _EXPLAINERS:
        if match := re.match(pattern, entry.message, re.DOTALL):
            return (
                explainer(match, place) if explainer is not _entity else _entity(match, place, data)
            )
    return rules.NOT_WELL_FORMED.at(place, f"not well-formed XML: {entry.message.strip()}")


def _mismatch(match: re.Match[str], place: Location) -> Diagnostic:
    opened, line, closed = match[1], int(match[2]), match[3]
    return rules.NOT_WELL_FORMED.at(
        place,
        f"</{closed}> closes an element that is not open here: <{opened}> of line {line} is",
        f"write </{opened}> before it, or remove one of the two tags",
        related=(Related(Location(place.path, line), f"<{opened}> begins here"),),
    )


def _unfinished(match: re.Match[str], place: Location) -> Diagnostic:
    opened, line = match[1], int(match[2])
    return rules.NOT_WELL_FORMED.at(
        place,
        f"the file ends, but <{opened}> of line {line} is still open",
        f"add </{opened}>; if much is missing, the file was cut off: restore it from a backup",
        related=(Related(Location(place.path, line), f"<{opened}> begins here"),),
    )


def _entity(match: re.Match[str], place: Location, data: bytes = b"") -> Diagnostic:
    name = match[1]
    if re.search(rb"<!ENTITY\s+%?\s*" + re.escape(name.encode()) + rb"\s+(SYSTEM|PUBLIC)", data):
        return rules.EXTERNAL_ENTITY.at(
            place,
            f"&{name}; is an external entity; such entities are never read",
            "put the text itself here, or use XInclude",
        )
    character = html5.get(f"{name};")
    hint = (
        f"write the character itself ({character}), or &#{ord(character)};"
        if character and len(character) == 1
        else "write the text itself, or declare the entity in the DOCTYPE of the file"
    )
    return rules.NOT_WELL_FORMED.at(place, f"the entity &{name}; is not defined", hint)


def _bare_ampersand(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(place, "a bare & does not stand for itself", "write &amp;")


def _bare_less_than(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        place, "< begins a tag, but no element name follows", "for the sign itself write &lt;"
    )


def _prefix(match: re.Match[str], place: Location) -> Diagnostic:
    prefix, rest = match[1], match[2]
    return rules.NOT_WELL_FORMED.at(
        place,
        f'the prefix "{prefix}" of {prefix}:{rest} is not declared',
        f'add xmlns:{prefix}="…" to the root element, or remove the prefix',
    )


def _repeated(match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        place,
        f"the attribute {match[1]} stands twice in one tag",
        "remove one; several values go into one attribute, separated by blanks, where TEI "
        "allows several",
    )


def _after_end(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        place,
        "something follows the end of the document",
        "a document has one root element: remove what follows it, or wrap all in one element",
    )


def _quotes(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        place, "an attribute's value has no quotation marks", 'write name="value"'
    )


def _encoding(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.ENCODING.at(
        place,
        "these bytes are not valid in the encoding of the file",
        "open the file in the encoding in which it looks right and save it as UTF-8",
    )


def _unknown_encoding(match: re.Match[str], place: Location) -> Diagnostic:
    return rules.ENCODING.at(
        place,
        f'the encoding "{match[1].strip()}" is not known',
        'save the file as UTF-8 and write encoding="UTF-8" in its first line',
    )


def _not_xml(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_XML.at(
        Location(place.path),
        "the file is not XML: it does not begin with a tag",
        "give it its true name ending, or move it out of the edition",
    )


def _declaration(_match: re.Match[str], place: Location) -> Diagnostic:
    return rules.NOT_WELL_FORMED.at(
        place,
        "the XML declaration does not stand at the very beginning",
        "remove what comes before <?xml …?>, also blanks and empty lines",
    )


def _bad_character(match: re.Match[str], place: Location) -> Diagnostic:
    number = int(match[1], 0)
    return rules.NOT_WELL_FORMED.at(
        place, f"the control character U+{number:04X} is not allowed in XML", "delete it"
    )


def _limit(match: re.Match[str], place: Location) -> Diagnostic:
    what = {
        "Excessive": "elements are nested more than 256 levels deep",
        "Maximum": "entities expand to very many times their size",
    }.get(match[0].split()[0], "one piece of the file is larger than any parser should take")
    return rules.TOO_LARGE.at(place, what, "such files are refused for safety: divide the file")


_EXPLAINERS: tuple[tuple[str, Callable[..., Diagnostic]], ...] = (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", _mismatch),
    (r"Premature end of data in tag (\S+) line (\d+)", _unfinished),
    (r"(?:Entity|PEReference:) '?%?([^'; ]+)'? not (?:defined|found)", _entity),
    (r"xmlParseEntityRef: no name|EntityRef: expecting ';'", _bare_ampersand),
    (r"StartTag: invalid element name|Unescaped '<'", _bare_less_than),
    (r"Namespace prefix (\S+) (?:for|on|of attribute)? ?(\S+)", _prefix),
    (r"Attribute (\S+) redefined", _repeated),
    (r"Extra content at the end", _after_end),
    (r"AttValue: \" or ' expected", _quotes),
    (r"Invalid bytes in character encoding|Input is not proper|.*encoding error", _encoding),
    (r"Unsupported encoding:?(.*)", _unknown_encoding),
    (r"Start tag expected|Document is empty", _not_xml),
    (r"XML declaration allowed only", _declaration),
    (r".*(?:Char|Char value) (0x[0-9A-Fa-f]+|\d+)", _bad_character),
    (
        r"Excessive depth|Maximum entity amplification|.*(?:too long|too big|lookup|Huge|HUGE)",
        _limit,
    ),
)
