"""An authority identifier is malformed.

The number in `idno` cannot be one of the authority that it names: it has the wrong number of
digits, a blank, a piece of an address, or its check digit shows that a digit is wrong. The link
that the edition publishes leads nowhere or to somebody else, and correspSearch does not recognise
the person.

Copy the number again from the authority's record. Both forms are understood: the number alone
(with `type="GND"`) and the full link (`https://d-nb.info/gnd/118577425`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.authorities import complaint, recognise
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Identifier
from tei_edition.namespaces import NS
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="mao">
        <persName>Mao Zedong</persName>
        <idno type="GND">118577452</idno>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""
PASSES = FAILS.replace("118577452", "118577425")


# Elsewhere an `idno` is a shelfmark or the number of a publication.
_NUMBERS = etree.XPath(
    "//tei:idno[ancestor::tei:person or ancestor::tei:personGrp or ancestor::tei:place "
    "or ancestor::tei:org or ancestor::tei:bibl or ancestor::tei:event][not(tei:idno)]",
    namespaces=NS,
)
_LINKS = etree.XPath(
    "//tei:*[self::tei:persName or self::tei:placeName or self::tei:orgName or self::tei:rs "
    "or self::tei:name or self::tei:settlement or self::tei:person or self::tei:place or "
    "self::tei:org][contains(concat(@ref, ' ', @sameAs), '://')]",
    namespaces=NS,
)


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every identifier of a file that cannot be right, once for each value."""
    wrong: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
    for element, attribute, identifier in _written(document):
        found = recognise(identifier)
        said = complaint(*found) if found else ""
        if found and said:
            wrong[found[0].name, found[1], said].append(document.location(element, attribute))
    for (name, number, said), places in wrong.items():
        yield RULE.at(
            places[0],
            f"the {name} number {quoted(number)} cannot be right: {said}{extent(places)}",
            f"copy the number again from {name}",
            related=also(places[1:]),
        )


def _written(document: Document) -> Iterator[tuple[etree._Element, str | None, Identifier]]:
    """Yield the identifiers of a file with their element: in ``idno``, ``@ref`` and ``@sameAs``."""
    for node in _elements(_NUMBERS, document):
        written = " ".join((node.text or "").split())
        kind = node.get("type", "")
        if kind.lower() in ("", "url", "uri"):
            kind = node.get("subtype", "")
        if written:
            yield node, None, Identifier(kind, written)
    for node in _elements(_LINKS, document):
        for attribute in ("ref", "sameAs"):
            for link in re.findall(r"\S+://\S+", node.get(attribute, "")):
                yield node, attribute, Identifier("", link.rstrip(";,"))


def _elements(path: etree.XPath, document: Document) -> Iterator[etree._Element]:
    found = path(document.root)
    assert isinstance(found, list)
    for element in found:
        assert isinstance(element, etree._Element)
        yield element


RULE = documented("ENT306", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
