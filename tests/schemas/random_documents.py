"""Makes random documents that a RELAX NG grammar allows, to see whether TEI allows them too."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
WORDS = ("Peking", "8 мая", "毛泽东", "via", "radio", "& Co.", "«да»", "No. 58986")
SAMPLES: dict[str, Callable[[random.Random], str]] = {
    "gYear": lambda r: f"{r.randint(1000, 9999)}",
    "gYearMonth": lambda r: f"{r.randint(1000, 9999)}-{r.randint(1, 12):02}",
    "date": lambda r: f"{r.randint(1000, 9999)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}",
    "dateTime": lambda r: f"1949-10-12T{r.randint(0, 23):02}:10:00" + r.choice(["", "Z", "+08:00"]),
    "time": lambda r: f"{r.randint(0, 23):02}:{r.randint(0, 59):02}:00",
    "language": lambda r: r.choice(["en", "ru", "zh-Hans", "ru-Latn", "zh-Latn-wadegile"]),
    "positiveInteger": lambda r: str(r.randint(1, 99)),
    "token": lambda r: " ".join(r.choice(WORDS) for _ in range(r.randint(1, 3))),
}


class Grammar:
    """A RELAX NG grammar in the XML syntax, without name classes other than names."""

    def __init__(self, path: Path) -> None:
        self.root = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
        self.namespace = self.root.get("ns", "")
        self.defines = {d.get("name"): list(d) for d in self.root.iter(f"{RNG}define")}
        self.depths = dict.fromkeys(self.defines, 99)
        self._measure()

    def _measure(self) -> None:
        """Find for each definition how many elements deep its smallest content is."""
        for _ in range(40):
            before = dict(self.depths)
            for name, patterns in self.defines.items():
                self.depths[name] = max((self.depth(p) for p in patterns), default=0)
            if before == self.depths:
                return

    def depth(self, pattern: etree._Element) -> int:
        """How many elements deep the smallest content of a pattern is."""
        kind = pattern.tag.removeprefix(RNG)
        if kind == "ref":
            return self.depths[pattern.get("name")]
        if kind in {"optional", "zeroOrMore", "text", "value", "data", "attribute"}:
            return 0
        inner = [self.depth(p) for p in children(pattern)]
        if kind == "choice":
            return min(inner)
        return max(inner, default=0) + (kind == "element")

    def inside(self, pattern: etree._Element) -> list[etree._Element]:
        """The patterns inside a pattern, and those behind a reference."""
        if pattern.tag == f"{RNG}ref":
            return [p for p in self.defines[pattern.get("name")] if p.tag.startswith(RNG)]
        return list(children(pattern))

    def ways(self, kind: str) -> dict[etree._Element, list[etree._Element]]:
        """Every element, attribute or value of the grammar, with the way to it from the start."""
        (start,) = (child for s in self.root.iter(f"{RNG}start") for child in s)
        ways = {start: [start]}
        queue = [start]
        for pattern in queue:
            for inner in self.inside(pattern):
                if inner not in ways:
                    ways[inner] = [*ways[pattern], inner]
                    queue.append(inner)
        return {pattern: way for pattern, way in ways.items() if pattern.tag == RNG + kind}

    def document(
        self, seed: int, size: int = 300, way: Sequence[etree._Element] = ()
    ) -> etree._Element:
        """A document from the start pattern: the same seed gives the same document.

        A way makes sure that the element, attribute or value at its end occurs.
        """
        (start,) = (child for s in self.root.iter(f"{RNG}start") for child in s)
        return Maker(self, random.Random(seed), size, way).make(start)


@cache
def children(pattern: etree._Element) -> tuple[etree._Element, ...]:
    """The patterns inside a pattern, without its documentation."""
    return tuple(c for c in pattern if isinstance(c.tag, str) and c.tag.startswith(RNG))


class Maker:
    """One random document in the making.

    It grows freely until it has `size` elements or is twenty deep, then only as it must. Some
    documents have less appetite for what is optional, so that they reach the end of the text.
    """

    def __init__(
        self, grammar: Grammar, rng: random.Random, size: int, way: Sequence[etree._Element]
    ) -> None:
        self.grammar, self.random, self.left = grammar, rng, size
        self.way = set(way)
        self.aim = way[-1] if way else None
        self.level = self.ids = 0
        self.appetite = rng.choice([0.25, 0.45, 0.6])

    @property
    def free(self) -> bool:
        return self.left > 0 and self.level < 20

    def make(self, start: etree._Element) -> etree._Element:
        holder = etree.Element("holder")
        self.pattern(start, holder)
        return holder[0]

    def pattern(self, pattern: etree._Element, into: etree._Element) -> None:
        if pattern is self.aim:
            self.way.clear()
        getattr(self, "do_" + pattern.tag.removeprefix(RNG).lower())(pattern, into)

    def do_group(self, pattern: etree._Element, into: etree._Element) -> None:
        for child in children(pattern):
            self.pattern(child, into)

    def do_ref(self, pattern: etree._Element, into: etree._Element) -> None:
        for child in self.grammar.inside(pattern):
            self.pattern(child, into)

    def do_choice(self, pattern: etree._Element, into: etree._Element) -> None:
        branches = children(pattern)
        if ahead := self.way.intersection(branches):
            branches = tuple(ahead)
        elif not self.free:
            least = min(map(self.grammar.depth, branches))
            branches = tuple(b for b in branches if self.grammar.depth(b) == least)
        self.pattern(self.random.choice(branches), into)

    def times(self, pattern: etree._Element, least: int) -> Iterator[int]:
        more = int(not self.way.isdisjoint(children(pattern)))
        while self.free and more < 4 and self.random.random() < self.appetite:
            more += 1
        return iter(range(max(least, more)))

    def do_zeroormore(self, pattern: etree._Element, into: etree._Element) -> None:
        for _ in self.times(pattern, 0):
            self.do_group(pattern, into)

    def do_oneormore(self, pattern: etree._Element, into: etree._Element) -> None:
        for _ in self.times(pattern, 1):
            self.do_group(pattern, into)

    def do_optional(self, pattern: etree._Element, into: etree._Element) -> None:
        ahead = not self.way.isdisjoint(children(pattern))
        if ahead or (self.free and self.random.random() < self.appetite):
            self.do_group(pattern, into)

    def do_element(self, pattern: etree._Element, into: etree._Element) -> None:
        self.left -= 1
        self.level += 1
        made = etree.SubElement(into, f"{{{self.grammar.namespace}}}{pattern.get('name')}")
        self.do_group(pattern, made)
        self.level -= 1

    def do_attribute(self, pattern: etree._Element, into: etree._Element) -> None:
        name = pattern.get("name").replace("xml:", XML_ID.removesuffix("id"))
        value = etree.Element("value")
        self.do_group(pattern, value)
        text = (value.text or "").strip()
        if name == XML_ID:  # ids must differ, and one more part keeps them well-formed
            self.ids += 1
            text += f"-{self.ids}"
        into.set(name, text)

    def do_empty(self, pattern: etree._Element, into: etree._Element) -> None:
        pass

    def do_text(self, pattern: etree._Element, into: etree._Element) -> None:
        write(into, self.random.choice(WORDS) + " ")

    def do_value(self, pattern: etree._Element, into: etree._Element) -> None:
        write(into, (pattern.text or "") + " ")

    def do_list(self, pattern: etree._Element, into: etree._Element) -> None:
        self.do_group(pattern, into)

    def do_data(self, pattern: etree._Element, into: etree._Element) -> None:
        kind = pattern.get("type")
        facet = pattern.find(f"{RNG}param[@name='pattern']")
        if kind in SAMPLES and (facet is None or kind not in {"token"}):
            write(into, SAMPLES[kind](self.random) + " ")
        else:
            write(into, self.matching(facet.text) + " ")

    def matching(self, regex: str) -> str:
        """A string that matches a regular expression without character classes of classes."""
        return "".join(self._parts(re._parser.parse(regex)))

    def _parts(self, parsed: object) -> Iterator[str]:
        for operation, value in parsed:
            match str(operation):
                case "LITERAL":
                    yield chr(value)
                case "IN":
                    yield self._member(value)
                case "SUBPATTERN":
                    yield from self._parts(value[-1])
                case "BRANCH":
                    yield from self._parts(self.random.choice(value[1]))
                case "MAX_REPEAT":
                    least, most, inner = value
                    for _ in range(self.random.randint(least, min(most, least + 3))):
                        yield from self._parts(inner)
                case other:
                    raise NotImplementedError(other)

    def _member(self, members: list) -> str:
        kind, value = self.random.choice(members)
        match str(kind):
            case "LITERAL":
                return chr(value)
            case "RANGE":
                return chr(self.random.randint(*value))
            case "CATEGORY":
                return self.random.choice("az09-_.")
        raise NotImplementedError(kind)


def write(into: etree._Element, text: str) -> None:
    """Append text to the content of an element."""
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text
