"""The first fault in a start tag, found by reading it as an editor wrote it."""

import re
from dataclasses import dataclass, field

_BLANKS = re.compile(r"[ \t\r\n]*")
_ATTRIBUTE = re.compile(r"[^\s=<>/\"'“”„‚‘’]+")
_EQUALS = re.compile(r"[ \t\r\n]*=[ \t\r\n]*")
_UNTIL_BLANK = re.compile(r"[^\s<>\"]*")
_TYPOGRAPHIC = "“”„‚‘’«»"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong where: `at` counts characters of the file, `related` is another place."""

    at: int
    message: str
    hint: str = ""
    related: tuple[int, str] | None = None


@dataclass(slots=True)
class Tag:
    """A start tag that is in order; `end` is behind its ``>``."""

    name: str
    start: int
    end: int = 0
    is_empty: bool = False
    attributes: dict[str, tuple[int, str]] = field(default_factory=dict)


def read(text: str, start: int, name: str) -> Tag | Fault:
    """Read the start tag that begins at `start` with this name."""
    tag = Tag(name, start)
    at = start + 1 + len(name)
    while True:
        blanks = _BLANKS.match(text, at)
        ahead = blanks.end() if blanks else at
        if text.startswith((">", "/>"), ahead):
            tag.is_empty = text[ahead] == "/"
            tag.end = ahead + 1 + tag.is_empty
            return tag
        found = _attribute(text, ahead, tag, glued=ahead == at)
        if isinstance(found, Fault):
            return found
        at = found


def _attribute(text: str, at: int, tag: Tag, *, glued: bool) -> int | Fault:
    """Read the attribute at a place; return where it ends."""
    found = _ATTRIBUTE.match(text, at)
    if found is None or at >= len(text):
        return _no_attribute(text, at, tag)
    name = found[0]
    if name in tag.attributes:
        return Fault(
            at,
            f"the attribute {name} stands twice in one tag",
            "remove one; several values go into one attribute, separated by blanks, where TEI "
            "allows several",
            (tag.attributes[name][0], f"{name} stands here first"),
        )
    if glued:
        return Fault(at, f"a blank is missing before the attribute {name}", "add it")
    equals = _EQUALS.match(text, found.end())
    if equals is None:
        return Fault(at, f"the attribute {name} has no value", f'write {name}="…"')
    return _value(text, at, name, equals.end(), tag)


def _value(text: str, at: int, name: str, start: int, tag: Tag) -> int | Fault:
    quote = text[start : start + 1]
    if not quote:
        return _cut_off(tag)
    if quote in _TYPOGRAPHIC:
        return Fault(
            start,
            f"the value of {name} stands in typographic quotation marks",
            f'write straight ones: {name}="…"',
        )
    if quote not in "\"'":
        value = _UNTIL_BLANK.match(text, start)
        written = value[0].rstrip("/") if value else ""
        return Fault(
            at, f"the value of {name} has no quotation marks", f'write {name}="{written or "…"}"'
        )
    end = text.find(quote, start + 1)
    broken = text.find("<", start + 1, end if end >= 0 else len(text))
    if broken < 0 and end < 0:
        return _cut_off(tag)
    if broken >= 0:
        return _open_value(text, at, name, start, broken)
    tag.attributes[name] = (at, text[start + 1 : end])
    return end + 1


def _open_value(text: str, at: int, name: str, start: int, broken: int) -> Fault:
    """Say of a value with ``<`` in it that its quotation mark, or an entity, is missing."""
    value = text[start + 1 : broken]
    if ">" not in value and "\n" not in value:
        return Fault(
            broken,
            f"< may not stand in the value of an attribute ({name})",
            "write &lt; if the sign itself is meant",
        )
    word = _UNTIL_BLANK.match(value)
    written = word[0].rstrip("/") if word else ""
    return Fault(
        at,
        f"the value of {name} has no closing quotation mark",
        f'write {name}="{written}"' if written else "add it",
    )


def _no_attribute(text: str, at: int, tag: Tag) -> Fault:
    if at >= len(text):
        return _cut_off(tag)
    if text[at] == "<":
        return Fault(
            tag.start,
            f"the tag <{tag.name} has no end",
            "add the missing > before the next <",
        )
    return Fault(
        at,
        f"the sign {text[at]} may not stand here in the tag <{tag.name}>",
        'a tag has a name and attributes, each written name="value"',
    )


def _cut_off(tag: Tag) -> Fault:
    return Fault(
        tag.start,
        f"the file ends in the middle of the tag <{tag.name}",
        "it was cut off: restore it from a backup, or complete the tag",
    )
