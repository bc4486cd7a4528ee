"""Authority files: how their identifiers look, as numbers and as links.

Sources: the GND's description of its numbers (check digit modulo 11), ISO 27729 and ISO 7064
MOD 11-2 for ISNI and ORCID, and the authorities' own address forms.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tei_edition.model import Identifier


def _gnd_digit_fits(id: str) -> bool:
    """Check the last digit of a GND number.

    Numbers with a hyphen (subjects and places of the older files) take the remainder itself, all
    others its complement to eleven.
    """
    body, check = id[:-1].rstrip("-"), id[-1]
    remainder = sum(int(d) * weight for weight, d in enumerate(reversed(body), start=2)) % 11
    digit = remainder if "-" in id else (11 - remainder) % 11
    return check.upper() == ("X" if digit == 10 else str(digit))


def _iso7064_digit_fits(id: str) -> bool:
    """Check the last digit of an ISNI or ORCID (ISO 7064, MOD 11-2)."""
    digits = re.sub(r"[\s-]", "", id)
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1].upper() == ("X" if check == 10 else str(check))


def _always(id: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority file. `example` is a well-formed identifier, `link` what stands before it."""

    name: str
    types: tuple[str, ...]
    address: re.Pattern[str]
    form: re.Pattern[str]
    example: str
    fits: Callable[[str], bool] = _always


AUTHORITIES = (
    Authority(
        "GND",
        ("gnd", "pnd", "dnb", "d-nb"),
        re.compile(r"^https?://(?:d-nb\.info|lobid\.org)/gnd/([^/?#]*)"),
        re.compile(r"1[0-3]?\d{7}[\dX]|[47]\d{6}-\d|[1-9]\d{0,7}-[\dX]|3\d{7}[\dX]"),
        "118540238",
        _gnd_digit_fits,
    ),
    Authority(
        "VIAF",
        ("viaf",),
        re.compile(r"^https?://(?:www\.)?viaf\.org/(?:viaf/)?([^/?#]*)"),
        re.compile(r"[1-9]\d{1,21}"),
        "51699962",
    ),
    Authority(
        "GeoNames",
        ("geonames", "geoname"),
        re.compile(r"^https?://(?:www\.|sws\.)?geonames\.org/([^/?#]*)"),
        re.compile(r"[1-9]\d{0,8}"),
        "1816670",
    ),
    Authority(
        "Wikidata",
        ("wikidata", "wd"),
        re.compile(r"^https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/([^/?#]*)"),
        re.compile(r"Q[1-9]\d{0,9}"),
        "Q5816",
    ),
    Authority(
        "Library of Congress",
        ("lc", "lccn", "loc", "lcnaf"),
        re.compile(
            r"^https?://(?:id\.loc\.gov/authorities/(?:names|subjects)/|lccn\.loc\.gov/)([^/?#]*)"
        ),
        re.compile(r"(?:n|nb|nr|no|ns|sh|sj)\s?\d{8,10}"),
        "n79018832",
    ),
    Authority(
        "BnF",
        ("bnf",),
        re.compile(r"^https?://(?:catalogue|data)\.bnf\.fr/(?:\w\w/)?ark:/12148/([^/?#]*)"),
        re.compile(r"(?:ark:/12148/)?(?:cb)?\d{8}[\dbcdfghjkmnpqrstvwxz]?"),
        "cb11888092r",
    ),
    Authority(
        "ISNI",
        ("isni",),
        re.compile(r"^https?://(?:www\.)?isni\.org/(?:isni/)?([^/?#]*)"),
        re.compile(r"\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dX]"),
        "0000000121032683",
        _iso7064_digit_fits,
    ),
    Authority(
        "ORCID",
        ("orcid",),
        re.compile(r"^https?://(?:www\.)?orcid\.org/([^/?#]*)"),
        re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"),
        "0000-0002-1825-0097",
        _iso7064_digit_fits,
    ),
)


def recognise(identifier: Identifier) -> tuple[Authority, str] | None:
    """Return the authority that an identifier belongs to, and its number there.

    A link tells the authority by its host, whatever `type` says; a bare number by `type`.
    """
    value = identifier.value.strip()
    for link in (value, identifier.uri):
        for authority in AUTHORITIES:
            match = authority.address.match(link)
            if match:
                return authority, match[1]
    if "://" in value:
        return None
    for authority in AUTHORITIES:
        if identifier.type.strip().casefold() in authority.types:
            return authority, value
    return None


def complaint(authority: Authority, number: str) -> str:
    """Return what is wrong with a number of an authority, or nothing."""
    if not number:
        return "the number is missing"
    if not authority.form.fullmatch(number):
        return f"{authority.name} numbers look like {authority.example}"
    if not authority.fits(number):
        return "the check digit at its end does not fit, so that a digit is wrong or missing"
    return ""
