"""An xml:id occurs twice in one file.

An xml:id is the name of one element. Where two have the same, every pointer to it is ambiguous:
one program takes the first, another the second, and some refuse the whole file. Links from the
letters may lead to the wrong person.

Give one of the two another id (letters, digits, `-`, `_` and `.`, beginning with a letter), and
look at the pointers that use it. The finding stands at the second place and names the first.
"""

from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, counted, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.namespaces import XML_ID
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text>
    <body>
      <p xml:id="p1">We have received your telegram.</p>
      <p xml:id="p1">We shall answer tomorrow.</p>
    </body>
  </text>
</TEI>
"""
PASSES = 'xml:id="p2"'.join(FAILS.rsplit('xml:id="p1"', 1))


_WITH_ID = etree.XPath("//@xml:id/..")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every id that more than one element of the file has."""
    first_with: dict[str, etree._Element] = {}
    repeated: dict[str, list[etree._Element]] = {}
    found = _WITH_ID(document.root)
    assert isinstance(found, list)
    for element in found:
        assert isinstance(element, etree._Element)
        id = element.attrib[XML_ID]
        if id in first_with:
            repeated.setdefault(id, [first_with[id]]).append(element)
        else:
            first_with[id] = element
    for id, elements in repeated.items():
        first, second, *others = (document.location(e, XML_ID) for e in elements)
        more = f", and of {counted(len(others), 'more element')}" if others else ""
        yield RULE.at(
            second,
            f"the xml:id {quoted(id)} is already that of the element in line {first.line}{more}",
            "give one of the elements another id, and mend the pointers that mean it",
            related=(Related(first, "first used here"), *also(others)),
        )


RULE = documented("ENT302", Severity.ERROR, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
