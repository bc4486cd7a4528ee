"""Entities that a file declares and the parser does not read as XML has them: written out before.

libxml2 expands entities that are text. In those that hold elements it forgets the namespaces around
them, and it knows no parameter entities where external ones are refused. Files without such
entities are left as they are, and so are those that would grow beyond bounds: the parser explains.
"""

import re

_PROLOGUE = 100_000
_SUBSET = re.compile(rb"<!DOCTYPE[^\[>]*\[")
_LITERALS = rb"\"[^\"]*\"|'[^']*'"
_SILENT = rb"<!--.*?-->|<\?.*?\?>"
_CLOSING = re.compile(rb"%s|%s|\]" % (_SILENT, _LITERALS), re.DOTALL)
_ENTITY = re.compile(rb"<!ENTITY\s+(%%\s+)?([^\s%%&;]+)\s+(%s)\s*>" % _LITERALS)
_PARAMETER = re.compile(rb"%s|%s|%%([^\s;%%]+);" % (_SILENT, _LITERALS), re.DOTALL)
_GENERAL = re.compile(rb"%s|<!\[CDATA\[.*?\]\]>|&([^\s;&#]+);" % _SILENT, re.DOTALL)
_CHARACTER = re.compile(rb"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_DEEPEST = 20


def written_out(data: bytes) -> bytes:
    """Return the bytes of a file with these entities written out, in an encoding that has ASCII."""
    opening = _SUBSET.search(data, 0, _PROLOGUE)
    if opening is None or b"<!ENTITY" not in data[:_PROLOGUE]:
        return data
    end = next((m.start() for m in _CLOSING.finditer(data, opening.end()) if m[0] == b"]"), 0)
    subset = data[opening.end() : end]
    most = 10 * len(data) + 1_000_000
    subset = _expanded(subset, _PARAMETER, _values(subset, parameters=True), most)
    content = _expanded(data[end:], _GENERAL, _with_markup(_values(subset)), most)
    return data[: opening.end()] + subset + content


def _values(subset: bytes, *, parameters: bool = False) -> dict[bytes, bytes]:
    """Return the entities of one sort with their texts; the first declaration counts."""
    found: dict[bytes, bytes] = {}
    for parameter, name, literal in _ENTITY.findall(subset):
        if bool(parameter) is parameters:
            found.setdefault(name, _CHARACTER.sub(_character, literal[1:-1]))
    return found


def _character(match: re.Match[bytes]) -> bytes:
    """Return a sign that may be markup for its number; others mean the same as numbers."""
    number = int(match[1], 16) if match[1] else int(match[2])
    return bytes([number]) if number < 128 and number != ord("&") else match[0]


def _with_markup(values: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """Return the entities that hold elements, also by way of others."""
    marked = {name for name, text in values.items() if b"<" in text}
    for _ in range(_DEEPEST):
        marked |= {name for name, text in values.items() if marked & set(_GENERAL.findall(text))}
    return {name: values[name] for name in marked}


def _expanded(
    data: bytes, pattern: re.Pattern[bytes], values: dict[bytes, bytes], most: int
) -> bytes:
    """Return data with references replaced, level by level, as far as it keeps within bounds."""
    for _ in range(_DEEPEST if values else 0):
        found = [m[1] for m in pattern.finditer(data) if m[1] in values]
        if not found or len(data) + sum(len(values[name]) for name in found) > most:
            break
        data = pattern.sub(lambda match: values.get(match[1], match[0]), data)
    return data
