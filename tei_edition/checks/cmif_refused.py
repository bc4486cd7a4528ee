"""correspSearch would not take the exchange file.

To be harvested, `data/cmif.xml` must say at which address it is, and must be under one of two
licences: CC BY 4.0 or CC0. An edition that does not say where it will be published, or whose
licence is another one, still gets the file, and it is valid; only it cannot be registered.

Set `base-url` in `[edition]`, and `licence` to one of the two addresses where you may. The
metadata can be under a freer licence than the texts.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Index

FAILS = """
[edition]
id = "sino-soviet-alliance"
licence = "https://creativecommons.org/licenses/by-nc/4.0/"
"""
PASSES = """
[edition]
id = "sino-soviet-alliance"
base-url = "https://example.org/letters/"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""


def run(edition: tuple[Index, Config]) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that correspSearch would miss in an edition of letters."""
    # The formats are loaded only where there is something to check: validation starts often.
    from tei_edition.exports import cmif_header

    index, config = edition
    if not index.letters:
        return
    if not config.edition.base_url:
        yield RULE.at(
            Location("edition.toml"),
            "CMIF has to say where it is published, and no address of the edition is configured",
            'write it into edition.toml: [edition] base-url = "https://…/"',
        )
    licence = cmif_header.licence(index, config)
    if licence not in cmif_header.LICENCES:
        what = "no licence is stated" if licence == cmif_header.UNDETERMINED else quoted(licence)
        yield RULE.at(
            Location("edition.toml"),
            f"correspSearch takes CMIF under CC BY 4.0 or CC0 only: {what}",
            "[edition] licence in edition.toml, or availability/licence/@target of the headers, "
            "says which it is",
        )


RULE = documented("COR513", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
