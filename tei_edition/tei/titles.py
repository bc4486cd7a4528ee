"""Titles that say who wrote to whom: ``Anna Berg to Carl Dahl, 4 May 1896``.

A title alone proves nothing (``A Visit to Paris, 1920``): the one who writes must be the author
whom the header names.
"""

import re

from lxml import etree

from tei_edition.tei.header import first_text, found
from tei_edition.tei.text import inline

_TO = "to|an|à|au|aux|a|al|do|aan|til|till|para|pour|для|к"
_TITLE = re.compile(
    r"(?:[^\W\d_]+\s+(?:from|von|de|di|van|från|fra|od|от)\s+)?"
    rf"(?P<sender>[^\W\d_][^,;:\d()]{{1,80}}?)\s+(?:{_TO})\s+"
    r"(?P<addressee>[^\W\d_][^,;:\d()]{1,80}?)(?:\s*[,.;:(\[–—-].*)?"
)
_AUTHORS = "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author"


def addressee(element: etree._Element) -> str:
    """Return to whom the author of a ``TEI`` element writes, if its title says so."""
    title = first_text(
        element,
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main' or @level = 'a']",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[not(@level = 's')]",
    )
    authors = {_words(inline(author)) for author in found(element, _AUTHORS)}
    parts = _TITLE.fullmatch(title)
    if parts and _words(parts["sender"]) in authors and not parts["addressee"][0].islower():
        return parts["addressee"]
    return ""


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.casefold()))
