"""The facets of XML Schema data types (Part 2, 4.3): RELAX NG calls them parameters."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sized
from decimal import Decimal
from typing import cast

from tei_edition.relaxng.datatypes import Check, Datatype, Facet
from tei_edition.relaxng.moments import Duration, Moment
from tei_edition.relaxng.regex import Regex

_LENGTHS: dict[str, Callable[[int, int], bool]] = {
    "length": operator.eq,
    "minLength": operator.ge,
    "maxLength": operator.le,
}
_BOUNDS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
_FITTING = {
    "string": {*_LENGTHS},
    "list": {*_LENGTHS},
    "binary": {*_LENGTHS},
    "ordered": {*_BOUNDS},
    "decimal": {*_BOUNDS, "totalDigits", "fractionDigits"},
    "plain": set[str](),
}


def facet(datatype: Datatype, name: str, text: str) -> Facet:
    """The facet `name` with the value `text`; ValueError when the type cannot have it."""
    if name == "pattern":
        return Facet(name, text, _pattern(text))
    if name not in _FITTING[datatype.kind]:
        raise ValueError(f'the data type "{datatype.name}" takes no parameter "{name}"')
    if name in _LENGTHS:
        return Facet(name, text, _length(name, _count(name, text)))
    if name in _BOUNDS:
        return Facet(name, text, _bound(name, datatype, text))
    return Facet(name, text, _digits(name, _count(name, text)))


def _count(name: str, text: str) -> int:
    least = 1 if name == "totalDigits" else 0
    if not re.fullmatch(r"\s*\+?[0-9]+\s*", text) or int(text) < least:
        raise ValueError(f'"{text}" is no value for the parameter "{name}"')
    return int(text)


def _pattern(text: str) -> Check:
    try:
        regex = Regex(text)
    except ValueError as error:
        raise ValueError(f'the regular expression "{text}" is not well-formed: {error}') from None
    return _Pattern(regex)


class _Pattern:
    """A check that keeps its expression, so that samples can be made from it."""

    def __init__(self, regex: Regex) -> None:
        self.regex = regex

    def __call__(self, value: object, text: str) -> bool:
        return self.regex.matches(text)


def regex_of(facet: Facet) -> Regex | None:
    """The expression of a `pattern` facet."""
    return facet.holds.regex if isinstance(facet.holds, _Pattern) else None


def _length(name: str, wanted: int) -> Check:
    compare = _LENGTHS[name]
    return lambda value, text: compare(len(cast(Sized, value)), wanted)


def _bound(name: str, datatype: Datatype, text: str) -> Check:
    try:
        limit = datatype.value_of(text, None)
    except ValueError:
        raise ValueError(f'"{text}" is no {datatype.name}, so it cannot be a limit') from None
    if name == "minInclusive":
        return lambda value, _: value == limit or _before(limit, value)
    if name == "minExclusive":
        return lambda value, _: _before(limit, value)
    if name == "maxInclusive":
        return lambda value, _: value == limit or _before(value, limit)
    return lambda value, _: _before(value, limit)


def _before(one: object, other: object) -> bool:
    if isinstance(one, Moment) and isinstance(other, Moment):
        return one.before(other)
    if isinstance(one, Duration) and isinstance(other, Duration):
        return one.before(other)
    if isinstance(one, int | float | Decimal) and isinstance(other, int | float | Decimal):
        return one < other
    return False


def _digits(name: str, most: int) -> Check:
    def holds(value: object, text: str) -> bool:
        sign_free = text.lstrip("+-").lstrip("0")
        whole, _, fraction = sign_free.partition(".")
        fraction = fraction.rstrip("0")
        digits = len(fraction) if name == "fractionDigits" else len(whole + fraction)
        return digits <= most

    return holds
