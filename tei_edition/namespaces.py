"""The XML namespaces that the toolkit knows, and names in them."""

from typing import Final

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"

NS: Final = {"tei": TEI, "xml": XML}
"""Prefixes for XPath expressions."""

XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"


def tei(name: str) -> str:
    """Return the expanded name of a TEI element: ``tei("persName")``."""
    return f"{{{TEI}}}{name}"
