"""The next element in which to look for mistakes, and what it is to be compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from tei_edition.relaxng.automaton import State
from tei_edition.relaxng.patterns import Element


@dataclass(frozen=True, slots=True)
class Visit:
    """An element to look at, and the pattern it is to be compared with, if one is known.

    `alias` holds a wrong name and the right one: within this element, all that is in the
    namespace of the first counts as being in that of the second. `rivals` are the patterns of
    the same name from which `element` was chosen.
    """

    node: etree._Element
    element: Element | None
    alias: tuple[str, str] | None = None
    rivals: tuple[Element, ...] = ()


Choose: TypeAlias = Callable[
    [etree._Element, Mapping[Element, State]], tuple[Element | None, State]
]
"""Chooses between the patterns a child may belong to, each given with the state behind it.

Answers the pattern to compare the child with, or nothing if it needs no look, and the state.
"""
