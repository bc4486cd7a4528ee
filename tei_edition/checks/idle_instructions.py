"""An instruction to ignore a rule has no effect.

`<?tei-edition ignore CODE?>` silences a rule in the file that it stands in. Here the file does
not break that rule, or no longer: the mistake was mended, or the code is another one than was
meant. Such an instruction would silence a real mistake one day.

Delete it. To see what a rule finds, take the instruction out and validate again.
"""

from tei_edition.checks.check import documented
from tei_edition.diagnostics import Severity

FAILS = """
<?tei-edition ignore DAT401?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>On <date when="1949-02-28">the last of February</date>.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("<?tei-edition ignore DAT401?>\n", "")

RULE = documented("REF290", Severity.WARNING, __doc__, FAILS, PASSES)
