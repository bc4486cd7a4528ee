"""Where every page of the site lies, and how one page links to another.

Links are relative and name their file, so that a site works from a folder, a web server or a zip.
"""

from functools import lru_cache
from urllib.parse import quote

HOME = "index.html"
DOCUMENTS = "documents/index.html"
CORRESPONDENCE = "correspondence/index.html"
ABOUT = "about/index.html"
RENDERING = "about/rendering.html"
DATA = "data/index.html"
SEARCH = "search/index.html"
FEED = "feed.xml"
NOT_FOUND = "404.html"
USER_CSS = "assets/css/user.css"

# All that RFC 3986 allows in a path segment stands as it is; the rest is percent-encoded.
_SAFE = "/-._~!$&'()*+,;=:@"


def document(id: str, suffix: str = "html") -> str:
    """Return the path of a document's page, or of its source (``xml``) or text (``txt``)."""
    return f"documents/{id}.{suffix}"


def entity(key: str, suffix: str = "html") -> str:
    """Return the path of a register entry's page, or of its card (``js``): ``persons/stalin``."""
    return f"{key}.{suffix}"


def exchange(id: str) -> str:
    """Return the path of the page of two correspondents."""
    return f"correspondence/{id}.html"


def prose(id: str) -> str:
    """Return the path of a page of the edition's own; the page ``index`` is the home page."""
    return HOME if is_home(id) else f"about/{id}.html"


def is_home(id: str) -> bool:
    """Return whether a page of the edition's own is the introduction on the home page."""
    return id == "index"


def root_of(path: str) -> str:
    """Return the relative prefix that leads from a page to the root of the site."""
    return "../" * path.count("/")


def href(root: str, path: str) -> str:
    """Return the relative URL of `path` for a page whose prefix to the root is `root`."""
    return root + _quoted(path)


@lru_cache(maxsize=50_000)
def _quoted(path: str) -> str:
    file, _, fragment = path.partition("#")
    return quote(file, safe=_SAFE) + (f"#{quote(fragment, safe=_SAFE)}" if fragment else "")


def absolute(base: str, path: str) -> str:
    """Return the public URL of a page; ``index.html`` is left to the web server."""
    shown = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
    return base.rstrip("/") + "/" + quote(shown, safe=_SAFE)
