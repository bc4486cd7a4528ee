"""TEI in, records out: everything that the toolkit knows of reading TEI, as pure functions.

One module for each idea. Nothing here looks beyond one file; `tei_edition.indexing` joins them.
"""

from tei_edition.tei.classify import OUT_OF_NAMESPACE
from tei_edition.tei.merge import merge
from tei_edition.tei.records import read
from tei_edition.tei.split import part_names

__all__ = ["OUT_OF_NAMESPACE", "merge", "part_names", "read"]
