"""Search without a server: an inverted index in small files, and the page that reads them."""

from tei_edition.site.search.files import Spread, files
from tei_edition.site.search.page import page

__all__ = ["Spread", "files", "page"]
