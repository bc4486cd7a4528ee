"""``cmif.xml``: the Correspondence Metadata Interchange Format, version 1.1, for correspSearch.

Sending and receipt alone, one authority URI for each name, nothing that the official schema
refuses. Documents that are no letters stay out.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from tei_edition.config import Config
from tei_edition.exports import addresses, cmif_header
from tei_edition.exports.export import Export
from tei_edition.indexing.implied import is_unknown
from tei_edition.model import (
    Action,
    Correspondent,
    DateRange,
    EntityKind,
    Index,
    IndexedLetter,
)
from tei_edition.namespaces import TEI
from tei_edition.tei import dates
from tei_edition.tei.authorities import cmif_uri

_COPIES = frozenset(["copy", "cc", "final"])
_ELEMENTS: Mapping[EntityKind, str] = {
    EntityKind.ORGANISATION: "orgName",
    EntityKind.PLACE: "placeName",
}


def write(index: Index, config: Config) -> bytes:
    """Return the file, valid against the official RELAX NG schema, letters in edition order."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    header = cmif_header.add(root, index, config)
    profile = etree.SubElement(header, f"{{{TEI}}}profileDesc")
    for letter in index.letters.values():
        _add_letter(profile, letter, index, config)
    body = etree.SubElement(etree.SubElement(root, f"{{{TEI}}}text"), f"{{{TEI}}}body")
    etree.SubElement(body, f"{{{TEI}}}p")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_letter(
    profile: etree._Element, letter: IndexedLetter, index: Index, config: Config
) -> None:
    """Add the correspDesc of a letter."""
    node = etree.SubElement(profile, f"{{{TEI}}}correspDesc")
    if config.edition.base_url:
        node.set("ref", addresses.of_letter(letter, index, config))
    node.set("key", letter.letter.number or letter.letter.id)
    node.set("source", f"#{cmif_header.uuid(index, config)}")
    for type in ("sent", "received"):
        _add_action(node, letter, type, index)


def _add_action(node: etree._Element, letter: IndexedLetter, type: str, index: Index) -> None:
    """Add sending or receipt: names, places, date; somebody always sends and receives."""
    action = etree.SubElement(node, f"{{{TEI}}}correspAction", type=type)
    people = _main(letter.letter.actions, letter.people, type)
    known = [who for who in people if not is_unknown(who.text)]
    for who in known:
        _add_name(action, who, "persName", index)
    if not known:
        etree.SubElement(action, f"{{{TEI}}}persName").text = "Unknown"
    for place in _main(letter.letter.actions, letter.places, type):
        if not is_unknown(place.text):
            _add_name(action, place, "placeName", index)
    _add_date(action, _date(letter.letter.actions, type))


def _main(
    actions: tuple[Action, ...],
    groups: tuple[tuple[str, tuple[Correspondent, ...]], ...],
    type: str,
) -> list[Correspondent]:
    """Return those of the actions of a type that are no copies, unless there are only copies."""
    own = [
        (action, group)
        for action, (_, group) in zip(actions, groups, strict=True)
        if action.type == type
    ]
    main = [who for action, group in own if action.subtype not in _COPIES for who in group]
    return main or [who for _, group in own for who in group]


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


def _date(actions: Iterable[Action], type: str) -> DateRange | None:
    dated = [a for a in actions if a.type == type and a.date and a.date.edtf]
    main = [a for a in dated if a.subtype not in _COPIES]
    return (main or dated)[0].date if dated else None


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
