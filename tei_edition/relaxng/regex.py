r"""The regular expressions of the `pattern` facet (XML Schema Part 2, appendix F).

They know sets of characters that `re` does not: `\i`, `\c`, `\p{...}` and subtraction. Spelling
such a set out for all of Unicode is slow, so an expression is translated for those blocks of
256 characters that have occurred in a value, and translated again when another one comes up.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tei_edition.relaxng import characters as chars

Test = Callable[[str], bool]

_SETS: dict[str, Test] = {
    "s": chars.is_space, "S": chars.negated(chars.is_space),
    "i": chars.starts_name, "I": chars.negated(chars.starts_name),
    "c": chars.continues_name, "C": chars.negated(chars.continues_name),
    "d": chars.is_digit, "D": chars.negated(chars.is_digit),
    "w": chars.is_word, "W": chars.negated(chars.is_word),
}  # fmt: skip
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}
_ESCAPABLE = "\\|.-^?*+{}()[]"
_SPECIAL = ".\\?*+()|[]{}"
_FAMILIAR = "aebnitrs0123456789ABC-_.:/#, "


class Part:
    """A part of an expression."""

    def translated(self, alphabet: str) -> str:
        raise NotImplementedError

    def sample(self, rng: random.Random) -> str:
        raise NotImplementedError


@dataclass(frozen=True)
class Characters(Part):
    test: Test

    def translated(self, alphabet: str) -> str:
        members = [char for char in alphabet if self.test(char)]
        return f"[{_ranges(members)}]" if members else "(?!)"

    @cached_property
    def _usual(self) -> str:
        usual = "".join(char for char in _FAMILIAR if self.test(char))
        return usual or next((c for c in map(chr, range(32, 0xD800)) if self.test(c)), "")

    def sample(self, rng: random.Random) -> str:
        return rng.choice(self._usual) if self._usual else ""


@dataclass(frozen=True)
class Sequence(Part):
    parts: tuple[Part, ...]

    def translated(self, alphabet: str) -> str:
        return "".join(part.translated(alphabet) for part in self.parts)

    def sample(self, rng: random.Random) -> str:
        return "".join(part.sample(rng) for part in self.parts)


@dataclass(frozen=True)
class Branches(Part):
    branches: tuple[Part, ...]

    def translated(self, alphabet: str) -> str:
        return f"(?:{'|'.join(branch.translated(alphabet) for branch in self.branches)})"

    def sample(self, rng: random.Random) -> str:
        return rng.choice(self.branches).sample(rng)


@dataclass(frozen=True)
class Repeated(Part):
    part: Part
    least: int
    most: int | None

    def translated(self, alphabet: str) -> str:
        most = "" if self.most is None else self.most
        return f"(?:{self.part.translated(alphabet)}){{{self.least},{most}}}"

    def sample(self, rng: random.Random) -> str:
        most = self.least + 3 if self.most is None else min(self.most, self.least + 3)
        return "".join(self.part.sample(rng) for _ in range(rng.randint(self.least, most)))


class Regex:
    """One expression; ValueError when it is not well-formed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.part = _Parser(source).whole()
        self._blocks = {0}

    def matches(self, text: str) -> bool:
        blocks = {ord(char) >> 8 for char in text}
        if not blocks <= self._blocks:
            self._blocks |= blocks
            self.__dict__.pop("_compiled", None)
        return self._compiled.fullmatch(text) is not None

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        alphabet = "".join(
            chr(code)
            for block in sorted(self._blocks)
            for code in range(block << 8, block + 1 << 8)
        )
        return re.compile(self.part.translated(alphabet))

    def sample(self, rng: random.Random) -> str:
        """Some string that matches."""
        return self.part.sample(rng)


def _ranges(members: list[str]) -> str:
    spans: list[list[int]] = []
    for code in map(ord, members):
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in spans)


class _Parser:
    """Recursive descent over the grammar of appendix F; each method reads what it is named for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def whole(self) -> Part:
        part = self.branches()
        if self.at < len(self.source):
            raise ValueError(f'unexpected "{self.source[self.at]}"')
        return part

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def take(self) -> str:
        char = self.peek()
        if not char:
            raise ValueError("it ends too early")
        self.at += 1
        return char

    def expect(self, char: str) -> None:
        if self.take() != char:
            raise ValueError(f'"{char}" is missing')

    def branches(self) -> Part:
        branches = [self.branch()]
        while self.peek() == "|":
            self.take()
            branches.append(self.branch())
        return branches[0] if len(branches) == 1 else Branches(tuple(branches))

    def branch(self) -> Part:
        parts: list[Part] = []
        while self.peek() and self.peek() not in "|)":
            parts.append(self.piece())
        return Sequence(tuple(parts))

    def piece(self) -> Part:
        atom = self.atom()
        if self.peek() not in {"?", "*", "+", "{"}:
            return atom
        least, most = self.quantity()
        return Repeated(atom, least, most)

    def quantity(self) -> tuple[int, int | None]:
        simple: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        char = self.take()
        if char != "{":
            return simple[char]
        found = re.compile(r"([0-9]+)(,?)([0-9]*)\}").match(self.source, self.at)
        if not found or (found[3] and not found[2]):
            raise ValueError('a quantity is written "{2}", "{2,}" or "{2,5}"')
        self.at = found.end()
        least = int(found[1])
        most = int(found[3]) if found[3] else (None if found[2] else least)
        if most is not None and most < least:
            raise ValueError("a quantity has its larger number first")
        return least, most

    def atom(self) -> Part:
        char = self.take()
        if char == "(":
            part = self.branches()
            self.expect(")")
            return part
        if char == "[":
            return Characters(self.set_of_characters())
        if char == ".":
            return Characters(lambda each: each not in "\n\r")
        if char == "\\":
            return Characters(self.escape()[0])
        if char in _SPECIAL:
            raise ValueError(f'unexpected "{char}"')
        return Characters(char.__eq__)

    def escape(self) -> tuple[Test, str]:
        """The set an escape stands for, and the character if it stands for a single one."""
        char = self.take()
        if char in "pP":
            self.expect("{")
            end = self.source.find("}", self.at)
            test = chars.property_named(self.source[self.at : max(end, self.at)])
            self.at = end + 1
            return (test if char == "p" else chars.negated(test)), ""
        if char in _SETS:
            return _SETS[char], ""
        if char not in _CONTROLS and char not in _ESCAPABLE:
            raise ValueError(rf'there is no escape "\{char}"')
        single = _CONTROLS.get(char, char)
        return single.__eq__, single

    def set_of_characters(self) -> Test:
        """What follows `[`, up to and with its `]`."""
        negative = self.peek() == "^"
        if negative:
            self.take()
        tests: list[Test] = []
        excluded: Test | None = None
        while self.peek() != "]" or not tests:
            if tests and self.source.startswith("-[", self.at):
                self.at += 2
                excluded = self.set_of_characters()
                break
            tests.append(self.range_or_character())
        self.expect("]")
        return _combined(tests, negative, excluded)

    def range_or_character(self) -> Test:
        test, low = self.set_member()
        ahead = self.source[self.at : self.at + 2]
        if not low or ahead[:1] != "-" or ahead in {"-]", "-["}:
            return test
        self.take()
        _, high = self.set_member()
        if not high or high < low:
            raise ValueError(f'"{low}-{high}" is no range of characters')
        return chars.within(low, high)

    def set_member(self) -> tuple[Test, str]:
        char = self.take()
        if char == "\\":
            return self.escape()
        if char in "[]":
            raise ValueError(f'unexpected "{char}" in a set of characters')
        return char.__eq__, char


def _combined(tests: list[Test], negative: bool, excluded: Test | None) -> Test:
    def test(char: str) -> bool:
        if any(each(char) for each in tests) == negative:
            return False
        return excluded is None or not excluded(char)

    return test
