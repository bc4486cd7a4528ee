"""Changes to files as a unified diff, which people read and ``patch`` and ``git apply`` take."""

import difflib

from tei_edition.report.excerpt import visible

_COLOURS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def render(name: str, before: str, after: str, *, colour: bool = False) -> str:
    """Return the diff of one file, with the name that it has in the project.

    With `colour`, it is for a terminal: characters that could move its cursor are replaced.
    """
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(_painted(line) if colour else _ended(line) for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; only a line feed ends one, as ``patch`` has it."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str) -> str:
    paint = _COLOURS.get(line[:1], "")
    return f"{paint}{visible(line.rstrip())}{_PLAIN if paint else ''}\n"
