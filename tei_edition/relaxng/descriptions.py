"""What a value must look like, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tei_edition.relaxng.datatypes import Datatype
from tei_edition.relaxng.moments import days_in_month
from tei_edition.relaxng.outlook import texts
from tei_edition.relaxng.patterns import Pattern, Several
from tei_edition.relaxng.spelling import by_nearness, nearest
from tei_edition.relaxng.values import Data, List, Value
from tei_edition.relaxng.wording import shortened

_WORDS = {
    "string": "any text", "normalizedString": "any text", "token": "any text",
    "language": "a language code as de, en-GB or zh-Hant",
    "Name": "a name: it begins with a letter and has no spaces",
    "NMTOKEN": "a word of letters, digits, dots, hyphens and underscores",
    "NMTOKENS": "words of letters, digits, dots, hyphens and underscores",
    "NCName": "a name: it begins with a letter and has no spaces and no colons",
    "ID": "an identifier: it begins with a letter and has no spaces and no colons",
    "IDREF": "the xml:id of an element", "IDREFS": "the xml:ids of elements",
    "QName": "a name whose prefix is declared",
    "boolean": '"true" or "false"', "decimal": "a number as 12 or 1.5",
    "float": "a number as 12 or 1.5", "double": "a number as 12 or 1.5",
    "integer": "a whole number", "long": "a whole number", "int": "a whole number",
    "short": "a whole number", "byte": "a whole number from -128 to 127",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "nonPositiveInteger": "a whole number, 0 or less", "negativeInteger": "a whole number below 0",
    "unsignedLong": "a whole number, 0 or more", "unsignedInt": "a whole number, 0 or more",
    "unsignedShort": "a whole number from 0 to 65535",
    "unsignedByte": "a whole number from 0 to 255",
    "duration": "a duration as P3D (three days) or PT2H (two hours)",
    "dateTime": "a date with a time as 1899-08-02T10:30:00", "date": "a date as 1899-08-02",
    "time": "a time as 10:30:00", "gYearMonth": "a month as 1899-08", "gYear": "a year as 1899",
    "gMonthDay": "a day of the year as --08-02", "gDay": "a day of the month as ---02",
    "gMonth": "a month of the year as --08", "hexBinary": "hexadecimal digits in pairs",
    "base64Binary": "data in Base64", "anyURI": "an address as #p1, letter.xml or https://example.org",
}  # fmt: skip
_LONGEST = 200
_LONGEST_PATTERN, _MOST_FORMS = 40, 3
_DATES = ("gYear", "gYearMonth", "date")
_MOMENTS = frozenset({*_DATES, "dateTime", "time", "gMonthDay", "gDay", "gMonth"})
_PATTERNS = {
    r"[^\p{C}\p{Z}]+": "a word without spaces",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word without spaces",
    r"\S+": "a word without spaces",
}
_BOUNDS = {
    "minInclusive": "not below {}", "minExclusive": "above {}", "maxInclusive": "not above {}",
    "maxExclusive": "below {}", "length": "{} characters long", "minLength": "at least {} long",
    "maxLength": "at most {} long",
}  # fmt: skip

Accepts = Callable[[str], bool]


def allowed(pattern: Pattern, near: str) -> str:
    """What a value must be, such as `"a", "m" or a whole number`."""
    found = list(dict.fromkeys(texts(pattern)))
    literals = [each.literal for each in found if isinstance(each, Value)]
    kinds = [each.datatype for each in found if isinstance(each, Data)]
    if literals and any(kind.name == "boolean" for kind in kinds):
        literals += ["true", "false"]
        kinds = [kind for kind in kinds if kind.name != "boolean"]
    listed = by_nearness(near, filter(None, literals)) if near else [*filter(None, literals)]
    parts = [shortened([f'"{literal}"' for literal in listed])] if listed else []
    parts += _described(kinds, near)
    text = " or ".join([*parts, "an empty value"] if "" in literals else parts)
    return f"{text}; several are separated by spaces" if _is_list(pattern) else text


def literals_of(pattern: Pattern) -> list[str]:
    """The values a pattern lists one by one."""
    return [each.literal for each in texts(pattern) if isinstance(each, Value)]


def near_value(pattern: Pattern, text: str, accepts: Accepts) -> str | None:
    """A value that was probably meant, and that is allowed."""
    if len(text) > _LONGEST:
        return None
    for attempt in (_near_literal(pattern, text), *_repairs(text)):
        if attempt and attempt != text and accepts(attempt):
            return attempt
    return None


def missing_day(text: str) -> str:
    """Says so if `text` is a date that no calendar has."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", text.strip())
    if not found:
        return ""
    last = days_in_month(int(found[1]), int(found[2]))
    is_missing = not 1 <= int(found[3]) <= last
    return f"{found[1]}-{found[2]} has only {last} days" if is_missing else ""


def is_cut(pattern: Pattern) -> bool:
    """Whether `allowed` leaves a form out because it is too long to be read."""
    return any(
        facet.name == "pattern" and len(facet.text) > _LONGEST_PATTERN
        for each in texts(pattern)
        if isinstance(each, Data) and each.datatype.name not in _MOMENTS
        for facet in each.datatype.facets
    )


def _described(kinds: list[Datatype], near: str) -> list[str]:
    names = {kind.name for kind in kinds if all(facet.name == "pattern" for facet in kind.facets)}
    found = []
    if names.issuperset(_DATES):
        found.append("a date as 1899, 1899-08 or 1899-08-02")
        if "T" in near and "dateTime" in names:
            found.append(_WORDS["dateTime"])
        kinds = [kind for kind in kinds if kind.name not in _MOMENTS]
    ways: dict[str, list[str]] = {}
    for kind in kinds:
        words, form = _restricted(kind)
        ways.setdefault(words, []).append(form)
    return found + [f"{words}{_forms(forms)}" for words, forms in ways.items()]


def _forms(forms: Sequence[str]) -> str:
    """What comes after the name of a type: the forms that a value may have."""
    shown = [form for form in dict.fromkeys(forms) if form]
    listed = " or ".join(shown[:_MOST_FORMS])
    more = f" (and {len(shown) - _MOST_FORMS} more)" if len(shown) > _MOST_FORMS else ""
    return f" of the form {listed}{more}" if shown else ""


def _restricted(kind: Datatype) -> tuple[str, str]:
    """What a value must be, and the form it must have, if that is not said yet."""
    patterns = [facet.text for facet in kind.facets if facet.name == "pattern"]
    limits = {facet.name: facet.text for facet in kind.facets}
    bounds = [_BOUNDS[name].format(text) for name, text in limits.items() if name in _BOUNDS]
    if {"minInclusive", "maxInclusive"} <= set(limits):
        bounds = [f"from {limits['minInclusive']} to {limits['maxInclusive']}"]
    words = _WORDS.get(kind.name, f"of the type {kind.name}")
    if kind.name in _MOMENTS:
        patterns = []
    elif patterns and words == "any text":
        words = next((_PATTERNS[each] for each in patterns if each in _PATTERNS), "text")
    patterns = [each for each in patterns if each not in _PATTERNS]
    if patterns:  # an example would not have this form
        words = words.partition(" as ")[0].partition(":")[0]
    if any(len(each) > _LONGEST_PATTERN for each in patterns):
        words, patterns = f"{words} of a certain form", []
    return " ".join([words, *bounds]), " and ".join(patterns)


def _is_list(pattern: Pattern) -> bool:
    return isinstance(pattern, List) or (
        isinstance(pattern, Several) and any(map(_is_list, pattern.members))
    )


def _near_literal(pattern: Pattern, text: str) -> str | None:
    if not _is_list(pattern):
        return nearest(text.strip(), literals_of(pattern))
    words = text.split()
    known = literals_of(pattern)
    return " ".join(word if word in known else nearest(word, known) or word for word in words)


def _repairs(text: str) -> Iterator[str]:
    """Ways of writing dates, references and words that come out of other habits."""
    plain = text.strip()
    yield plain
    yield re.sub("[–—‐‑−]", "-", plain)
    if re.fullmatch(r"[\dOolI-]+", plain):
        yield plain.translate(str.maketrans("OolI", "0011"))
    found = re.fullmatch(r"(-?\d{3,4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", plain)
    if found:
        yield "-".join([found[1].zfill(4), *(part.zfill(2) for part in found.groups()[1:] if part)])
    found = re.fullmatch(r"(?:(\d{1,2})[./-]\s?)?(\d{1,2})[./-]\s?(\d{4})", plain)
    if found:
        yield "-".join([found[3], found[2].zfill(2), *([found[1].zfill(2)] if found[1] else [])])
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", plain):
        yield f"{plain}:00"
    found = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", plain)
    if found:
        yield "-".join(found.groups())
    yield plain.lower()
    yield plain.replace("_", "-")
    yield {"yes": "true", "no": "false"}.get(plain.lower(), "")
    yield re.sub(r"\s+", "_", plain)
