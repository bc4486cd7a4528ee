"""The schemas that a document names for itself: ``<?xml-model?>`` and oXygen's older instruction.

Pure reading of what stands before the root element (W3C note "Associating Schemas with XML
documents"); whether the files exist, and which of them is used, is not decided here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from tei_edition.diagnostics import Location

Language = Literal["RELAX NG", "Schematron", "other"]

_LANGUAGES: Final[Mapping[str, Language]] = {
    "http://relaxng.org/ns/structure/1.0": "RELAX NG",
    "http://purl.oclc.org/dsdl/schematron": "Schematron",
    "http://www.ascc.net/xml/schematron": "Schematron",
    "application/relax-ng-compact-syntax": "RELAX NG",
    "application/relaxng+xml": "RELAX NG",
    "application/schematron+xml": "Schematron",
}
_ENDINGS: Final[Mapping[str, Language]] = {
    ".rng": "RELAX NG",
    ".rnc": "RELAX NG",
    ".sch": "Schematron",
}
_OXYGEN: Final[Mapping[str, Language]] = {
    "RNGSchema": "RELAX NG",
    "SCHSchema": "Schematron",
    "NVDLSchema": "other",
}

# What may stand before the root element; a DOCTYPE with its internal subset is one piece.
_PIECE = re.compile(
    r"""\s+ | <!--.*?--> | <\?(?P<target>[^\s?]+)(?P<data>.*?)\?>
    | <!DOCTYPE (?:"[^"]*"|'[^']*'|[^\[>"'])*+
      (?:\[ (?:(?><!--.*?-->)|(?><\?.*?\?>)|"[^"]*"|'[^']*'|[^\]"'])*+ \]\s*)? >""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class SchemaInstruction:
    """One instruction that names a schema. `href` is as written, `phase` for Schematron.

    With a `fault`, the instruction cannot be understood, and the rest is empty.
    """

    location: Location
    href: str = ""
    language: Language = "other"
    phase: str = ""
    fault: str = ""


def schema_instructions(text: str, name: str) -> Iterator[SchemaInstruction]:
    """Yield what a document says about its schemas, in order.

    `text` are the characters of the file `name`, or as many as hold what precedes the root.
    """
    position = 1 if text.startswith("\ufeff") else 0
    while piece := _PIECE.match(text, position):
        target = piece["target"]
        if target in ("xml-model", "oxygen"):
            line = text.count("\n", 0, position) + 1
            column = position - (text.rfind("\n", 0, position) + 1) + 1
            read = _model if target == "xml-model" else _oxygen
            yield from read(piece["data"], Location(name, line, column))
        position = piece.end()


def _model(data: str, location: Location) -> Iterator[SchemaInstruction]:
    values = _pseudo_attributes(data)
    if values is None:
        fault = "it is not written as pairs of a name and a value in quotation marks"
        yield SchemaInstruction(location, fault=fault)
    elif "href" not in values:
        yield SchemaInstruction(location, fault="it has no href")
    else:
        href = values["href"].strip()
        yield SchemaInstruction(location, href, _language(values, href), values.get("phase", ""))


def _oxygen(data: str, location: Location) -> Iterator[SchemaInstruction]:
    """Read ``<?oxygen RNGSchema="…" type="xml"?>``; other words of oXygen's are its own matter."""
    values = _pseudo_attributes(data) or {}
    for name, language in _OXYGEN.items():
        if href := values.get(name, "").strip():
            yield SchemaInstruction(location, href, language)


def _language(values: Mapping[str, str], href: str) -> Language:
    """Return the schema's language: as ``schematypens`` says, else ``type``, else its ending."""
    if namespace := values.get("schematypens", "").strip():
        return _LANGUAGES.get(namespace, "other")
    kind = values.get("type", "").partition(";")[0].strip().lower()
    if kind in _LANGUAGES:
        return _LANGUAGES[kind]
    return _ENDINGS.get(re.split("[?#]", href)[0][-4:].lower(), "other")


def _pseudo_attributes(data: str) -> dict[str, str] | None:
    """Read pairs written as attributes are, references included; ``None`` if they are not."""
    try:
        element = etree.fromstring(f"<x {data}/>", etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return {str(key): str(value) for key, value in element.attrib.items()}
