"""``citations.bib``: references in BibTeX, in UTF-8, as BibLaTeX, Zotero and JabRef read it too."""

import re
from collections.abc import Iterable

from tei_edition.config import Config
from tei_edition.exports.export import Export
from tei_edition.exports.references import Agent, Reference, References
from tei_edition.model import Index

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "#$%&_"},
}


def write(index: Index, config: Config) -> bytes:
    """Return the file with every document, in edition order."""
    return encoded(References(index, config))


def encoded(found: Iterable[Reference]) -> bytes:
    """Return references as entries, one empty line between them."""
    return "\n".join(map(_entry, found)).encode()


def key(id: str) -> str:
    """Return an id as a citation key: letters and digits of ASCII and ``-._``; of any other
    character its number, between colons."""
    return re.sub(r"[^A-Za-z0-9._-]", lambda m: f":{ord(m[0]):x}:", id)


def _entry(reference: Reference) -> str:
    kind = "incollection" if reference.container else "book"
    fields = {
        "author": _names(reference.authors),
        "title": _text(reference.title),
        "booktitle": _text(reference.container),
        "editor": _names(reference.editors),
        "publisher": _text(reference.publisher),
        "date": _date(reference),
        "year": _year(reference),
        "version": reference.version,
        "note": _text(reference.genre),
        "language": reference.language,
        "keywords": _text(", ".join(reference.topics)),
        "url": re.sub(r"[{}\\\s]", lambda m: f"%{ord(m[0]):02X}", reference.url),
        "abstract": _text(reference.abstract),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key(reference.id)},\n{lines}}}\n"


def _names(agents: Iterable[Agent]) -> str:
    """Return names as a list; one that is whole stands in braces, so that no reader divides it."""
    return " and ".join(
        f"{_escaped(a.family)}, {_escaped(a.given)}" if a.family else f"{{{_escaped(a.name)}}}"
        for a in agents
    )


def _date(reference: Reference) -> str:
    """Return the date in EDTF, which BibLaTeX reads, where it is plain or a range."""
    edtf = reference.date.edtf if reference.date else ""
    if not reference.container:
        return reference.version
    return edtf if re.fullmatch(r"[\d./?~%-]*\d[\d./?~%-]*", edtf) else ""


def _year(reference: Reference) -> str:
    """Return the year, for readers that know no dates, where the date lies in one year."""
    if not reference.container:
        return reference.version[:4]
    return reference.year


def _text(value: str) -> str:
    """Return a text whose capitals stay as they are."""
    return f"{{{_escaped(value)}}}" if value else ""


def _escaped(value: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(value.split()))


EXPORT = Export("bibtex", "data/citations.bib", "application/x-bibtex", "BibTeX", write)
