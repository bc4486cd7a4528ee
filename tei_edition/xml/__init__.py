"""Safe reading of XML: nothing is fetched, nothing grows without bound, nothing raises.

A file that cannot be read gives diagnostics instead of a tree, so that one bad file never hides
another. This room knows nothing of TEI.
"""

from tei_edition.xml.corpus import Corpus, corpus
from tei_edition.xml.document import Document, parse, parse_bytes
from tei_edition.xml.encodings import wrongly_declared
from tei_edition.xml.source import path_of, read_source, source_bytes
from tei_edition.xml.xinclude import asks, include, unused

__all__ = [
    "Corpus",
    "Document",
    "asks",
    "corpus",
    "include",
    "parse",
    "parse_bytes",
    "path_of",
    "read_source",
    "source_bytes",
    "unused",
    "wrongly_declared",
]
