"""From a folder of TEI XML letters to a published scholarly edition."""

__version__ = "0.1.0"
