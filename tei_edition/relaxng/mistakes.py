"""The sentences of findings, a function for each kind of mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from tei_edition.relaxng.descriptions import allowed
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.names import local_part, namespace_of
from tei_edition.relaxng.outlook import name_of
from tei_edition.relaxng.patterns import Element, Pattern
from tei_edition.relaxng.spelling import by_nearness, similarity
from tei_edition.relaxng.wording import clipped, leading, quoted, shortened, shown

TEXT = "text"
MOST, FEW = 10, 5


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand at a place: Clark names, and whether text may.

    `usage` tells how often a name occurs in the document: that is likely to be meant again.
    """

    names: Sequence[str]
    usage: Counter[str]
    required: Sequence[str] = ()
    text: bool = False

    def line(self, at: etree._Element, near: str = "") -> str:
        """The line of the hint; empty when nothing is allowed."""
        called = _caller(at)
        first = [TEXT] * self.text + [called(name) for name in self.required]
        required = set(self.required)
        others = [name for name in self._ranked(near) if name not in required]
        most = MOST
        if len(first) + len(others) > MOST:
            apt = sum(self._is_apt(name, near) for name in self.names) + len(first)
            most = min(max(apt, FEW), MOST)
        words = [*first, *map(called, others[:most])]
        hidden = len(others) - len(others[:most])
        return f"allowed here: {shortened(words, first, most, hidden)}" if words else ""

    def _ranked(self, near: str) -> list[str]:
        usage = self.usage
        used = sorted(self.names, key=lambda name: -usage.get(name, 0))
        return by_nearness(near, used) if near else used

    def _is_apt(self, name: str, near: str) -> bool:
        return name in self.usage or (near != "" and similarity(near, name) > 0)

    @property
    def expected(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.required, *self.names]))


def _called(name: str, at: etree._Element) -> str:
    return _caller(at)(name)


def _caller(at: etree._Element) -> Callable[[str], str]:
    """How names are spelt at a place; asking the place for its prefixes is slow, so once."""
    prefixes, home = at.nsmap, namespace_of(str(at.tag))
    return lambda name: shown(name, prefixes, home)


def hint(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _meant(name: str | None, at: etree._Element) -> str:
    return f'did you mean "{_called(name, at)}"?' if name else ""


def wrong_root(root: etree._Element, may: Allowed, near: str | None) -> Finding:
    return Finding(
        "RNG101",
        f'a document cannot begin with the element "{local_part(str(root.tag))}"',
        hint(may.line(root, str(root.tag)), _meant(near, root)),
        root,
        expected=may.expected,
    )


def misplaced(
    child: etree._Element,
    parent: etree._Element,
    may: Allowed,
    wrappers: Sequence[str],
    outer: etree._Element | None = None,
) -> Finding:
    """`wrappers` may be put around the child; `outer` is the nearest element that may have it."""
    inside = f"it may stand in: {leading(wrappers, _caller(child))}" if wrappers else ""
    if outer is not None and not any(name in may.usage for name in wrappers):
        inside = (
            f'it may stand in "{local_part(str(outer.tag))}", outside of this '
            f'"{local_part(str(parent.tag))}"'
        )
    return Finding(
        "RNG102",
        f'element "{_called(str(child.tag), parent)}" is not allowed in '
        f'"{local_part(str(parent.tag))}"',
        hint(may.line(parent), inside),
        child,
        expected=may.expected,
    )


def unknown(
    child: etree._Element, parent: etree._Element, may: Allowed, near: str | None
) -> Finding:
    namespace = namespace_of(str(child.tag))
    foreign = namespace != namespace_of(str(parent.tag)) and namespace
    where = f' of the namespace "{namespace}"' if foreign else ""
    return Finding(
        "RNG103",
        f'element "{local_part(str(child.tag))}"{where} is not in this schema',
        hint(may.line(parent, "" if foreign else str(child.tag)), _meant(near, parent)),
        child,
        expected=may.expected,
    )


def out_of_order(
    child: etree._Element, blocker: etree._Element, may: Allowed, movable: bool
) -> Finding:
    parent = local_part(str(child.getparent().tag))  # type: ignore[union-attr]
    name, after = (local_part(str(each.tag)) for each in (child, blocker))
    return Finding(
        "RNG104",
        f'element "{name}" is allowed in "{parent}", but not after "{after}"',
        f'move it before "{after}"' if movable else may.line(child),
        child,
        expected=may.expected,
    )


def too_early(child: etree._Element, after: etree._Element | None) -> Finding:
    """`after` is the element behind which the child may stand."""
    parent = local_part(str(child.getparent().tag))  # type: ignore[union-attr]
    name = local_part(str(child.tag))
    behind = f'"{local_part(str(after.tag))}"' if after is not None else "what follows it"
    return Finding(
        "RNG104",
        f'element "{name}" is allowed in "{parent}", but comes too early here',
        f"move it after {behind}",
        child,
    )


def lacking(
    parent: etree._Element,
    steps: Sequence[Sequence[Element]],
    before: etree._Element | None,
    note: str,
) -> Finding:
    """`note` is what the schema says about the missing element."""
    names = [[name_of(element) for element in step] for step in steps]
    called = [[_called(name, parent) for name in step] for step in names]
    certain = [step[0] for step in called if len(step) == 1]
    if certain:
        what, them = quoted(certain), "it" if len(certain) == 1 else "them"
    else:
        what, them = f"one of: {shortened(called[0])}", "one"
    tag = local_part(str(parent.tag))
    if before is not None:
        place = f'before "{local_part(str(before.tag))}"'
    else:
        place = f'at the end of "{tag}"' if len(parent) else f'inside "{tag}"'
    return Finding(
        "RNG105",
        f'element "{tag}" lacks {what}',
        hint(f"add {them} {place}", note),
        parent if before is None else before,
        expected=tuple(name for step in names for name in step),
    )


def stray_text(
    parent: etree._Element, holder: etree._Element, text: str, may: Allowed, wrappers: Sequence[str]
) -> Finding:
    inside = f"put it into one of: {leading(wrappers, _caller(parent))}"
    return Finding(
        "RNG106",
        f'text is not allowed directly in "{local_part(str(parent.tag))}": "{clipped(text)}"',
        inside if wrappers else may.line(parent) or "it must be empty: put the text elsewhere",
        parent,
        text_of=holder,
        expected=may.expected,
        value=text,
    )


def wrong_attribute(
    element: etree._Element, name: str, may: Allowed, near: str | None, rival: str | None
) -> Finding:
    tag, called = local_part(str(element.tag)), called_attribute(name, element)
    if rival is not None:
        message = (
            f'attributes "{called_attribute(rival, element)}" and "{called}" are not allowed '
            f'together on "{tag}"'
        )
        return Finding("RNG107", message, "keep one of them", element, name)
    return Finding(
        "RNG107",
        f'attribute "{called}" is not allowed on "{tag}"',
        hint(
            may.line(element, name),
            f'did you mean "{called_attribute(near, element)}"?' if near else "",
        ),
        element,
        name,
        expected=may.expected,
        value=element.get(name),
    )


def called_attribute(name: str, at: etree._Element) -> str:
    return shown(name, {prefix: uri for prefix, uri in at.nsmap.items() if prefix})


def lacking_attribute(
    element: etree._Element, names: Sequence[str], value: Pattern | None, note: str
) -> Finding:
    called = [called_attribute(name, element) for name in names]
    what = f'the attribute "{called[0]}"' if len(called) == 1 else "one of the attributes "
    if len(called) > 1:
        what += quoted(called, "or")
    return Finding(
        "RNG108",
        f'element "{local_part(str(element.tag))}" lacks {what}',
        hint(f"its value: {allowed(value, '')}" if value and allowed(value, "") else "", note),
        element,
        expected=tuple(names),
    )


def wrong_namespace(element: etree._Element, right: str) -> Finding:
    namespace, wanted = namespace_of(str(element.tag)), namespace_of(right)
    where = f'in the namespace "{namespace}"' if namespace else "in no namespace"
    should = f'in "{wanted}"' if wanted else "in none"
    prefix = f"{element.prefix}:" if element.prefix else ""
    return Finding(
        "RNG111",
        f'element "{prefix}{local_part(right)}" is {where}, but the schema has it {should}',
        _declaration(element, namespace, wanted),
        element,
        expected=(right,),
    )


def _declaration(element: etree._Element, namespace: str, wanted: str) -> str:
    """Say what to do with the declaration that puts an element into its namespace."""
    if element.prefix and not wanted:
        return f'remove "{element.prefix}:"'
    name = f"xmlns:{element.prefix}" if element.prefix else "xmlns"
    parent = element.getparent()
    if parent is not None and (parent.nsmap.get(element.prefix) or "") == wanted:
        return f'remove {name}="{namespace}"'
    return f'write {name}="{wanted}" instead' if namespace else f'add {name}="{wanted}"'


def too_many(child: etree._Element, parent: etree._Element) -> Finding:
    name = _called(str(child.tag), parent)
    return Finding(
        "RNG112",
        f'element "{name}" may occur only once in "{local_part(str(parent.tag))}"',
        "remove it, or join it with the one before",
        child,
    )


def unexplained(root: etree._Element) -> Finding:
    """For what no other sentence fits, so that an invalid document never passes for valid."""
    return Finding(
        "RNG102",
        f'the content of "{local_part(str(root.tag))}" does not fit the schema',
        "several patterns of the schema are possible here, and none of them fits as a whole",
        root,
    )
