"""The text is not in Unicode's composed form.

Letters with accents can be written in two ways that look alike: as one character (é), or as a
letter and a combining accent (e and ´). This file has some of the second kind (it is not in
"NFC"). Searches for the one do not find the other, sorting goes wrong, and two names that look
alike are taken for two persons.

Save the file in the form NFC, which most editors call "normalise" or "compose"; nothing that is
seen changes. Combining accents that belong to no composed character are part of NFC and may stay.
"""

import re
import unicodedata
from collections.abc import Iterator

from tei_edition.checks.characters import found
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Fix, Severity
from tei_edition.xml import Document
from tei_edition.xml.edits import in_text

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>He wrote from Zu\u0308rich.</p></body></text> <!-- u and U+0308 -->
</TEI>
"""
PASSES = unicodedata.normalize("NFC", FAILS).replace("u and U+0308", "U+00FC")

_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_WORD = re.compile(r"[^\s<>\"'&;]+")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield one finding for a file whose text is not composed, at the first such word."""
    if unicodedata.is_normalized("NFC", document.source_text):
        return
    words = [
        (match[0], location)
        for match, location in found(document, _WORD)
        if not unicodedata.is_normalized("NFC", match[0])
    ]
    if not words:
        return
    (first, place), *others = words
    yield RULE.at(
        place,
        f"{quoted(first)} is written with combining characters, not in Unicode's form NFC"
        + extent([location for _, location in words]),
        f'write "{unicodedata.normalize("NFC", first)}": save the file in the form NFC',
        related=also(location for _, location in others),
        fixes=_fixes(document),
    )


def _fixes(document: Document) -> tuple[Fix, ...]:
    """Return the repair of all words in the text; names in mark-up may be pointed at elsewhere."""
    changes = []
    for match in _WORD.finditer(document.source_text):
        composed = unicodedata.normalize("NFC", match[0])
        # A Chinese character of this kind was chosen for its form; what replaces it may differ.
        if composed != match[0] and not _COMPATIBILITY.search(match[0]):
            changes.append((match.start(), match.end(), composed))
    edits = in_text(document, changes)
    return (Fix("compose letters and accents", edits),) if edits else ()


RULE = documented("XML302", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
