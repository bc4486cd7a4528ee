"""Dates that a document has apart from its letters: of the event, of the record, of the writing."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tei_edition.model import DateRange
from tei_edition.namespaces import tei
from tei_edition.tei import dates
from tei_edition.tei.header import found
from tei_edition.tei.text import local_name, own_text

_SOURCES = (
    ("creation", "tei:teiHeader/tei:profileDesc/tei:creation//tei:date"),
    ("event", "tei:teiHeader/tei:profileDesc/tei:settingDesc//tei:date"),
    ("origin", "tei:teiHeader//tei:history/tei:origin//tei:origDate"),
    ("origin", "tei:teiHeader//tei:history/tei:origin[@when or @notBefore or @from]"),
    ("title", "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@when or @when-iso]"),
    ("source", "tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:bibl/tei:date[@type = 'source']"),
)
"""Where a header dates its document: the label, unless @type gives one, and the XPath."""

_DATED_TEXTS = frozenset(["origin", "title"])
"""Elements that bear dating attributes, but whose words are not those of a date."""

_IN_THE_TEXT = (
    ".//tei:opener//tei:date",
    ".//tei:dateline//tei:date",
    ".//tei:docDate[@when] | .//tei:docDate//tei:date",
    ".//tei:closer//tei:date",
    ".//tei:head//tei:date",
)
_PREFERRED = ("creation", "event", "record", "origin")


def read(element: etree._Element) -> DateRange:
    """Return the date that an element bears, with its wording."""
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    return dates.read(attributes, own_text(element))


def of_action(action: etree._Element) -> list[DateRange]:
    """Return the dates of a ``correspAction``, the one that is meant first.

    More than one is not TEI's way, but occurs. One that says when comes before one that does not,
    then the one that is marked as preferred, then the one that is less doubted, then the first.
    """
    written = list(action.iterchildren(tei("date"))) or found(
        action, ".//tei:date[not(ancestor::tei:note or ancestor::tei:date)]"
    )
    every = [(each, read(each)) for node in written for each in _saying_when(node)]
    pairs = [(node, date) for node, date in every if date.edtf or date.text or date.custom]
    meant = min(pairs, key=_preference, default=None)
    return [pair[1] for pair in sorted(pairs, key=lambda pair: pair is not meant)]


def _saying_when(node: etree._Element) -> list[etree._Element]:
    """Return a date, or those in it, where only they say when: ``1 or 2 May``."""
    inner = [date for date in node.iter(tei("date")) if date is not node and read(date).edtf]
    return [node] if read(node).edtf or not inner else inner


def _preference(pair: tuple[etree._Element, DateRange]) -> tuple[bool, bool, bool]:
    node, date = pair
    marked = {node.get("type"), node.get("subtype")} & {"preferred", "main"}
    return (not date.edtf, not marked, date.certainty in ("low", "unknown"))


def of_document(tei_element: etree._Element) -> tuple[tuple[str, DateRange], ...]:
    """Return the dates of a header by label, in the header's order."""
    labelled: list[tuple[str, DateRange]] = []
    for label, path in _SOURCES:
        for node in found(tei_element, path):
            date = read(node)
            if local_name(node) in _DATED_TEXTS:
                labelled.append((label, replace(date, text="")))
            else:
                labelled.append((node.get("type") or label, date))
    return tuple(labelled)


def of_text(element: etree._Element) -> DateRange | None:
    """Return the date at the head or foot of a text, if it is marked up as one."""
    return next((date for date in _text_dates(element) if date.edtf), None)


def _text_dates(element: etree._Element) -> Iterator[DateRange]:
    for path in _IN_THE_TEXT:
        for node in found(element, path):
            if not any(True for _ in node.iterancestors(tei("teiHeader"))):
                yield read(node)


def preferred(labelled: tuple[tuple[str, DateRange], ...]) -> DateRange | None:
    """Return the date under which a document stands that is no letter.

    When it was made, else when what it tells of happened, else when its record was made.
    """
    for label in _PREFERRED:
        for name, date in labelled:
            if name == label and date.edtf:
                return date
    return next((date for _, date in labelled if date.edtf), None)
