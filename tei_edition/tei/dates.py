"""Dates of elements: how the attributes of ``att.datable`` combine into a range of days.

The W3C attributes win over their ``-iso`` twins; ``-custom`` is kept as it is written, since
nobody but the edition knows the calendar. Orders nothing and reports nothing: `problems` tells a
check what is wrong.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tei_edition.model import DateRange
from tei_edition.tei.moments import Fault, Moment, ProblemKind, is_w3c, parse

__all__ = [
    "ATTRIBUTES",
    "DateProblem",
    "Fault",
    "Moment",
    "attributes",
    "parse",
    "problems",
    "read",
]

_BASES = ("when", "from", "to", "notBefore", "notAfter")
ATTRIBUTES = tuple(base + suffix for suffix in ("", "-iso") for base in _BASES)
"""The attributes whose values are dates in the Gregorian calendar."""

_EXCLUDES = (
    ("when", ("notBefore", "notAfter", "from", "to")),
    ("from", ("notBefore",)),
    ("to", ("notAfter",)),
)
_PAIRS = (
    ("from", "to"),
    ("notBefore", "notAfter"),
    ("notBefore", "to"),
    ("from", "notAfter"),
)
_ISO_TEXT = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateProblem:
    """What is wrong with a dating attribute. `suggestion` is the near miss, or empty.

    `kind` is ``malformed`` (no date at all), ``impossible`` (30 February), ``reversed`` (ends
    before it begins) or ``conflict`` (two attributes that exclude each other).
    """

    attribute: str
    value: str
    kind: ProblemKind
    reason: str
    suggestion: str = ""


def read(attributes: Mapping[str, str], text: str = "") -> DateRange:
    """Return the range of days that an element's attributes give, as far as they can be read.

    Of an impossible day the month is kept (``1834-09-31`` is some day of September 1834), so that
    the letter does not fall out of the chronology. Without any dating attribute, a `text` that is
    itself an ISO date counts. Where nothing can be read and no `text` says more, the values are
    the wording.
    """
    values = _values(attributes)
    if not values and _ISO_TEXT.fullmatch(text.strip()):
        values = _values({"when": text})
    earliest, latest, edtf, time = _range(values)
    marks = _qualifier(attributes)
    written = [n for n in ATTRIBUTES if n in attributes]
    faulty = [n for n in written if isinstance(parse(attributes[n]), Fault)]
    if not edtf and not text.strip():
        text = " – ".join(filter(None, (attributes[name].strip() for name in faulty)))
    return DateRange(
        earliest=earliest,
        latest=latest,
        edtf=_qualified(edtf, marks),
        text=text,
        time=time,
        certainty=attributes.get("cert", ""),
        evidence=attributes.get("evidence", ""),
        custom=_custom(attributes),
        faulty=bool(faulty),
    )


def problems(attributes: Mapping[str, str]) -> Iterator[DateProblem]:
    """Yield what is wrong with the dating attributes of one element, in a fixed order."""
    for name in ATTRIBUTES:
        if name in attributes:
            value = parse(attributes[name])
            if isinstance(value, Fault):
                yield DateProblem(
                    name, attributes[name], value.kind, value.reason, value.suggestion
                )
            elif not name.endswith("-iso") and not is_w3c(attributes[name]):
                yield _iso_only(name, attributes[name], value)
    for suffix in ("", "-iso"):
        yield from _conflicts(attributes, suffix)
        yield from _reversals(attributes, suffix)


def _iso_only(name: str, value: str, moment: Moment) -> DateProblem:
    """Return the problem of a form that only ``-iso`` takes, such as an hour without seconds."""
    hour = moment.time.removeprefix("T")
    day = moment.edtf if not {"/", "X"} & set(moment.edtf) else ""
    suggestion = "T".join(part for part in (day, hour) if part)
    reason = f"this is a form of ISO 8601 that only @{name}-iso takes"
    return DateProblem(name, value, "malformed", reason, suggestion)


def attributes(date: DateRange) -> dict[str, str]:
    """Return the W3C dating attributes that say the same as a range, to the day.

    Empty where the range has no year. The inverse of `read`, for exports.
    """
    edtf = date.edtf.translate(str.maketrans("", "", "?~%"))
    if edtf.startswith("["):
        first, last = edtf[1:-1].split("..")
        return _ends(("notBefore", first), ("notAfter", last))
    if "/" in edtf:
        first, last = edtf.split("/")
        return _ends(("from", first.strip(".")), ("to", last.strip(".")))
    if edtf[:1].isdigit() and edtf.endswith("X") and date.earliest and date.latest:
        return _ends(("notBefore", date.earliest[:4]), ("notAfter", date.latest[:4]))
    return {"when": edtf} if edtf and "X" not in edtf else {}


def _ends(*ends: tuple[str, str]) -> dict[str, str]:
    return {name: value for name, value in ends if value}


def _values(attributes: Mapping[str, str]) -> dict[str, Moment]:
    """Return the readable values by base name, the W3C form before the ISO form."""
    values: dict[str, Moment] = {}
    for base in _BASES:
        for name in (base, f"{base}-iso"):
            if base in values or name not in attributes:
                continue
            moment = parse(attributes[name])
            if isinstance(moment, Fault):
                if moment.rest is None:
                    continue
                moment = moment.rest
            values[base] = moment
    return values


def _range(values: dict[str, Moment]) -> tuple[str | None, str | None, str, str]:
    """Return earliest and latest day, EDTF and hour."""
    if "when" in values:
        moment = values["when"]
        return (moment.first, moment.last, moment.edtf, moment.time)
    start = values.get("from") or values.get("notBefore")
    end = values.get("to") or values.get("notAfter")
    if not start and not end:
        return (None, None, "", "")
    if start and end and start.first and end.last and _before(end.last, start.first):
        start, end = end, start
    return (
        start.first if start else None,
        end.last if end else None,
        _edtf(start, end, lasting="from" in values or "to" in values),
        _hour(start, end),
    )


def _edtf(start: Moment | None, end: Moment | None, *, lasting: bool) -> str:
    """Write a span: ``a/b`` for what lasted, ``[a..b]`` for one unknown moment in it."""
    first, last = start.edtf if start else "", end.edtf if end else ""
    if first == last:
        return first
    # Each end may itself be a span (a week): its outer day counts.
    first, last = first.split("/")[0], last.split("/")[-1]
    if lasting:
        return f"{first or '..'}/{last or '..'}"
    return f"[{first}..{last}]"


def _hour(start: Moment | None, end: Moment | None) -> str:
    """Return the hour at which a span begins, unless it covers its day from end to end."""
    if start is None:
        return ""
    whole = start.time.startswith("00:00:00") and end and end.time.startswith(("23:59", "24:00"))
    return "" if whole else start.time


def _qualifier(attributes: Mapping[str, str]) -> str:
    """Return EDTF's mark: ``?`` uncertain, ``~`` approximate, ``%`` both."""
    uncertain = attributes.get("cert") in ("low", "medium", "unknown")
    approximate = attributes.get("precision") in ("low", "medium", "unknown")
    return {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
        (uncertain, approximate), ""
    )


def _qualified(edtf: str, mark: str) -> str:
    """Add the mark; a set (``[a..b]``) already says that the date is not known exactly."""
    if not mark or not edtf or edtf.startswith("["):
        return edtf
    return "/".join(part if part in ("", "..") else part + mark for part in edtf.split("/"))


def _custom(attributes: Mapping[str, str]) -> str:
    """Return what the element says in another calendar, in the order of the attributes."""
    return " – ".join(
        attributes[f"{base}-custom"].strip() for base in _BASES if f"{base}-custom" in attributes
    )


def _before(one: str, other: str) -> bool:
    return DateRange(one, one, "").sort_key < DateRange(other, other, "").sort_key


def _conflicts(attributes: Mapping[str, str], suffix: str) -> Iterator[DateProblem]:
    """Yield attributes that exclude each other (the TEI's own rules on att.datable)."""
    for base, others in _EXCLUDES:
        name = base + suffix
        against = [other + suffix for other in others if other + suffix in attributes]
        if name in attributes and against:
            both = " and ".join(f"@{other}" for other in against)
            reason = f"@{name} and {both} exclude each other"
            yield DateProblem(name, attributes[name], "conflict", reason)


def _reversals(attributes: Mapping[str, str], suffix: str) -> Iterator[DateProblem]:
    """Yield spans that end before they begin."""
    for first, last in _PAIRS:
        names = (first + suffix, last + suffix)
        if not all(name in attributes for name in names):
            continue
        start, end = (parse(attributes[name]) for name in names)
        if isinstance(start, Fault) or isinstance(end, Fault) or not start.first or not end.last:
            continue
        if _before(end.last, start.first):
            reason = f"it ends before it begins: @{names[0]} is {attributes[names[0]].strip()}"
            yield DateProblem(names[1], attributes[names[1]], "reversed", reason)
