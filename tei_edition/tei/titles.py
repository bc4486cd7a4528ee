"""Titles that say who wrote to whom: ``Anna Berg to Carl Dahl, 4 May 1896``.

A title alone proves nothing (``A Visit to Paris, 1920``): the one who writes must be the author
whom the header names.
"""

import re
from collections.abc import Iterable

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


def contradicts(title: str, senders: Iterable[str], addressees: Iterable[str]) -> bool:
    """Say whether a title names the two parties of a letter the other way round.

    Only where it names an addressee before the word for *to*, a sender after it, and neither on
    the other side.
    """
    sending = [words for name in senders if (words := _words(name))]
    receiving = [words for name in addressees if (words := _words(name))]
    for match in re.finditer(rf"\s(?:{_TO})\s", title):
        before, after = _words(title[: match.start()]), _words(title[match.end() :])
        if (
            _any_in(receiving, before)
            and _any_in(sending, after)
            and not _any_in(sending, before)
            and not _any_in(receiving, after)
        ):
            return True
    return False


def _any_in(names: list[frozenset[str]], words: frozenset[str]) -> bool:
    return any(name <= words for name in names)
