"""Authority files: how each writes its identifiers as URIs, and which one a URI belongs to.

A table of forms only; nothing is fetched, and no identifier is checked for existence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tei_edition.model import EntityKind, Identifier


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority file.

    `form` is the URI that correspSearch accepts, ``{}`` the identifier; `uri` finds the identifier
    in every form in use; `value` is what an identifier looks like; `types` are the spellings of
    ``idno/@type``, in lower case without blanks.
    """

    name: str
    form: str
    uri: re.Pattern[str]
    value: re.Pattern[str]
    types: frozenset[str]
    for_places: bool = False
    in_cmif: bool = False


def _authority(
    name: str,
    form: str,
    uri: str,
    value: str,
    types: str,
    *,
    for_places: bool = False,
    in_cmif: bool = False,
) -> Authority:
    pattern = re.compile(rf"https?://{uri}(?P<id>{value})(?:[/?#.].*)?", re.IGNORECASE)
    return Authority(
        name,
        form,
        pattern,
        re.compile(value, re.IGNORECASE),
        frozenset(types.split()),
        for_places,
        in_cmif,
    )


AUTHORITIES = (
    _authority(
        "VIAF",
        "http://viaf.org/viaf/{}",
        r"(?:www\.)?viaf\.org/viaf/",
        r"\d+",
        "viaf",
        in_cmif=True,
    ),
    _authority(
        "GND",
        "http://d-nb.info/gnd/{}",
        r"(?:www\.)?(?:d-nb\.info|portal\.dnb\.de)/gnd/",
        r"\d+-?[\dX]",
        "gnd pnd dnb",
        in_cmif=True,
    ),
    _authority(
        "LC",
        "http://lccn.loc.gov/{}",
        r"(?:lccn\.loc\.gov/|id\.loc\.gov/(?:authorities/names/|rwo/agents/))",
        r"n[a-z]{0,2}\d+",
        "lc lccn loc lcnaf naf",
        in_cmif=True,
    ),
    _authority(
        "BNF",
        "http://catalogue.bnf.fr/ark:/12148/{}",
        r"(?:catalogue|data)\.bnf\.fr/ark:/12148/",
        r"cb[\da-z]+",
        "bnf",
        in_cmif=True,
    ),
    _authority(
        "NDL",
        "http://id.ndl.go.jp/auth/ndlna/{}",
        r"id\.ndl\.go\.jp/auth/(?:ndlna|entity)/",
        r"\d+",
        "ndl ndlna",
        in_cmif=True,
    ),
    _authority(
        "GeoNames",
        "https://www.geonames.org/{}",
        r"(?:www\.|sws\.)?geonames\.org/",
        r"\d+",
        "geonames geoname geo",
        for_places=True,
        in_cmif=True,
    ),
    _authority(
        "Wikidata",
        "http://www.wikidata.org/entity/{}",
        r"(?:www\.)?wikidata\.org/(?:entity|wiki)/",
        r"Q\d+",
        "wikidata wd",
    ),
    _authority(
        "ORCID",
        "https://orcid.org/{}",
        r"(?:www\.)?orcid\.org/",
        r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]",
        "orcid",
    ),
    _authority(
        "ISNI",
        "https://isni.org/isni/{}",
        r"(?:www\.)?isni\.org/(?:isni/)?",
        r"\d{15}[\dX]",
        "isni",
    ),
    _authority(
        "TGN",
        "http://vocab.getty.edu/tgn/{}",
        r"vocab\.getty\.edu/(?:page/)?tgn/",
        r"\d+",
        "tgn",
        for_places=True,
    ),
    _authority(
        "ULAN",
        "http://vocab.getty.edu/ulan/{}",
        r"vocab\.getty\.edu/(?:page/)?ulan/",
        r"\d+",
        "ulan",
    ),
)


def identifier(type: str, value: str) -> Identifier:
    """Return the identifier that an ``idno`` gives, with its URI where the form is known."""
    value = value.strip()
    found = split_uri(value)
    if found:
        return Identifier(type or found[0].name, value, canonical(value))
    if _is_uri(value):
        return Identifier(type, value, value)
    wanted = re.sub(r"\s", "", type).lower()
    for authority in AUTHORITIES:
        if wanted in authority.types and authority.value.fullmatch(value):
            return Identifier(type, value, authority.form.format(value))
    return Identifier(type, value)


@lru_cache(maxsize=100_000)
def split_uri(uri: str) -> tuple[Authority, str] | None:
    """Return the authority of a URI and the identifier in it, or ``None``."""
    if not _is_uri(uri):
        return None
    for authority in AUTHORITIES:
        match = authority.uri.fullmatch(uri.strip())
        if match:
            return authority, match["id"]
    return None


@lru_cache(maxsize=100_000)
def canonical(uri: str) -> str:
    """Return the one form of an authority's URI; any other URI without a trailing slash."""
    found = split_uri(uri)
    return found[0].form.format(found[1]) if found else uri.strip().rstrip("/")


def short_form(uri: str) -> str:
    """Return what can stand for a URI in an id: ``gnd-118650963``, else the URI without scheme."""
    found = split_uri(uri)
    if found:
        return f"{found[0].name.lower()}-{found[1]}"
    return re.sub(r"^[a-z]+://", "", uri.strip().rstrip("/"))


def cmif_uri(identifiers: Iterable[Identifier], kind: EntityKind) -> str:
    """Return the one URI that CMIF wants: of a listed authority, GeoNames for places alone."""
    known = [split_uri(i.uri) for i in identifiers if i.uri]
    for authority in AUTHORITIES:
        if not authority.in_cmif or authority.for_places != (kind is EntityKind.PLACE):
            continue
        for found in known:
            if found and found[0] is authority:
                return authority.form.format(found[1])
    return ""


def _is_uri(value: str) -> bool:
    return value.strip().startswith(("http://", "https://"))
