"""No UUID is configured for CMIF.

The exchange file for correspSearch (`data/cmif.xml`) names the edition by a UUID that must stay
the same for ever. None is configured, so one is made from the edition's id, publisher and
editors: if one of these ever changes, the UUID changes with it, and correspSearch takes the
edition for a new one.

Copy the UUID from `sourceDesc/bibl/@xml:id` of the file into `edition.toml`, as `uuid` of the
section `[cmif]`, before the file is registered for the first time.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Index

FAILS = """
[edition]
id = "sino-soviet-alliance"
"""
PASSES = """
[edition]
id = "sino-soviet-alliance"

[cmif]
uuid = "a7f5d2c4-9b1e-4c68-8d3f-2e6b0a9c5d17"
"""


def run(edition: tuple[Index, Config]) -> Iterator[Diagnostic]:
    """Yield one finding for an edition of letters whose UUID is not its own."""
    index, config = edition
    if index.letters and not config.cmif.uuid:
        yield RULE.at(
            Location("edition.toml"),
            "no UUID is configured for CMIF, so that one is made from the edition's id, "
            "publisher and editors",
            'copy it from the exported file into edition.toml: [cmif] uuid = "…"',
        )


RULE = documented("COR507", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
