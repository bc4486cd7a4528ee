"""There are characters that nobody sees.

A character without width, a mark of the direction of writing in a text that has only one, or what
is left of a failed conversion stands in the file. Nobody sees it, but a search for the word does
not find it, and two ids that look alike differ.

Delete it, or put in its place what was meant. Marks of direction are left alone in files with
Arabic, Hebrew or Syriac letters, joiners where scripts need them. A character that is really
wanted can be written as a reference (`&#x200B;`), where everybody sees it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.characters import found, unusual
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, extent
from tei_edition.diagnostics import Diagnostic, Fix, Location, Severity
from tei_edition.xml import Document
from tei_edition.xml.edits import in_text

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>The dele\u200bgation has left.</p></body></text> <!-- U+200B -->
</TEI>
"""
PASSES = FAILS.replace("\u200b", "").replace(" <!-- U+200B -->", "")

_ANYWHERE = "\u200b\u2060\ufeff\ufffd\x80-\x84\x86-\x9f"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REMOVABLE = frozenset("\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_JOINERS = "\u200c\u200d"
_JOINED = rf"(?<=[A-Za-z\u00c0-\u052f])[{_JOINERS}](?=[A-Za-z\u00c0-\u052f])"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_ANY = re.compile(f"[{_ANYWHERE}{_DIRECTIONS}{_JOINERS}]")
_EVERYWHERE = re.compile(f"[{_ANYWHERE}]|{_JOINED}")
_LEFT_TO_RIGHT = re.compile(f"[{_ANYWHERE}{_DIRECTIONS}]|{_JOINED}")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield one finding for every invisible character that a file has."""
    characters = unusual(document)
    if not _ANY.search(characters):
        return
    pattern = _EVERYWHERE if _RIGHT_TO_LEFT.search(characters) else _LEFT_TO_RIGHT
    places: dict[str, list[Location]] = defaultdict(list)
    offsets: dict[str, list[int]] = defaultdict(list)
    for match, location in found(document, pattern):
        places[match[0]].append(location)
        offsets[match[0]].append(match.start())
    for char, locations in places.items():
        message, hint = _said(char)
        yield RULE.at(
            locations[0],
            message + extent(locations),
            hint,
            related=also(locations[1:]),
            fixes=_fixes(document, char, offsets[char]),
        )


def _fixes(document: Document, char: str, offsets: list[int]) -> tuple[Fix, ...]:
    """Return the removal of a character from the text, where it can have no meaning.

    Names in mark-up may be pointed at elsewhere; joiners keep letters apart in some typefaces.
    """
    if char not in _REMOVABLE:
        return ()
    edits = in_text(document, [(at, at + 1, "") for at in offsets])
    return (Fix(f"delete U+{ord(char):04X}", edits),) if edits else ()


def _said(char: str) -> tuple[str, str]:
    number = f"U+{ord(char):04X}"
    if char == "\ufffd":
        return (
            f"a replacement character ({number}) shows that a letter was lost in a conversion",
            "look at the source and write the letter that belongs here",
        )
    if char < "\xa0":
        meant = char.encode("latin-1").decode("cp1252", "ignore")
        return (
            f"a control character ({number}) stands in the text, from a wrong encoding",
            f'write "{meant}", which it was in Windows-1252' if meant else "delete it",
        )
    name = unicodedata.name(char, "a character without a name").lower()
    return f"there is an invisible character, {name} ({number})", "delete it"


RULE = documented("XML303", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
