"""A file could not be used.

The file lies among the sources of the edition, but nothing in it could be read as a document, a
register or a page, so that nothing of it is published. The message says why.

If the file is no part of the edition, leave it out by `sources` in `edition.toml`, or move it. If
it is, look at what the message misses: a document has a `text`, a register has a `listPerson`,
`listPlace`, `listOrg` or `listBibl`.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader/>
</TEI>
"""
PASSES = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader/>
  <text><body><p>The delegation has left.</p></body></text>
</TEI>
"""


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every file that the reading could make nothing of."""
    for path, reason in index.unused:
        yield RULE.at(
            Location(path),
            f"nothing of this file is published: {reason}",
            "leave it out by sources in edition.toml if it is no part of the edition",
        )


RULE = documented("ENT390", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
