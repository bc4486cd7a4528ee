"""The coordinates of a place are out of range.

`geo` gives latitude and longitude in decimal degrees, in this order, separated by a blank. The
latitude lies between -90 and 90, the longitude between -180 and 180. Here they do not, so that
the place cannot be shown on a map. Most often the two are exchanged, or a decimal point is
missing.

Write for Beijing `<geo>39.91 116.40</geo>`. Coordinates of another kind are left alone where a
`geoDecl` in the header says of which.
"""

import re
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.namespaces import tei
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPlace>
      <place xml:id="beijing">
        <placeName>Beijing</placeName>
        <location><geo>116.40 39.91</geo></location>
      </place>
    </listPlace>
  </standOff>
</TEI>
"""
PASSES = FAILS.replace("116.40 39.91", "39.91 116.40")

_PAIR = re.compile(r"([+-]?\d+(?:\.\d+)?)[\s,;]+([+-]?\d+(?:\.\d+)?)")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every pair of coordinates that lies on no globe."""
    if any(node.get("datum", "WGS84") != "WGS84" for node in document.root.iter(tei("geoDecl"))):
        return
    for element in document.root.iter(tei("geo")):
        written = "".join(str(part) for part in element.itertext()).strip()
        pair = _PAIR.fullmatch(written)
        if pair is None or _on_the_globe(float(pair[1]), float(pair[2])):
            continue
        exchanged = _on_the_globe(float(pair[2]), float(pair[1]))
        yield RULE.at(
            document.location(element),
            f"the coordinates {quoted(written)} lie outside the globe: "
            "a latitude is at most 90, a longitude at most 180",
            f'latitude stands first: did you mean "{pair[2]} {pair[1]}"?'
            if exchanged
            else "write latitude and longitude in decimal degrees, such as 39.91 116.40",
        )


def _on_the_globe(latitude: float, longitude: float) -> bool:
    return abs(latitude) <= 90 and abs(longitude) <= 180


RULE = documented("ENT307", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
