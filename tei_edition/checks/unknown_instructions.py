"""An instruction cannot be understood.

`<?tei-edition …?>` speaks to this program, but what it says is not known: the only instruction is
`ignore`, followed by the codes of the rules (`REF201`) or of whole areas (`REF`) that are to be
silent in this file, with blanks between them. What cannot be understood is not obeyed.

Mend the word or the code, or delete the instruction. Every message of `tei-edition validate` has
its code; `tei-edition explain CODE` shows what it means.
"""

from tei_edition.checks.check import documented
from tei_edition.diagnostics import Severity

FAILS = """
<?tei-edition ignore DAT4O1?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>On <date when="1949-02-30">the last of February</date>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("DAT4O1", "DAT401")

RULE = documented("REF291", Severity.WARNING, __doc__, FAILS, PASSES)
