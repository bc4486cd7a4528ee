"""Rendering of TEI without a page around it, for the tests of the stylesheets."""

import functools
import json
from pathlib import Path

from tei_edition.saxon import Result, Saxon
from tei_edition.site.strings import load

HERE = Path(__file__).parent
LIBRARY = HERE.parent.parent / "xslt"
LOCALE = LIBRARY / "locale" / "en.xml"
CASES = HERE / "cases"


@functools.cache
def strings() -> dict[str, str]:
    """Return the words of the English interface by their keys."""
    return dict(load(LOCALE.parent, "en").texts)


@functools.cache
def saxon() -> Saxon:
    """Return the stylesheets, compiled once for all tests of the process."""
    return Saxon(HERE / "fragment.xsl", LIBRARY, {"strings": strings()})


def page(
    links: dict[str, dict[str, str]], language: str = "en", main: dict[str, object] | None = None
) -> dict[str, object]:
    """Return the context of a page with these links."""
    return {
        "kind": "document",
        "path": "documents/case.html",
        "root": "../",
        "title": "Case",
        "language": language,
        "dir": "ltr",
        "site": {"title": "Edition"},
        "links": links,
        "main": main or {},
    }


def render(
    source: str,
    links: dict[str, dict[str, str]] | None = None,
    main: dict[str, object] | None = None,
) -> Result:
    """Return the HTML of the TEI in `source`, and the messages."""
    known = links if links is not None else json.loads((CASES / "links.json").read_text("utf-8"))
    return saxon().transform(source, {"page": page(known, main=main)})
