"""Records to index: everything that needs more than one file.

Pure and deterministic: the same records give the same `Index`, whatever their order.
"""

from tei_edition.indexing.images import ImageFinder
from tei_edition.indexing.join import join

__all__ = ["ImageFinder", "join"]
