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
from functools import lru_cache

from lxml import etree

from tei_edition.checks.authorities import complaint, recognise
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Identifier
from tei_edition.namespaces import tei
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


_ENTRIES = tuple(tei(name) for name in ("person", "personGrp", "place", "org", "bibl", "event"))
_LINKS = etree.XPath("//@ref[contains(., '://')]/.. | //@sameAs[contains(., '://')]/..")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every identifier of a file that cannot be right, once for each value."""
    wrong: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
    for element, attribute, kind, written in _written(document):
        mistake = _mistake(kind, written)
        if mistake and (attribute or _is_of_entry(element)):
            wrong[mistake].append(document.location(element, attribute))
    for (name, number, said), places in wrong.items():
        yield RULE.at(
            places[0],
            f"the {name} number {quoted(number)} cannot be right: {said}{extent(places)}",
            f"copy the number again from {name}",
            related=also(places[1:]),
        )


# Letters repeat the entries of those whom they name.
@lru_cache(maxsize=10_000)
def _mistake(kind: str, written: str) -> tuple[str, str, str] | None:
    """Return the authority, its number, and what is wrong with that, if anything is."""
    found = recognise(Identifier(kind, written))
    said = complaint(*found) if found else ""
    return (found[0].name, found[1], said) if found and said else None


def _written(document: Document) -> Iterator[tuple[etree._Element, str | None, str, str]]:
    """Yield the identifiers of a file: element, attribute, the kind that it says, and the value.

    They stand in ``idno``, ``@ref`` and ``@sameAs``.
    """
    for node in document.root.iter(tei("idno")):
        written = " ".join((node.text or "").split())
        if written:
            yield node, None, _authority(node), written
    links = _LINKS(document.root)
    assert isinstance(links, list)
    for node in links:
        assert isinstance(node, etree._Element)
        for attribute in ("ref", "sameAs"):
            for link in re.findall(r"\S+://\S+", node.get(attribute, "")):
                yield node, attribute, "", link.rstrip(";,")


def _is_of_entry(idno: etree._Element) -> bool:
    """Say whether a number is that of an entry: elsewhere it is a shelfmark or of a publication."""
    return next(idno.iterancestors(*_ENTRIES), None) is not None


def _authority(idno: etree._Element) -> str:
    """Return what the element says of the system that its number belongs to."""
    kind = idno.get("type", "")
    return idno.get("subtype", "") if kind.lower() in ("", "url", "uri") else kind


RULE = documented("ENT306", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
