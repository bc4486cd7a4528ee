"""What a schema may not say although its syntax is right (RELAX NG section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from tei_edition.relaxng.names import Name, NameClass, overlap
from tei_edition.relaxng.patterns import (
    EMPTY,
    TEXT,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    NotAllowed,
    OneOrMore,
    Pattern,
    Several,
)
from tei_edition.relaxng.syntax import Node
from tei_edition.relaxng.values import Data, List, Value

_SIMPLE, _COMPLEX, _NOTHING = "simple", "complex", "nothing"

_KINDS: dict[type[Pattern], str] = {
    Attribute: "attribute", Element: "element", List: "list", Group: "group",
    Interleave: "interleave", OneOrMore: "oneOrMore", Data: "data", Value: "value",
    type(TEXT): "text", type(EMPTY): "empty",
}  # fmt: skip

_FORBIDDEN = {
    "start": {
        "attribute", "data", "value", "text", "list", "group", "interleave", "oneOrMore", "empty",
    },
    "attribute": {"element", "attribute"},
    "list": {"list", "element", "attribute", "text", "interleave"},
    "except": {
        "attribute", "element", "list", "text", "group", "interleave", "oneOrMore", "empty",
    },
    "oneOrMore": set[str](),
    "oneOrMore with group": {"attribute"},
}  # fmt: skip
_PLAIN = {"oneOrMore with group": "oneOrMore with a group or interleave in it"}


class Restrictions:
    """Checks every part of a schema once."""

    def __init__(self) -> None:
        self._seen: set[tuple[Pattern, frozenset[str]]] = set()
        self._content_types: dict[Pattern, str] = {}
        self._attributes: dict[Pattern, frozenset[NameClass]] = {}
        self._elements: dict[Pattern, frozenset[NameClass]] = {}

    def check(self, start: Pattern, node: Node) -> None:
        self._paths(start, frozenset({"start"}), node)
        for element in elements_below(start):
            assert element.node is not None
            self._paths(element.content, frozenset(), element.node)
            self._content_type(element.content, element.node)
            self._check_attributes(element.content, element.node, False)
            self._check_interleave(element.content, element.node)

    # 7.1: which pattern may stand in which

    def _paths(self, pattern: Pattern, around: frozenset[str], node: Node) -> None:
        if (pattern, around) in self._seen:
            return
        self._seen.add((pattern, around))
        kind = _KINDS.get(type(pattern), "")
        for outer in around:
            if kind in _FORBIDDEN[outer]:
                raise _at(pattern, node).error(
                    f"<{kind}> is not allowed inside {_PLAIN.get(outer, f'<{outer}>')}",
                    "see the specification of RELAX NG, section 7.1",
                )
        if isinstance(pattern, Element):
            return
        for inner, context in _inside(pattern, around):
            self._paths(inner, context, _at(pattern, node))

    # 7.2: data must not stand beside elements or other data

    def _content_type(self, pattern: Pattern, node: Node) -> str:
        known = self._content_types.get(pattern)
        if known is None:
            known = self._content_types[pattern] = self._new_content_type(pattern, node)
        return known

    def _new_content_type(self, pattern: Pattern, node: Node) -> str:
        if isinstance(pattern, Data | Value | List):
            if isinstance(pattern, Data) and pattern.excluded is not None:
                self._content_type(pattern.excluded, node)
            return _SIMPLE
        if isinstance(pattern, Attribute):
            self._content_type(pattern.value, _at(pattern, node))
            return _NOTHING
        if isinstance(pattern, OneOrMore):
            kind = self._content_type(pattern.item, node)
            return _together([kind, kind], node)
        if isinstance(pattern, Several):
            kinds = [self._content_type(member, node) for member in pattern.members]
            return _widest(kinds) if isinstance(pattern, Choice) else _together(kinds, node)
        return _NOTHING if pattern is EMPTY or isinstance(pattern, NotAllowed) else _COMPLEX

    # 7.3: attributes

    def _check_attributes(self, pattern: Pattern, node: Node, repeated: bool) -> None:
        if not pattern.has_attributes or (pattern, frozenset({str(repeated)})) in self._seen:
            return
        self._seen.add((pattern, frozenset({str(repeated)})))
        if isinstance(pattern, Attribute):
            _check_wildcard(pattern, repeated)
        elif isinstance(pattern, OneOrMore):
            self._check_attributes(pattern.item, node, True)
        elif isinstance(pattern, Several):
            for member in pattern.members:
                self._check_attributes(member, node, repeated)
            if not isinstance(pattern, Choice):
                self._check_duplicates(pattern, node)

    def _check_duplicates(self, pattern: Several, node: Node) -> None:
        sets = [self._attribute_names(m) for m in pattern.members if m.has_attributes]
        shared = _shared(sets)
        if shared is not None:
            raise node.error(
                f"the attribute {_called(shared)} is allowed twice in one element",
                "an attribute can occur only once, so remove one of the two",
            )

    def _attribute_names(self, pattern: Pattern) -> frozenset[NameClass]:
        found = self._attributes.get(pattern)
        if found is None:
            found = self._attributes[pattern] = frozenset(_names_in(pattern, Attribute))
        return found

    # 7.4: interleave

    def _check_interleave(self, pattern: Pattern, node: Node) -> None:
        if (pattern, frozenset({"interleaved"})) in self._seen:
            return
        self._seen.add((pattern, frozenset({"interleaved"})))
        if isinstance(pattern, Interleave):
            self._check_interleaved(pattern, node)
        for inner, _ in _inside(pattern, frozenset()):
            if not isinstance(pattern, Attribute | List | Data):
                self._check_interleave(inner, node)

    def _check_interleaved(self, pattern: Interleave, node: Node) -> None:
        shared = _shared([self._element_names(member) for member in pattern.members])
        if shared is not None:
            raise node.error(
                f"the element {_called(shared)} is in two branches of <interleave>",
                "one branch must be the only one with this element",
            )
        if sum(_has_text(member) for member in pattern.members) > 1:
            raise node.error(
                "text is in two branches of <interleave>", "let one branch only have text"
            )

    def _element_names(self, pattern: Pattern) -> frozenset[NameClass]:
        found = self._elements.get(pattern)
        if found is None:
            found = self._elements[pattern] = frozenset(_names_in(pattern, Element))
        return found


def elements_below(start: Pattern) -> list[Element]:
    """Every element pattern that a document can contain."""
    found: dict[Element, None] = {}
    seen: set[Pattern] = set()
    waiting = [start]
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, Element):
            found[pattern] = None
            waiting.append(pattern.content)
        else:
            waiting.extend(inner for inner, _ in _inside(pattern, frozenset()))
    return list(found)


def _at(pattern: Pattern, node: Node) -> Node:
    own = getattr(pattern, "node", None)
    return own if isinstance(own, Node) else node


def _inside(pattern: Pattern, around: frozenset[str]) -> list[tuple[Pattern, frozenset[str]]]:
    """The patterns directly inside another, each with what is now around it."""
    if isinstance(pattern, Several):
        if "oneOrMore" in around and not isinstance(pattern, Choice):
            around |= {"oneOrMore with group"}
        return [(member, around) for member in pattern.members]
    if isinstance(pattern, OneOrMore):
        return [(pattern.item, around | {"oneOrMore"})]
    if isinstance(pattern, Attribute):
        return [(pattern.value, around | {"attribute"})]
    if isinstance(pattern, List):
        return [(pattern.item, around | {"list"})]
    if isinstance(pattern, Data) and pattern.excluded is not None:
        return [(pattern.excluded, around | {"except"})]
    return []


def _names_in(pattern: Pattern, kind: type[Attribute | Element]) -> Iterable[NameClass]:
    if isinstance(pattern, Attribute | Element):
        if isinstance(pattern, kind):
            yield pattern.name
    elif isinstance(pattern, OneOrMore):
        yield from _names_in(pattern.item, kind)
    elif isinstance(pattern, Several):
        for member in pattern.members:
            yield from _names_in(member, kind)


def _has_text(pattern: Pattern) -> bool:
    if isinstance(pattern, OneOrMore):
        return _has_text(pattern.item)
    return pattern is TEXT or (
        isinstance(pattern, Several) and any(map(_has_text, pattern.members))
    )


def _shared(sets: list[frozenset[NameClass]]) -> NameClass | None:
    """A name class that overlaps with one of another set."""
    taken: set[NameClass] = set()
    wild: list[NameClass] = []
    for names in sets:
        for name in names:
            rivals: Iterable[NameClass] = wild if isinstance(name, Name) else [*taken, *wild]
            if name in taken or any(overlap(name, rival) for rival in rivals):
                return name
        taken |= names
        wild += [name for name in names if not isinstance(name, Name)]
    return None


def _check_wildcard(attribute: Attribute, repeated: bool) -> None:
    if attribute.name.is_finite or (repeated and attribute.value is TEXT):
        return
    assert attribute.node is not None
    what = "have <text/> as its value" if repeated else "stand in <oneOrMore> or <zeroOrMore>"
    raise attribute.node.error(f"an attribute with any name must {what}", "see section 7.3")


def _widest(kinds: list[str]) -> str:
    return next(kind for kind in (_SIMPLE, _COMPLEX, _NOTHING) if kind in kinds)


def _together(kinds: list[str], node: Node) -> str:
    for one, other in combinations(kinds, 2):
        if _NOTHING not in (one, other) and _SIMPLE in (one, other):
            raise node.error(
                "data or values stand beside elements, text or other data",
                "put several values into a <list>, or use <text/>",
            )
    return _widest(kinds)


def _called(name: NameClass) -> str:
    return " or ".join(f'"{each}"' for each in name.names()) or "with any name"
