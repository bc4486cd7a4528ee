"""The header of CMIF: who made it, when it changed, under which licence, which edition it is.

Nothing in it comes from the clock, so that the same edition gives the same file and correspSearch
harvests it anew only when something has changed.
"""

import uuid as uuids
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from tei_edition.config import Config
from tei_edition.model import Index
from tei_edition.namespaces import TEI, XML_ID

LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "Creative Commons Attribution 4.0 (CC BY 4.0)",
    "https://creativecommons.org/publicdomain/zero/1.0/": "Creative Commons Zero 1.0 (CC0 1.0)",
}
"""The licences that correspSearch accepts."""

UNDETERMINED = "http://rightsstatements.org/vocab/UND/1.0/"
_NO_CHANGE = "1970-01-01"
"""Stands for a change of which no header tells, since the schema wants a date."""


def add(root: etree._Element, index: Index, config: Config) -> etree._Element:
    """Add the header to a document without its profileDesc, and return it."""
    header = _sub(root, "teiHeader")
    description = _sub(header, "fileDesc")
    statement = _sub(description, "titleStmt")
    _sub(statement, "title", config.edition.title)
    for number, name in enumerate(editors(index, config)):
        editor = _sub(statement, "editor", name)
        if not number and config.cmif.email:
            _sub(editor, "email", config.cmif.email)
    _add_publication(description, index, config)
    source = _sub(_sub(description, "sourceDesc"), "bibl", config.edition.title)
    source.set("type", "online")
    source.set(XML_ID, uuid(index, config))
    if config.edition.base_url:
        source.text = f"{config.edition.title}. "
        _sub(source, "ref", config.edition.base_url).set("target", config.edition.base_url)
    return header


def _add_publication(description: etree._Element, index: Index, config: Config) -> None:
    """Add the publicationStmt; the schema fixes the order of its parts."""
    statement = _sub(description, "publicationStmt")
    _sub(statement, "publisher", publisher(index, config))
    _sub(statement, "idno", f"{config.edition.base_url}data/cmif.xml").set("type", "url")
    _sub(statement, "date").set("when", f"{changed(index)}T00:00:00Z")
    address = licence(index, config)
    node = _sub(_sub(statement, "availability"), "licence", LICENCES.get(address, address))
    node.set("target", address)
    if address == UNDETERMINED:
        node.text = "The edition states no licence."


def editors(index: Index, config: Config) -> tuple[str, ...]:
    """Return the editors: of the configuration, else of the headers, most frequent first."""
    configured = tuple(editor.name for editor in config.edition.editors)
    named = _frequent(name for d in index.documents.values() for name in d.editors)
    return configured or named or (publisher(index, config),)


def publisher(index: Index, config: Config) -> str:
    """Return the publisher: of the configuration, else the most frequent one of the headers."""
    named = _frequent(d.publisher for d in index.documents.values() if d.publisher)
    return config.cmif.publisher or next(iter(named), config.edition.title)


def uuid(index: Index, config: Config) -> str:
    """Return the UUID of the edition as an ``xml:id``: it begins with a letter.

    Without one in the configuration it is made from what identifies the edition (UUID version 5),
    and stays the same as long as that does.
    """
    configured = config.cmif.uuid
    if configured:
        return configured if configured[0].isalpha() else f"uuid-{configured}"
    parts = (config.edition.id, publisher(index, config), *editors(index, config))
    number = 0
    while True:
        made = uuids.uuid5(uuids.NAMESPACE_URL, "\n".join((*parts, *[str(number)] * bool(number))))
        if str(made)[0].isalpha():
            return str(made)
        number += 1


def changed(index: Index) -> str:
    """Return the day of the newest change that a header of the edition tells of."""
    return max((d.changed for d in index.documents.values() if d.changed), default=_NO_CHANGE)


def licence(index: Index, config: Config) -> str:
    """Return the licence's address: of the configuration, else the one all documents share.

    Where neither says anything, nothing is granted: the rights are stated as undetermined.
    """
    if config.edition.licence:
        return _accepted(config.edition.licence)
    stated = {_accepted(d.licence) for d in index.documents.values()}
    shared = stated.pop() if len(stated) == 1 else ""
    return shared if shared.startswith(("http://", "https://")) else UNDETERMINED


def _accepted(address: str) -> str:
    """Return the form of a licence's address that correspSearch knows, where it is one of these."""
    bare = address.strip().replace("http://", "https://").removesuffix("legalcode")
    for known in LICENCES:
        if bare.startswith(known.rstrip("/")):
            return known
    return address.strip()


def _frequent(names: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _sub(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    node = etree.SubElement(parent, f"{{{TEI}}}{name}")
    if text:
        node.text = text
    return node
