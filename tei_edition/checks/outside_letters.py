"""Text of a file belongs to none of its letters.

A file with several letters is divided into them: each is a document with a page of its own. What
stands beside them, such as a preface or a heading between two letters, is on no page.

If readers should see it, make it a file of its own, which becomes a page of the edition or a
document; or move it into the letter it belongs to. If the file is to stay one document, say in
`edition.toml` what a letter is (`[letters] letter`), or leave the type "letter" away. Notes with a
`target` go with the letter that they point at and are not meant here.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import counted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.model import Index

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader/>
  <text>
    <front><p>These letters were found in a garden shed.</p></front>
    <body>
      <div type="letter"><p>Dear Carl</p></div>
      <div type="letter"><p>Dear Ada</p></div>
    </body>
  </text>
</TEI>
"""
PASSES = FAILS.replace("<front><p>These letters were found in a garden shed.</p></front>", "")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for every file with text beside its letters."""
    for place, words in index.outside:
        yield RULE.at(
            place,
            f"{counted(words, 'word')} of this file, the first here, are in none of its letters "
            "and on no page",
            "make a file of its own of it, or move it into a letter",
        )


RULE = documented("ENT391", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
