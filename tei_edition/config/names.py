"""Keys that must be names of something: words of the interface, elements of the TEI."""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from string import Formatter

from tei_edition.config.lines import Path
from tei_edition.config.sections import Config
from tei_edition.config.tei_names import ELEMENTS

Words = Callable[[], Mapping[str, str]]
"""Gives the words of the English interface by their keys; asked only where it matters."""

Mistake = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""

_ELEMENT = re.compile(r"(\*:)?([^\W\d][\w.-]*)(\[@type='[^']+'\])?")
_CATEGORY = re.compile(r"\.(zero|one|two|few|many)$")


def unknown_names(config: Config, words: Words | None) -> Iterator[Mistake]:
    """Yield the keys of `[site.strings]` and `[site.elements]` that name nothing."""
    for key in config.site.elements:
        if mistake := _element(key):
            yield ("site", "elements", key), *mistake
    if words and config.site.strings:
        known = words()
        for key, text in config.site.strings.items():
            if mistake := _word(key, text, known):
                yield ("site", "strings", key), *mistake


def _element(key: str) -> tuple[str, str] | None:
    match = _ELEMENT.fullmatch(key)
    if match is None:
        return (
            f'"{key}" is not the name of an element',
            "write NAME, NAME[@type='TYPE'], or *:NAME",
        )
    if match[1] or match[2] in ELEMENTS:
        return None
    return (
        f'the TEI has no element "{match[2]}"',
        _near(match[2], ELEMENTS, f'write "*:{match[2]}" if it is not the TEI\'s'),
    )


def _word(key: str, text: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Say what is wrong with a word: its key, or the places that are to be filled in."""
    english = known.get(key) or known.get(_CATEGORY.sub(".other", key))
    if english is None:
        return (
            f'the interface has no word with the key "{key}"',
            _near(key, known, "xslt/locale/en.xml has all keys with their words"),
        )
    allowed = {name for _, name, _, _ in Formatter().parse(english) if name}
    listed = ", ".join(f"{{{name}}}" for name in sorted(allowed))
    try:
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return f'"{key}" has a brace without its partner', "{NAME} is filled in; there is no other"
    if used <= allowed:
        return None
    strange = sorted(used - allowed)[0]
    return (
        f'"{key}" has no place for {{{strange}}}',
        f"what is filled in here: {listed or 'nothing'}",
    )


def _near(name: str, known: Collection[str], otherwise: str) -> str:
    by_lower = {other.lower(): other for other in known}
    near = difflib.get_close_matches(name.lower(), by_lower, n=1)
    return f'did you mean "{by_lower[near[0]]}"?\n{otherwise}' if near else otherwise
