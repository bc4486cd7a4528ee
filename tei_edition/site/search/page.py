"""The page on which one searches; its lists are made in the browser."""

from typing import Any

from tei_edition.site import urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page


def page(frame: Frame) -> Page:
    """Return the search page, with other ways to what is in the edition."""
    strings = frame.strings
    root = urls.root_of(urls.SEARCH)
    ways = [("documents", urls.DOCUMENTS)]
    if frame.index.exchanges or frame.index.letters:
        ways.append(("correspondence", urls.CORRESPONDENCE))
    ways += [(kind.value, f"{kind.value}/index.html") for kind in frame.kinds]
    main: dict[str, Any] = {
        "ways": [
            {"label": strings[f"nav.{name}"], "url": urls.href(root, path)} for name, path in ways
        ],
    }
    title = strings["search.title"]
    return frame.page("search", urls.SEARCH, title, main, section="search")
