"""Where older and simpler encodings keep sender, addressee, place and date: a table to read.

A rule applies where its `sign` is found; the first that applies is taken. Add a row for an
encoding that the table does not know.
"""

from dataclasses import dataclass

from lxml import etree

from tei_edition.tei import titles
from tei_edition.tei.classify import is_letter_division
from tei_edition.tei.header import found
from tei_edition.tei.text import local_name

BY_TITLE = "title of two names, of which the author's is the first"
"""A sign, and the path to an addressee, that no XPath can tell."""


@dataclass(frozen=True, slots=True)
class FallbackRule:
    """One way of encoding a letter. All paths are XPaths with the prefix ``tei``.

    The paths with `else` are tried where the others find nothing. `within` says that they start
    at a ``correspDesc`` without actions; otherwise they start at the document's element.
    """

    name: str
    sign: str
    sender: str
    addressee: str
    place_sent: str = ""
    date_sent: str = ""
    place_received: str = ""
    date_received: str = ""
    sender_else: str = ""
    addressee_else: str = ""
    within: bool = False

    def applies(self, element: etree._Element) -> bool:
        """Say whether the element has the sign of this encoding."""
        if self.sign == BY_TITLE:
            return bool(titles.addressee(element))
        if self.sign == "letter division":
            divisions = [element] if local_name(element) == "div" else found(element, ".//tei:div")
            return any(is_letter_division(div) for div in divisions)
        return bool(found(element, self.sign))


_PERSON = (
    "tei:teiHeader/tei:profileDesc/tei:particDesc//tei:person[@role = '{0}']"
    "| tei:teiHeader/tei:profileDesc/tei:particDesc//tei:org[@role = '{0}']"
)
_OPENER_DATE = (
    "(.//tei:opener//tei:date | .//tei:dateline//tei:date | .//tei:closer//tei:date)[not("
    "ancestor::tei:teiHeader)]"
)
_OPENER_PLACE = ".//tei:dateline//tei:placeName | .//tei:opener/tei:placeName"
_HEADED = "(.//tei:head)[1]//*[@type = '{0}']"
_SIGNATURE = ".//tei:signed//tei:persName | .//tei:signed//tei:rs[@type = 'person']"
_ADDRESS = ".//tei:address//tei:persName | .//tei:opener//tei:persName[@type = 'addressee']"

RULES = (
    FallbackRule(
        name="correspDesc with sender and addressee (before 2015)",
        sign="tei:sender | tei:addressee",
        sender="tei:sender",
        addressee="tei:addressee",
        place_sent="tei:placeSender",
        date_sent="tei:dateSender/tei:date | tei:dateSender[not(tei:date)]",
        place_received="tei:placeAddressee",
        date_received="tei:dateAddressee/tei:date | tei:dateAddressee[not(tei:date)]",
        within=True,
    ),
    FallbackRule(
        name="particDesc/person by @role",
        sign="tei:teiHeader/tei:profileDesc/tei:particDesc//tei:person[@role = 'addressee' or "
        "@role = 'recipient' or @role = 'sender']",
        sender=f"{_PERSON.format('sender')} | {_PERSON.format('author')}",
        addressee=f"{_PERSON.format('addressee')} | {_PERSON.format('recipient')}",
        place_sent=_OPENER_PLACE,
        date_sent=f"tei:teiHeader/tei:profileDesc/tei:creation/tei:date | {_OPENER_DATE}",
    ),
    FallbackRule(
        name="div of type letter, opener and signature",
        sign="letter division",
        sender=_HEADED.format("from"),
        sender_else=_SIGNATURE,
        addressee=_HEADED.format("to"),
        addressee_else=_ADDRESS,
        place_sent=_OPENER_PLACE,
        date_sent=f"tei:teiHeader/tei:profileDesc/tei:creation/tei:date | {_OPENER_DATE}",
    ),
    FallbackRule(
        name="author, and a title such as: A to B",
        sign=BY_TITLE,
        sender="tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author",
        addressee=BY_TITLE,
        place_sent=_OPENER_PLACE,
        date_sent="tei:teiHeader/tei:profileDesc/tei:creation/tei:date "
        "| tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@when or @when-iso] "
        f"| {_OPENER_DATE}",
    ),
)
