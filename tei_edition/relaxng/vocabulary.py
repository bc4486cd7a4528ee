"""All names of a schema, whatever the place."""

from __future__ import annotations

from collections.abc import Iterable

from tei_edition.relaxng.names import local_part, namespace_of
from tei_edition.relaxng.outlook import (
    all_elements,
    allows_text,
    names_of,
    next_elements,
    required_elements,
)
from tei_edition.relaxng.patterns import Element, Pattern


class Vocabulary:
    """The element patterns of a schema by name, and what is known of their content."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.elements: dict[str, list[Element]] = {}
        for element in elements:
            for name in element.name.names():
                self.elements.setdefault(name, []).append(element)
        self._by_local: dict[str, list[str]] = {}
        for name in self.elements:
            self._by_local.setdefault(local_part(name), []).append(name)
        self._namespaces = {namespace_of(name) for name in self.elements}
        self._children: dict[Element, frozenset[str]] = {}
        self._following: dict[Pattern, tuple[Element, ...]] = {}
        self._required: dict[Pattern, frozenset[Element]] = {}
        self._holders: dict[tuple[Pattern, str | None], tuple[Element, ...]] = {}
        self._known: dict[tuple[Pattern, str], bool] = {}
        self._names: dict[Pattern, tuple[str, ...]] = {}
        self._namesakes: dict[Pattern, dict[str, tuple[Element, ...]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.elements

    def knows_namespace_of(self, name: str) -> bool:
        return namespace_of(name) in self._namespaces

    def twin(self, name: str) -> str | None:
        """The only name with the same local part in another namespace."""
        twins = self._by_local.get(local_part(name), [])
        return twins[0] if len(twins) == 1 and twins[0] != name else None

    def any_of(self, name: str) -> Element | None:
        """Some element pattern of this name."""
        return next(iter(self.elements.get(name, ())), None)

    def namesakes(self, pattern: Pattern, name: str) -> tuple[Element, ...]:
        """The element patterns in a content model that have a name in common with others."""
        found = self._namesakes.get(pattern)
        if found is None:
            by_name: dict[str, list[Element]] = {}
            for element in all_elements(pattern):
                for each in element.name.names():
                    by_name.setdefault(each, []).append(element)
            found = {each: tuple(same) for each, same in by_name.items() if len(same) > 1}
            self._namesakes[pattern] = found
        return found.get(name, ())

    def children(self, element: Element) -> frozenset[str]:
        """The names that may stand directly in an element."""
        found = self._children.get(element)
        if found is None:
            found = self._children[element] = frozenset(names_of(all_elements(element.content)))
        return found

    def may_hold(self, name: str, child: str) -> bool:
        """Whether elements called `name` may have a child called `child`."""
        return any(child in self.children(each) for each in self.elements.get(name, ()))

    def following(self, pattern: Pattern) -> tuple[Element, ...]:
        """The element patterns that may come first, each once."""
        found = self._following.get(pattern)
        if found is None:
            found = self._following[pattern] = tuple(dict.fromkeys(next_elements(pattern)))
        return found

    def required(self, pattern: Pattern) -> frozenset[Element]:
        """The element patterns that cannot be left out."""
        found = self._required.get(pattern)
        if found is None:
            found = self._required[pattern] = required_elements(pattern)
        return found

    def names(self, pattern: Pattern) -> tuple[str, ...]:
        """The names of the elements that may come first."""
        found = self._names.get(pattern)
        if found is None:
            found = self._names[pattern] = tuple(names_of(iter(self.following(pattern))))
        return found

    def may_have(self, pattern: Pattern, name: str) -> bool:
        """Whether an element of this name is allowed somewhere in a content model."""
        found = self._known.get((pattern, name))
        if found is None:
            found = any(name in element.name for element in all_elements(pattern))
            self._known[pattern, name] = found
        return found

    def holders(self, pattern: Pattern, name: str | None) -> tuple[Element, ...]:
        """The elements that may come first and that may contain `name`, or text if it is None."""
        found = self._holders.get((pattern, name))
        if found is None:
            found = self._holders[pattern, name] = tuple(
                each
                for each in self.following(pattern)
                if (allows_text(each.content) if name is None else name in self.children(each))
            )
        return found
