"""Safe reading of XML: nothing is fetched, nothing grows without bound, nothing raises.

A file that cannot be read gives diagnostics instead of a tree, so that one bad file never hides
another. This room knows nothing of TEI.
"""

from tei_edition.xml.document import Document, parse, parse_bytes

__all__ = ["Document", "parse", "parse_bytes"]
