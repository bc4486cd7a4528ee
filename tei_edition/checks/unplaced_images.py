"""Images are named by a word alone, and nobody says where they are.

The documents give for each page a name such as `03_018r`, without the ending of a file or an
address. Such names mean something to an image server or in a folder that is not here, so that
readers get to see no image.

Say in edition.toml where they are: `[facsimiles] url = "https://iiif.example.org/{id}"`, where
`{id}` stands for the name, with `iiif = true` for a server that speaks the IIIF Image API; or put
the files into the folder of the edition. All names together make one finding.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.missing_images import unplaced
from tei_edition.checks.wording import also, counted, listed, quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><pb n="1r" facs="ms1_1r"/><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("ms1_1r", "https://iiif.example.org/ms1_1r")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for all names of images that lead nowhere."""
    found = unplaced(index)
    if found:
        places = sorted(image.location for image in found)
        names = list(dict.fromkeys(image.source for image in found))
        yield RULE.at(
            places[0],
            f"{counted(len(names), 'image')} {'is' if len(names) == 1 else 'are'} named by a word "
            f"alone: {listed([quoted(name) for name in names], most=3)}",
            "say in edition.toml where they are: [facsimiles] url or folder",
            related=also(places[1:]),
        )


RULE = documented("REF210", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
