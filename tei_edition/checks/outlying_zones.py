"""A zone lies outside of its surface.

The coordinates of a `zone` count in those of the `surface` around it: from `@ulx` and `@uly`, its
upper left corner, to `@lrx` and `@lry`, the lower right one. This zone reaches beyond them, so that
the wrong part of the image lights up, or none. Most often the coordinates were measured in an image
of another size.

Measure again in the image that the surface has, or mend the coordinates of the surface.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.images import Box
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei.surfaces import box_of
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <facsimile>
    <surface ulx="0" uly="0" lrx="800" lry="1000">
      <graphic url="https://iiif.example.org/ms1_1r"/>
      <zone xml:id="line1" ulx="80" uly="60" lrx="1400" lry="120"/>
    </surface>
  </facsimile>
  <text><body><pb/><p facs="#line1">We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("1400", "700")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every zone that reaches beyond its surface."""
    for surface in document.root.iter(tei("surface")):
        around = box_of(surface)
        for zone in surface.iter(tei("zone")) if around else ():
            box = box_of(zone)
            owner = next(zone.iterancestors(tei("surface")), None)
            if around and box and owner is surface and not _within(box, around):
                name = f"the zone {quoted(zone.get(XML_ID, ''))}" if zone.get(XML_ID) else "a zone"
                yield RULE.at(
                    document.location(zone),
                    f"{name} ({_written(box)}) reaches beyond its surface ({_written(around)})",
                    "measure it in the coordinates of the surface",
                )


def _within(box: Box, around: Box) -> bool:
    return (
        box[0] >= around[0] and box[1] >= around[1] and box[2] <= around[2] and box[3] <= around[3]
    )


def _written(box: Box) -> str:
    return "{:g},{:g} to {:g},{:g}".format(*box)


RULE = documented("REF211", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
