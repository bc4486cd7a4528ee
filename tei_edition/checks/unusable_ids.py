"""An xml:id is not a name.

An xml:id begins with a letter or `_`, and goes on with letters, digits, `-`, `_` and `.`. Many
programs refuse a whole file with another one, although it is well-formed, and a pointer to it
works in some and not in others. Ids that begin with the year are the usual case.

Put a letter in front (`d1949-02-04`), replace blanks and colons by `-`, and mend the pointers.
"""

import re
from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.namespaces import XML_ID
from tei_edition.relaxng.xsd import is_ncname
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="1949-02-04">
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace('"1949-02-04"', '"d1949-02-04"')

# How an NCName begins (Namespaces in XML 1.0), by the classes of XML 1.0 (fifth edition).
_START = (
    r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D"
    r"\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_WITH_ID = etree.XPath("//@xml:id/..")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every ``xml:id`` that is no NCName."""
    found = _WITH_ID(document.root)
    assert isinstance(found, list)
    for element in found:
        assert isinstance(element, etree._Element)
        id = str(element.attrib[XML_ID])
        if not is_ncname(id.strip(" \t\r\n")):
            yield RULE.at(
                document.location(element, XML_ID),
                f"the xml:id {quoted(id)} is not a name: {_reason(id.strip())}",
                _advice(id.strip()),
            )


def _reason(id: str) -> str:
    if not id:
        return "it is empty"
    if not re.match(f"[{_START}]", id):
        return f'it begins with "{id[0]}"'
    wrong = next(char for char in id if not re.match(rf"[{_START}\-.0-9\u00B7]", char))
    return "it has a blank in it" if wrong.isspace() else f'it has "{wrong}" in it'


def _advice(id: str) -> str:
    kept = re.sub(rf"[^{_START}\-.0-9\u00B7]+", "-", id).strip("-")
    if not kept:
        return "give the element an id that begins with a letter"
    return f'write "{kept if is_ncname(kept) else "d" + kept}", and mend the pointers to it'


RULE = documented("ENT309", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
