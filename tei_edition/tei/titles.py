"""Titles that say who wrote to whom: ``Anna Berg to Carl Dahl, 4 May 1896``.

Words alone prove nothing (``A Visit to Paris, 1920``): the one who writes must be the author whom
the header names, or the title must call itself that of a letter, or it must be a letter's own.
"""

import re
from collections.abc import Iterable

from lxml import etree

from tei_edition.tei.header import first_text, found
from tei_edition.tei.text import inline

_TO = "to|an|à|au|aux|a|al|do|aan|til|till|para|pour|для|к"
_FROM = "from|by|of|von|des|der|de|du|di|da|van|från|fra|od|от"
_LETTER = (
    "letter|postcard|telegram|cable|brief|schreiben|postkarte|telegramm|lettre|carte|lettera|"
    "cartolina|carta|tarjeta|epistola|письмо|телеграмма|brev|list"
)
_SENDER = r"(?P<sender>[^\W\d_][^,;:\d()]{1,80}?)"
_ADDRESSEE = (
    r"(?P<addressee>[^\W\d_][^,;:\d()]{1,80}?)"
    r"(?:\s*[,.;:(\[–—-].*|\s+(?:dated|on|from|vom|am|du|le|del|dell?|den|от)\s.*\d.*)?"
)
_TITLE = re.compile(rf"(?:[^\W\d_]+\s+(?:{_FROM})\s+)?{_SENDER}\s+(?:{_TO})\s+{_ADDRESSEE}")
_OF_LETTER = re.compile(
    rf"(?:{_LETTER})(?:\s+(?:{_FROM})\s+{_SENDER})?\s+(?:{_TO})\s+{_ADDRESSEE}", re.IGNORECASE
)
_HEADING = re.compile(
    rf"(?:[^,;:()]*[\d.:]\s*)?(?:{_SENDER}\s+)?(?:{_TO})\s+{_ADDRESSEE}", re.IGNORECASE
)
_LONGEST = 200
"""Characters of a heading that may be one; a longer one is a summary, and takes long to search."""
_AUTHORS = "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author"


def of_author(element: etree._Element) -> str:
    """Return to whom the author of a ``TEI`` element writes, if its title says so."""
    authors = {_words(inline(author)) for author in found(element, _AUTHORS)}
    parts = _TITLE.fullmatch(_title(element))
    if parts and _words(parts["sender"]) in authors:
        return _named(parts["addressee"])
    letter = _OF_LETTER.fullmatch(_title(element))
    return _named(letter["addressee"]) if letter and authors and not letter["sender"] else ""


def of_letter(element: etree._Element) -> tuple[str, str]:
    """Return who writes to whom by a title such as ``Letter from A to B``; else empty names."""
    parts = _OF_LETTER.fullmatch(_title(element))
    if not parts or not parts["sender"] or not _named(parts["addressee"]):
        return ("", "")
    return (parts["sender"], parts["addressee"])


def of_heading(element: etree._Element) -> tuple[str, str]:
    """Return who writes to whom by the heading of a letter, ``To B`` or ``A to B``."""
    heading = first_text(element, "(.//tei:head)[1]")
    parts = _HEADING.fullmatch(heading) if len(heading) <= _LONGEST else None
    return (parts["sender"] or "", parts["addressee"]) if parts else ("", "")


def _title(element: etree._Element) -> str:
    return first_text(
        element,
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main' or @level = 'a']",
        "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[not(@level = 's')]",
    )


def _named(name: str) -> str:
    """Return a name; what begins with a small letter is none (``to herself``)."""
    return "" if name[0].islower() else name


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
