"""The characters of a file as they stand in it, with their places."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tei_edition.diagnostics import Location
from tei_edition.xml import Document
from tei_edition.xml.lines import Lines

_UNUSUAL = re.compile("[^\t-~\u00a0-\u02ff]")


def found(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
    """Yield the matches of a pattern in the text of a file, mark-up included."""
    lines: Lines | None = None
    for match in pattern.finditer(document.source_text):
        lines = lines or Lines(document.source_text)
        yield match, Location(document.name, *lines.place(match.start()))


# Several rules ask it of one file, one after the other.
@lru_cache(maxsize=1)
def unusual(document: Document) -> str:
    """Return the characters of a file that are neither in ASCII nor Latin, each once.

    Most files have a handful, and need not be searched for anything that is not among them.
    """
    return "".join(set(_UNUSUAL.findall(document.source_text)))
