"""The site: which pages there are, what each shows, and how they are rendered."""

from tei_edition.site.page import Page
from tei_edition.site.plan import interface, plan, rendering_pages
from tei_edition.site.statics import static_files

__all__ = ["Page", "interface", "plan", "rendering_pages", "static_files"]
