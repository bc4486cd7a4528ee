"""The built-in data types of XML Schema (Part 2, chapter 3)."""

from __future__ import annotations

import base64
import binascii
import random
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache

from lxml import etree

from tei_edition.relaxng.datatypes import STRING, TOKEN, Datatype, Reader
from tei_edition.relaxng.moments import read_duration, reader
from tei_edition.relaxng.patterns import Scope

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_MORE = _START + "\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
_ASCII_NCNAME = re.compile("[A-Za-z_][A-Za-z0-9_.-]*")
_NCNAME = f"[{_START}][{_MORE}]*"
_NAME = f"[{_START}:][{_MORE}:]*"
_NMTOKEN = f"[{_MORE}:]+"
_LANGUAGE = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"
_DECIMAL = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_INTEGER = re.compile(r"[+-]?[0-9]+")
_FLOAT = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?")
_HEX = r"([0-9A-Fa-f]{2})*"
_BASE64 = re.compile(
    r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?"
)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IPV6 = re.compile(r"^//([^/?#@]*@)?\[[0-9A-Fa-f:.]+\]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")


# Compiled when a value needs it: the characters of names alone take a twentieth of the start.
_form = cache(re.compile)


def _matching(form: str, value: Callable[[str], object] = str) -> Reader:
    def read(text: str, scope: Scope | None) -> object:
        if _form(form).fullmatch(text) is None:
            raise ValueError(text)
        return value(text)

    return read


def _of(read: Callable[[str], object]) -> Reader:
    return lambda text, scope: read(text)


def is_ncname(text: str) -> bool:
    """Whether it is a name without colon, by the rules that XML 1.0 and its later editions share.

    The fifth edition lets a name begin with a combining mark; RELAX NG was made before it.
    """
    if text.isascii():
        return _ASCII_NCNAME.fullmatch(text) is not None
    found = _form(_NCNAME).fullmatch(text) is not None
    return found and (text[0] < "\u0300" or not unicodedata.category(text[0]).startswith("M"))


def _ncname(text: str) -> str:
    if not is_ncname(text):
        raise ValueError(text)
    return text


def _boolean(text: str) -> bool:
    if text not in {"true", "false", "1", "0"}:
        raise ValueError(text)
    return text in {"true", "1"}


def _float(text: str) -> object:
    # NaN is kept as text because here, other than in arithmetic, it equals itself.
    if text in {"INF", "-INF", "NaN"}:
        return text if text == "NaN" else float(text)
    if _FLOAT.fullmatch(text) is None:
        raise ValueError(text)
    return float(text)


def _single(text: str) -> object:
    """A `float`, which has 32 bits: numbers that differ further back are equal."""
    import struct

    value = _float(text)
    if not isinstance(value, float):
        return value
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf" if value > 0 else "-inf")


def _base64(text: str) -> bytes:
    text = text.replace(" ", "")
    if _BASE64.fullmatch(text) is None:
        raise ValueError(text)
    return base64.b64decode(text)


def any_uri(text: str) -> str:
    """RFC 2396 after escaping what it excludes, so only these things can be wrong."""
    before_colon, colon, rest = text.partition(":")
    scheme = before_colon if colon and not set(before_colon) & set("/?#") else None
    after = text if scheme is None else rest
    is_path = scheme is None or after.startswith("/")
    wrong = (
        _BAD_PERCENT.search(text)
        or text.count("#") > 1
        or (scheme is not None and (not _SCHEME.fullmatch(scheme) or after[:1] in {"", "#"}))
        or after == "//"
        or (is_path and set("[]") & set(re.split("[?#]", _IPV6.sub("", after))[0]))
    )
    if wrong:
        raise ValueError(text)
    return text


def _qname(text: str, scope: Scope | None) -> object:
    prefix, colon, local = text.rpartition(":")
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        raise ValueError(text)
    if prefix == "xml":
        return ("http://www.w3.org/XML/1998/namespace", local)
    namespaces = scope.nsmap if scope is not None else {}
    if prefix and prefix not in namespaces:
        raise ValueError(f'the prefix "{prefix}" is not declared')
    return (namespaces.get(prefix or None) or "", local)


def _entity(text: str, scope: Scope | None) -> object:
    if not is_ncname(text) or not isinstance(scope, etree._Element):
        raise ValueError(text)
    dtd = scope.getroottree().docinfo.internalDTD
    declared = dtd.iterentities() if dtd is not None else ()
    if not any(each.name == text and each.system_url and each.content for each in declared):
        raise ValueError(f'the entity "{text}" is not declared')
    return text


def _list_of(read: Reader) -> Reader:
    def read_all(text: str, scope: Scope | None) -> object:
        if not text:
            raise ValueError("a list has at least one item")
        return tuple(read(item, scope) for item in text.split())

    return read_all


def _one_of(*texts: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(texts)


def _integer(name: str, least: int | None = None, most: int | None = None) -> Datatype:
    def read(text: str) -> int:
        if _INTEGER.fullmatch(text) is None:
            raise ValueError(text)
        value = int(text)
        if (least is not None and value < least) or (most is not None and value > most):
            raise ValueError(text)
        return value

    def sample(rng: random.Random) -> str:
        low = -100 if least is None else max(least, -100)
        high = 100 if most is None else min(most, 100)
        return str(rng.randint(low, high))

    return Datatype(name, _of(read), sample, kind="decimal")


def _moment(name: str, form: str) -> Datatype:
    """A type of dates or times; `form` is how `strftime` writes one."""

    def sample(rng: random.Random) -> str:
        moment = datetime(rng.randint(1000, 2999), rng.randint(1, 12), rng.randint(1, 28))
        return (moment + timedelta(seconds=rng.randrange(86_400))).strftime(form)

    return Datatype(name, _of(reader(name)), sample, kind="ordered")


def _words(name: str, form: str, *samples: str) -> Datatype:
    return Datatype(name, _matching(form), _one_of(*samples))


_ENTITY = Datatype("ENTITY", _entity, _one_of("picture"), needs_scope=True)
_NAMES = ("letter", "p1", "_a", "Wien", "x-2", "sent.1")
_FLOATS = ("0", "1", "-1.5", "2E3", "0.25", "INF")

TYPES = {
    datatype.name: datatype
    for datatype in (
        STRING,
        Datatype("normalizedString", STRING.read, STRING.sample, whitespace="replace"),
        TOKEN,
        Datatype("untypedAtomic", STRING.read, STRING.sample, whitespace="preserve"),
        Datatype("anyAtomicType", STRING.read, STRING.sample, whitespace="preserve"),
        _words("language", _LANGUAGE, "de", "en-GB", "la", "zh-Hant"),
        _words("Name", _NAME, *_NAMES),
        _words("NMTOKEN", _NMTOKEN, *_NAMES, "1"),
        Datatype("NCName", _of(_ncname), _one_of(*_NAMES)),
        Datatype("ID", _of(_ncname), lambda rng: f"id{rng.randrange(10**12)}"),
        Datatype("IDREF", _of(_ncname), _one_of(*_NAMES)),
        _ENTITY,
        Datatype("NMTOKENS", _list_of(_matching(_NMTOKEN)), _one_of("a", "b 1"), kind="list"),
        Datatype("IDREFS", _list_of(_of(_ncname)), _one_of("a", "a b"), kind="list"),
        Datatype("ENTITIES", _list_of(_entity), _ENTITY.sample, kind="list", needs_scope=True),
        Datatype("QName", _qname, _one_of(*_NAMES), kind="string", needs_scope=True),
        Datatype("NOTATION", _qname, _one_of(*_NAMES), kind="string", needs_scope=True),
        Datatype("boolean", _of(_boolean), _one_of("true", "false", "1", "0"), kind="plain"),
        Datatype(
            "decimal", _matching(_DECIMAL, Decimal), _one_of("0", "1.5", "-20"), kind="decimal"
        ),
        Datatype("float", _of(_single), _one_of(*_FLOATS), kind="ordered"),
        Datatype("double", _of(_float), _one_of(*_FLOATS), kind="ordered"),
        _integer("integer"),
        _integer("nonPositiveInteger", most=0),
        _integer("negativeInteger", most=-1),
        _integer("long", -(2**63), 2**63 - 1),
        _integer("int", -(2**31), 2**31 - 1),
        _integer("short", -(2**15), 2**15 - 1),
        _integer("byte", -(2**7), 2**7 - 1),
        _integer("nonNegativeInteger", least=0),
        _integer("unsignedLong", 0, 2**64 - 1),
        _integer("unsignedInt", 0, 2**32 - 1),
        _integer("unsignedShort", 0, 2**16 - 1),
        _integer("unsignedByte", 0, 2**8 - 1),
        _integer("positiveInteger", least=1),
        Datatype("duration", _of(read_duration), _one_of("P1Y", "P3DT4H"), kind="ordered"),
        _moment("dateTime", "%Y-%m-%dT%H:%M:%S"),
        _moment("date", "%Y-%m-%d"),
        _moment("time", "%H:%M:%S"),
        _moment("gYearMonth", "%Y-%m"),
        _moment("gYear", "%Y"),
        _moment("gMonthDay", "--%m-%d"),
        _moment("gDay", "---%d"),
        _moment("gMonth", "--%m"),
        Datatype("hexBinary", _matching(_HEX, binascii.unhexlify), _one_of("00FF"), kind="binary"),
        Datatype("base64Binary", _of(_base64), _one_of("AAAA", "BA=="), kind="binary"),
        Datatype("anyURI", _of(any_uri), _one_of("#p1", "letter.xml", "http://example.org/")),
    )
}
