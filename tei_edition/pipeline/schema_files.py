"""All files of which a schema or a catalogue consists: itself, and what it includes.

Found by their form, without understanding them: a file too many costs work and nothing else.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_REFERENCE = re.compile(
    r"""(?:href|catalog|uri|schemaLocation)\s*=\s*["']([^"'\s]+)["']"""
    r"""|(?:include|external)\s+["']+([^"'\n]+)["']"""
)
_SCHEMAS = (".rng", ".rnc", ".sch", ".xsl", ".xslt", ".xml")


def closure(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files and all local files that they include, also such as do not exist."""
    found: dict[Path, None] = {}
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            waiting += _included(path)
    return tuple(sorted(found))


def _included(path: Path) -> Iterable[Path]:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return
    base = path.absolute().as_uri()
    for match in _REFERENCE.finditer(text):
        try:
            parts = urlsplit(urljoin(base, match[1] or match[2]))
        except ValueError:  # no address at all
            continue
        if parts.scheme == "file" and parts.path.endswith(_SCHEMAS):
            yield Path(unquote(parts.path))
