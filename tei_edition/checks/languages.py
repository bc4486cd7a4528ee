"""A language is not named as BCP 47 names it.

`xml:lang` takes the tags of BCP 47: the shortest code of the language (`de`, `zh`, `grc`), then,
where they matter, script, region and variant (`ru-Latn`, `de-AT`, `zh-Latn-wadegile`). Browsers
choose hyphenation, fonts and the voice of screen readers by it; a tag that they do not know is as
good as none.

Write the tag that is offered. A country is no language: Chinese is `zh`, Japanese `ja`, Czech
`cs`. Where a language has a code of two letters, the one of three is not used.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.check import Check, documented
from tei_edition.checks.language_codes import (
    BY_COUNTRY,
    BY_LONG_CODE,
    BY_NAME,
    DEPRECATED,
    SHORT_CODES,
)
from tei_edition.checks.wording import also, extent, quoted
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.namespaces import XML_LANG
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="eng">
  <text><body><p>Signed: <persName xml:lang="cn">毛泽东</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace('"eng"', '"en"').replace('"cn"', '"zh-Hans"')

# RFC 5646, section 2.1, without the irregular tags of old.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(-[a-wy-z\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?|x(-[a-z\d]{1,8})+|i-[a-z]+",
    re.IGNORECASE,
)
_ELEMENTS = etree.XPath(
    "//@xml:lang/.. | //*[local-name() = 'language']/@ident/.. | //@mainLang/.. | //@otherLangs/.."
)


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every tag of a file that is none, with all its places."""
    places: dict[str, list[tuple[etree._Element, str]]] = defaultdict(list)
    elements = _ELEMENTS(document.root)
    assert isinstance(elements, list)
    for element in elements:
        assert isinstance(element, etree._Element)
        for attribute in (XML_LANG, "ident", "mainLang", "otherLangs"):
            if attribute != "ident" or etree.QName(element).localname == "language":
                for tag in element.get(attribute, "").split():
                    places[tag].append((element, attribute))
    for tag, uses in places.items():
        wrong = complaint(tag)
        if wrong:
            message, meant = wrong
            yield _finding(tag, message, meant, [document.location(*use) for use in uses])


def _finding(tag: str, message: str, meant: str, places: list[Location]) -> Diagnostic:
    return RULE.at(
        places[0],
        f"{quoted(tag)} {message}{extent(places)}",
        f'did you mean "{meant}"?' if meant else "look the language up in the registry of BCP 47",
        related=also(places[1:]),
    )


def complaint(tag: str) -> tuple[str, str] | None:
    """Return what is wrong with a language tag and the one that is meant, if anything is."""
    language, _, rest = tag.replace("_", "-").partition("-")
    code = language.lower()
    if code in BY_NAME:
        return "is the name of a language, not its tag", BY_NAME[code]
    meant = "-".join(filter(None, (BY_LONG_CODE.get(code, BY_COUNTRY.get(code, language)), rest)))
    if not _TAG.fullmatch(tag):
        return "is no language tag of BCP 47", meant if _TAG.fullmatch(meant) else ""
    if code in BY_LONG_CODE:
        return f'is a long code; BCP 47 takes the short one, "{BY_LONG_CODE[code]}"', meant
    if len(code) == 2 and code not in SHORT_CODES | DEPRECATED:
        return "is not the code of a language", meant if meant != tag else ""
    return None


RULE = documented("XML301", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
