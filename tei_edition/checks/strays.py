"""Elements have the names of TEI elements, but are in no namespace.

An attribute xmlns="" on them, or on an element around them, takes them out of the TEI. Programs
write it when they copy elements from one file to another without their namespace; letters in such
files are not found by other programs, and their words are shown without any form. Here they are
read for lists and indexes as the TEI elements that they must be.

Delete xmlns="", in all files that the same program has written; nothing else changes.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, extent
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.tei.strays import strays
from tei_edition.tei.text import local_name
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>I saw <persName xmlns="">Anna</persName>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace(' xmlns=""', "")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield one finding for a file, at the first of the outermost such elements."""
    found = set(strays(document.root))
    outermost = [element for element in found if element.getparent() not in found]
    places = sorted(document.location(element) for element in outermost)
    if not places:
        return
    first = min(outermost, key=document.location)
    yield RULE.at(
        places[0],
        f'the element "{local_name(first)}" is in no namespace, and so is none of TEI'
        + extent(places),
        'delete xmlns="", which takes it and all in it out of the namespace around it',
        related=also(places[1:]),
    )


RULE = documented("XML305", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
