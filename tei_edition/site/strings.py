"""The words of the interface in one language, read from the stylesheets' locale files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from lxml import etree

FALLBACK = "en"
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


CATEGORIES = "plural.categories"
"""The key under which the stylesheets find the plural category of every number below 200; the
rules of the CLDR go by the last two figures, so that larger numbers follow from these."""


class Strings:
    """The interface's words: `texts` maps a key to its text in `language`.

    Texts with ``{name}`` are patterns, filled in by `fill`. Counted things have one text for
    each plural category of the Unicode CLDR: ``letters.one``, ``letters.other``.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.texts = MappingProxyType(dict(texts))
        self.locale = locale_of(language)
        self._counts: dict[tuple[str, int], str] = {}

    @property
    def direction(self) -> str:
        """Return ``rtl`` or ``ltr``, for the attribute ``dir``."""
        return "rtl" if self.locale.language in _RIGHT_TO_LEFT else "ltr"

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def get(self, key: str, default: str) -> str:
        """Return a text, or `default` where a word of the edition's own has no translation."""
        return self.texts.get(key, default)

    def fill(self, key: str, **values: object) -> str:
        """Return a text with its ``{name}`` filled in."""
        return self.texts[key].format(**{k: self._apart(v) for k, v in values.items()})

    def _apart(self, value: object) -> object:
        """Return a text wholly of the other direction isolated (UAX 9), so that a Latin name in an
        Arabic line leaves the punctuation around it where it belongs."""
        directions = {bidirectional(char) for char in str(value)}
        if self.direction == "ltr" or "L" not in directions or directions & {"R", "AL"}:
            return value
        return f"\u2068{value}\u2069"

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun: ``37 letters``."""
        known = self._counts.get((key, number))
        if known is None:
            shown = format_decimal(number, locale=self.locale)
            known = self._counts[key, number] = self.plural(key, number, n=shown)
        return known

    def plural(self, key: str, number: int, **values: object) -> str:
        """Return the form of a text that goes with a number, with its ``{name}`` filled in."""
        category = str(self.locale.plural_form(number))
        pattern = self.texts.get(f"{key}.{category}") or self.texts[f"{key}.other"]
        return pattern.format(**{k: self._apart(v) for k, v in values.items()})

    def join(self, parts: list[str]) -> str:
        """Return an enumeration: ``a``, ``a and b``, ``a, b and c``."""
        if len(parts) < 2:
            return "".join(parts)
        *head, last = (str(self._apart(part)) for part in parts)
        return f"{self.texts['list.comma'].join(head)}{self.texts['list.and']}{last}"

    def language_name(self, tag: str) -> str:
        """Return the name of a language by its BCP 47 tag, with its script where the tag has one:
        ``Russian (Latin)``. A language without a name keeps its tag."""
        primary, *rest = tag.split("-")
        name = self.locale.languages.get(primary.lower())
        if not name:
            return tag
        scripts = [self.locale.scripts.get(part.title()) for part in rest if len(part) == 4]
        return f"{name} ({scripts[0]})" if scripts and scripts[0] else str(name)


def locale_of(language: str) -> Locale:
    """Return the locale of dates and numbers. English without a country is international English:
    ``16 December 1947``, as editions of letters write it."""
    try:
        return Locale.parse(
            "en_001" if language == "en" else language, sep="-" if "-" in language else "_"
        )
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_001")


def with_own(strings: Strings, texts: Mapping[str, str]) -> Strings:
    """Return the words with the edition's own in place of some of them."""
    return Strings(strings.language, {**strings.texts, **texts}) if texts else strings


@cache
def load(folder: Path, language: str) -> Strings:
    """Read the strings of a language; what it lacks is taken from English."""
    texts: dict[str, str] = {}
    spoken = FALLBACK
    for tag in (FALLBACK, language.partition("-")[0], language):
        path = folder / f"{tag}.xml"
        if path.is_file():
            spoken = tag
            root = etree.parse(path).getroot()
            texts |= {str(s.get("key")): s.text or "" for s in root.iter("{*}string")}
    shown = language if spoken != FALLBACK else FALLBACK
    plural = locale_of(shown).plural_form
    texts[CATEGORIES] = " ".join(str(plural(number)) for number in range(200))
    return Strings(shown, texts)
