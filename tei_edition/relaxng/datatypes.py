"""Data types (RELAX NG section 6.2.8): what text of a type looks like and when two are equal."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tei_edition.relaxng.patterns import Scope

Reader = Callable[[str, Scope | None], object]
"""Turns text into a value that can be compared; ValueError when the text is none of the type."""

Check = Callable[[object, str], bool]
"""Whether a value, given with its text, satisfies a facet."""

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


@dataclass(frozen=True, eq=False)
class Facet:
    name: str
    text: str
    holds: Check


@dataclass(frozen=True, eq=False)
class Datatype:
    """A named type, perhaps restricted by facets.

    `read` gets the text with its white space treated as `whitespace` says ("preserve",
    "replace" or "collapse"). `sample` makes up a text of the type, before facets.
    """

    name: str
    read: Reader
    sample: Callable[[random.Random], str]
    whitespace: str = "collapse"
    kind: str = "string"
    """Which facets fit: "string", "list", "binary", "ordered", "decimal" or "plain"."""
    needs_scope: bool = False
    """Whether values mean something only where they stand, because of their prefixes."""
    facets: tuple[Facet, ...] = ()

    def value_of(self, text: str, scope: Scope | None) -> object:
        """The value that `text` stands for; ValueError when it is none of this type."""
        text = self.normalized(text)
        value = self.read(text, scope)
        for facet in self.facets:
            if not facet.holds(value, text):
                raise ValueError(text)
        return value

    def allows(self, text: str, scope: Scope | None = None) -> bool:
        try:
            self.value_of(text, scope)
        except ValueError:
            return False
        return True

    def equals(self, value: object, text: str, scope: Scope | None = None) -> bool:
        try:
            return self.value_of(text, scope) == value
        except ValueError:
            return False

    def normalized(self, text: str) -> str:
        if self.whitespace == "collapse":
            return " ".join(text.split())
        if self.whitespace == "replace":
            return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
        return text

    def restricted(self, facets: Iterable[Facet]) -> Datatype:
        return replace(self, facets=(*self.facets, *facets))


def _as_it_is(text: str, scope: Scope | None) -> object:
    return text


def _some_word(rng: random.Random) -> str:
    return "".join(rng.choice("abcdeinorstu") for _ in range(rng.randint(1, 8)))


STRING = Datatype("string", _as_it_is, _some_word, whitespace="preserve")
TOKEN = Datatype("token", _as_it_is, _some_word)
BUILT_IN = {"string": STRING, "token": TOKEN}


def find(library: str, name: str, params: Iterable[tuple[str, str]]) -> Datatype:
    """The type `name` of a library, with its parameters; ValueError says why there is none."""
    params = list(params)
    if library == "":
        if name not in BUILT_IN:
            raise ValueError(f'the built-in data types are "string" and "token", not "{name}"')
        if params:
            raise ValueError("the built-in data types take no parameters")
        return BUILT_IN[name]
    if library != XSD:
        raise ValueError(f'the data type library "{library}" is not known, only "{XSD}"')
    # XML Schema is loaded when the first schema asks for it.
    from tei_edition.relaxng import facets, xsd

    if name not in xsd.TYPES:
        raise ValueError(f'XML Schema has no data type "{name}" that can be used here')
    datatype = xsd.TYPES[name]
    return datatype.restricted([facets.facet(datatype, *param) for param in params])
