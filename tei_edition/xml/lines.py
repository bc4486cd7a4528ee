"""Lines and columns of a text, 1-based, and the numbers of the characters that stand there."""

import re
from bisect import bisect_right


class Lines:
    """Knows where the lines of a text begin, whose line ends are ``\\n``."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of a character."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the number of the character that stands at a place."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1
