"""``cmif.xml``: the Correspondence Metadata Interchange Format, version 1.1, for correspSearch.

Sending and receipt alone, one authority URI for each name, nothing that the official schema
refuses. Documents that are no letters stay out.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from lxml import etree

from tei_edition.config import Config
from tei_edition.exports import addresses, cmif_header
from tei_edition.exports.export import Export
from tei_edition.indexing import parties
from tei_edition.indexing.implied import is_unknown
from tei_edition.model import (
    Correspondent,
    DateRange,
    EntityKind,
    Index,
    IndexedLetter,
)
from tei_edition.namespaces import TEI
from tei_edition.tei import dates
from tei_edition.tei.authorities import cmif_uri

_ELEMENTS: Mapping[EntityKind, str] = {
    EntityKind.ORGANISATION: "orgName",
    EntityKind.PLACE: "placeName",
}


def write(index: Index, config: Config) -> bytes:
    """Return the file, valid against the official RELAX NG schema, letters in edition order."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    header = cmif_header.add(root, index, config)
    profile = etree.SubElement(header, f"{{{TEI}}}profileDesc")
    source = f"#{cmif_header.uuid(index, config)}"
    for letter in index.letters.values():
        node = etree.SubElement(profile, f"{{{TEI}}}correspDesc")
        address = addresses.of_letter(letter, index, config)
        if urlsplit(address).scheme:
            node.set("ref", address)
        node.set("key", letter.letter.number or letter.letter.id)
        node.set("source", source)
        for type in ("sent", "received"):
            _add_action(node, letter, type, index)
    body = etree.SubElement(etree.SubElement(root, f"{{{TEI}}}text"), f"{{{TEI}}}body")
    etree.SubElement(body, f"{{{TEI}}}p")
    _indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _indent(root: etree._Element) -> None:
    """Break the file into lines, except in the elements that mix words and markup."""
    etree.indent(root)
    for node in root.iter(f"{{{TEI}}}editor", f"{{{TEI}}}bibl"):
        if len(node):
            node.text = f"{(node.text or '').strip()} "
            node[-1].tail = None


def _add_action(node: etree._Element, letter: IndexedLetter, type: str, index: Index) -> None:
    """Add sending or receipt: names, places, date; somebody always sends and receives."""
    action = etree.SubElement(node, f"{{{TEI}}}correspAction", type=type)
    known = [who for who in parties.people(letter, type) if not is_unknown(who.text)]
    for who in known:
        _add_name(action, who, "persName", index)
    if not known:
        etree.SubElement(action, f"{{{TEI}}}persName").text = "Unknown"
    for place in parties.places(letter, type):
        if not is_unknown(place.text):
            _add_name(action, place, "placeName", index)
    _add_date(action, parties.date(letter, type))


def _add_name(action: etree._Element, who: Correspondent, default: str, index: Index) -> None:
    """Add a name: the register's preferred form, one authority URI at most."""
    entity = index.entities.get(who.entity)
    name = _ELEMENTS.get(entity.kind, "persName") if entity else default
    node = etree.SubElement(action, f"{{{TEI}}}{name if name != 'placeName' else default}")
    uri = cmif_uri(entity.identifiers, entity.kind) if entity else ""
    if uri:
        node.set("ref", uri)
    _mark(node, who.certainty, who.evidence)
    node.text = who.text


def _add_date(action: etree._Element, date: DateRange | None) -> None:
    """Add a date to the day; one without a year says nothing to a search and is left out."""
    values = dates.attributes(date) if date else {}
    if date and values:
        node = etree.SubElement(action, f"{{{TEI}}}date", attrib=values)
        _mark(node, date.certainty, date.evidence)


def _mark(node: etree._Element, certainty: str, evidence: str) -> None:
    """Set what CMIF 1.1 can say of doubt: ``cert="low"``, ``evidence="conjecture"``."""
    if certainty in ("low", "unknown") or _is_small(certainty):
        node.set("cert", "low")
    if evidence == "conjecture":
        node.set("evidence", "conjecture")


def _is_small(certainty: str) -> bool:
    """Say whether a certainty given as a number (0 to 1) is below one half."""
    try:
        return float(certainty) < 0.5
    except ValueError:
        return False


EXPORT = Export("cmif", "data/cmif.xml", "application/xml", "CMIF 1.1", write)
