"""Lists that a reader can filter in the browser: who, whom, where, when, of what kind."""

from tei_edition.site.filters.files import files
from tei_edition.site.filters.panel import FEWEST, chosen, panel

__all__ = ["FEWEST", "chosen", "files", "panel"]
