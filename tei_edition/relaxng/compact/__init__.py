"""The compact syntax of RELAX NG (OASIS, 21 November 2002).

It is another spelling of the XML syntax: `parse` turns it into the elements of that syntax, and
`write` turns such elements into text.
"""

from tei_edition.relaxng.compact.parser import parse
from tei_edition.relaxng.compact.writer import write

__all__ = ["parse", "write"]
