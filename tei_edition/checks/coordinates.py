"""The coordinates of a place are out of range.

`geo` gives latitude and longitude in decimal degrees, in this order, separated by a blank. The
latitude lies between -90 and 90, the longitude between -180 and 180. Here they do not, so that
the place cannot be shown on a map. Most often the two are exchanged, or the decimal point is a
comma.

Write for Beijing `<geo>39.91 116.40</geo>`.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

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


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every register entry whose coordinates lie on no globe."""
    for entity in index.entities.values():
        if entity.geo is None:
            continue
        latitude, longitude = entity.geo
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            continue
        exchanged = abs(latitude) <= 180 and abs(longitude) <= 90
        yield RULE.at(
            entity.location,
            f"the coordinates {latitude:g} {longitude:g} of {quoted(entity.name)} "
            f"lie outside the globe: a latitude is at most 90 and a longitude at most 180",
            f'latitude stands first: did you mean "{longitude:g} {latitude:g}"?'
            if exchanged
            else "write latitude and longitude in decimal degrees, such as 39.91 116.40",
        )


RULE = documented("ENT307", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
