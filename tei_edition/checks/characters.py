"""The characters of a file as they stand in it, with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from tei_edition.diagnostics import Location
from tei_edition.xml import Document


def found(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
    """Yield the matches of a pattern in the text of a file, mark-up included."""
    text = document.source_text
    starts: list[int] = []
    for match in pattern.finditer(text):
        if not starts:
            starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        line = bisect_right(starts, match.start())
        yield match, Location(document.name, line, match.start() - starts[line - 1] + 1)
