"""The table `[letters]`: what is a letter, and where it keeps its particulars, as XPaths."""

from typing import Annotated

from lxml import etree
from pydantic import AfterValidator, Field

from tei_edition.config.section import Section
from tei_edition.namespaces import NS, TEI


def _xpath(value: str) -> str:
    """Refuse what is no XPath, or one that calls a function or uses a prefix nobody knows."""
    if not value:
        return value
    try:
        etree.XPath(value, namespaces=NS)(etree.Element(f"{{{TEI}}}TEI"))
    except etree.XPathError as error:
        reason = str(error).strip().lower()
        raise ValueError(
            f"is no XPath 1.0 expression ({reason}); TEI's elements have the prefix tei:"
        ) from None
    return value


XPath = Annotated[str, AfterValidator(_xpath)]


class LettersSection(Section):
    """What is a letter, and who wrote to whom, where content does not tell: XPath 1.0 with the
    prefix `tei`. All but `letter` start at the letter: the `TEI`, `text` or `div` element. What
    one finds replaces what the toolkit reads; where it finds nothing, that stays."""

    letter: XPath = Field(
        default="",
        description="What is a letter, from each `TEI` element: that itself, or parts of it, each "
        "of which becomes a document. What it does not find is then no letter.",
    )
    title: XPath = Field(default="", description="The letter's title.")
    sender: XPath = Field(
        default="", description="Who sends: names, elements that hold names, or a text."
    )
    addressee: XPath = Field(default="", description="Who receives.")
    place_sent: XPath = Field(default="", description="Whence it is sent.")
    place_received: XPath = Field(default="", description="Where it is received.")
    date_sent: XPath = Field(
        default="",
        description="When it is sent: an element with the attributes of a date, or a text or "
        "attribute such as 1949-02-04.",
    )
    date_received: XPath = Field(default="", description="When it is received.")

    @property
    def overrides(self) -> bool:
        """Say whether anything but what a letter is has a rule of its own."""
        return any(getattr(self, name) for name in type(self).model_fields if name != "letter")
