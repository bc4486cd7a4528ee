"""Two documents have the same id.

The xml:id of `TEI` is the document's name in the edition and its address on the site. Where two
documents have the same id (or two that differ only in capitals, which many file systems do not
tell apart), neither can have that address: both get one from the path of their file, and links
and citations that use the id do not lead anywhere certain.

Give each document its own xml:id. Copied files are the usual cause.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import listed, quoted
from tei_edition.diagnostics import Diagnostic, Related, Severity
from tei_edition.model import DocumentRecord, Index

FAILS = """
<!-- first.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l1">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>The delegation has left.</p></body></text>
</TEI>

<!-- second.xml -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l1">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>The delegation has come.</p></body></text>
</TEI>
"""
PASSES = 'xml:id="l2"'.join(FAILS.rsplit('xml:id="l1"', 1))


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for every id that several documents have."""
    groups: dict[str, list[DocumentRecord]] = defaultdict(list)
    for record in index.documents.values():
        if record.xml_id:
            groups[record.xml_id.casefold()].append(record)
    for records in groups.values():
        if len(records) > 1:
            yield _finding(sorted(records, key=lambda record: record.location))


def _finding(records: list[DocumentRecord]) -> Diagnostic:
    first, *others = records
    paths = [record.location.path for record in records]
    same = len({record.xml_id for record in records}) == 1
    ids = first.xml_id if same else ", ".join(dict.fromkeys(r.xml_id for r in records))
    how = f"have the xml:id {quoted(ids)}" if same else f"have ids that differ in capitals: {ids}"
    return RULE.at(
        first.location,
        f"{listed(paths)} {how}; the site names them by their paths instead",
        "give each document an xml:id of its own",
        related=tuple(
            Related(r.location, f'published as "{r.id}", the first as "{first.id}"') for r in others
        ),
    )


RULE = documented("ENT304", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
