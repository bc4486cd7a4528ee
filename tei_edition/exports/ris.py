"""``citations.ris``: references in RIS, the tagged format that all reference managers read."""

from collections.abc import Iterable, Iterator

from tei_edition.config import Config
from tei_edition.exports.export import Export
from tei_edition.exports.references import Reference, References
from tei_edition.model import Index


def write(index: Index, config: Config) -> bytes:
    """Return the file with every document, in edition order."""
    return encoded(References(index, config))


def encoded(found: Iterable[Reference]) -> bytes:
    """Return references as records with the line ends that the format asks for, CR and LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(found)).encode()


def _tags(found: Iterable[Reference]) -> Iterator[tuple[str, str]]:
    for reference in found:
        for tag, values in _fields(reference):
            for value in values:
                text = " ".join(value.split())
                if text:
                    yield tag, text
        yield "ER", ""


def _fields(reference: Reference) -> Iterator[tuple[str, Iterable[str]]]:
    part = bool(reference.container)
    yield "TY", ["CHAP" if part else "BOOK"]
    yield "ID", [reference.id]
    yield "AU", [agent.inverted for agent in reference.authors]
    yield "TI", [reference.title]
    yield "T2", [reference.container]
    yield "A2" if part else "ED", [agent.inverted for agent in reference.editors]
    yield "PB", [reference.publisher]
    yield "PY", [reference.year if part else reference.version[:4]]
    yield "DA", [_date(reference) if part else reference.version.replace("-", "/")]
    yield "ET", [reference.version]
    yield "M3", [reference.genre]
    yield "LA", [reference.language]
    yield "AB", [reference.abstract]
    yield "KW", reference.topics
    yield "UR", [reference.url]


def _date(reference: Reference) -> str:
    """Return a day as ``YYYY/MM/DD``, else the year, with the source's words behind it."""
    date, year = reference.date, reference.year
    if date is None or not year:
        return ""
    if date.earliest and date.earliest == date.latest:
        return date.earliest.replace("-", "/")
    return f"{year}///{date.text.replace('/', ' ')}"


EXPORT = Export("ris", "data/citations.ris", "application/x-research-info-systems", "RIS", write)
