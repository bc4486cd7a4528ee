"""Where older and simpler encodings keep sender, addressee, place and date: a table to read.

A rule applies where its `sign` is found; the first that applies is taken. Add a row for an
encoding that the table does not know.
"""

from dataclasses import dataclass

from lxml import etree

from tei_edition.tei import titles
from tei_edition.tei.classify import DIVISIONS, is_letter_division
from tei_edition.tei.header import found

BY_TITLE = "title of two names, of which the author's is the first"
BY_LETTER_TITLE = "title that calls itself that of a letter"
BY_HEADING = "heading of a letter"
"""Signs, and the way to sender and addressee, that no XPath can tell."""


@dataclass(frozen=True, slots=True)
class FallbackRule:
    """One way of encoding a letter. All paths are XPaths with the prefix ``tei``.

    Of several, the first that finds anything is taken. `within` says that they start at a
    ``correspDesc`` without actions; otherwise they start at the document's element.
    """

    name: str
    sign: str
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    place_sent: str = ""
    date_sent: str = ""
    place_received: str = ""
    date_received: str = ""
    within: bool = False

    def applies(self, element: etree._Element) -> bool:
        """Say whether the element has the sign of this encoding."""
        if self.sign == BY_TITLE:
            return bool(titles.of_author(element))
        if self.sign == BY_LETTER_TITLE:
            return any(titles.of_letter(element))
        if self.sign == "letter division":
            return any(is_letter_division(div) for div in element.iter(*DIVISIONS))
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
_TITLED_DATE = (
    "tei:teiHeader/tei:profileDesc/tei:creation/tei:date "
    "| tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@when or @when-iso] "
    f"| {_OPENER_DATE}"
)
_HEADED = "(.//tei:head)[1]//*[@type = '{0}']"
_SIGNATURE = ".//tei:signed//tei:persName | .//tei:signed//tei:rs[@type = 'person']"
_ADDRESS = ".//tei:address//tei:persName | .//tei:opener//tei:persName[@type = 'addressee']"
_SALUTED = ".//tei:opener//tei:salute//tei:persName | .//tei:opener//tei:salute//tei:rs"
_AUTHOR = "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author"
_NOT_QUOTED = (
    "[not(ancestor::tei:floatingText or ancestor::tei:quote or ancestor::tei:q "
    "or ancestor::tei:note)]"
)

RULES = (
    FallbackRule(
        name="correspDesc with sender and addressee (before 2015)",
        sign="tei:sender | tei:addressee",
        sender=("tei:sender",),
        addressee=("tei:addressee",),
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
        sender=(f"{_PERSON.format('sender')} | {_PERSON.format('author')}",),
        addressee=(f"{_PERSON.format('addressee')} | {_PERSON.format('recipient')}",),
        place_sent=_OPENER_PLACE,
        date_sent=f"tei:teiHeader/tei:profileDesc/tei:creation/tei:date | {_OPENER_DATE}",
    ),
    FallbackRule(
        name="div of type letter, opener and signature",
        sign="letter division",
        sender=(_HEADED.format("from"), _SIGNATURE, BY_HEADING),
        addressee=(_HEADED.format("to"), _ADDRESS, BY_HEADING, _SALUTED),
        place_sent=_OPENER_PLACE,
        date_sent=f"tei:teiHeader/tei:profileDesc/tei:creation/tei:date | {_OPENER_DATE}",
    ),
    FallbackRule(
        name="author, and a title such as: A to B",
        sign=BY_TITLE,
        sender=(_AUTHOR,),
        addressee=(BY_TITLE,),
        place_sent=_OPENER_PLACE,
        date_sent=_TITLED_DATE,
    ),
    FallbackRule(
        name="title such as: letter from A to B",
        sign=BY_LETTER_TITLE,
        sender=(BY_LETTER_TITLE,),
        addressee=(BY_LETTER_TITLE,),
        place_sent=_OPENER_PLACE,
        date_sent=_TITLED_DATE,
    ),
    FallbackRule(
        name="opener with a salutation, or opener and signature",
        sign=f".//tei:opener//tei:salute{_NOT_QUOTED} "
        f"| .//tei:opener{_NOT_QUOTED}[ancestor::tei:text//tei:closer//tei:signed]",
        sender=(_SIGNATURE, _AUTHOR),
        addressee=(_ADDRESS, _SALUTED),
        place_sent=_OPENER_PLACE,
        date_sent=_TITLED_DATE,
    ),
)
