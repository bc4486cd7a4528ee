"""The program as an input of its own: another version of it makes other files."""

import importlib.util
import os
import platform
from pathlib import Path

from tei_edition import __version__
from tei_edition.build.fingerprints import Fingerprints, fingerprint
from tei_edition.project import resource

_LIBRARIES = ("saxonche", "lxml.etree", "babel", "rjsmin")


def engine(prints: Fingerprints) -> str:
    """Return the hash of all that we ship, and of the libraries that make bytes."""
    package = Path(__file__).parent.parent
    folders = dict.fromkeys((package, resource("xslt")))
    files = sorted(
        path
        for folder in folders
        for where, _, names in os.walk(folder)
        for name in names
        if (path := Path(where, name)).suffix != ".pyc"
    )
    return fingerprint(
        __version__, platform.python_version(), prints.of_all(files), *map(_library, _LIBRARIES)
    )


def _library(name: str) -> str:
    """Return what tells one build of a library from another without loading it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        return ""
    folder = Path(found.origin).parent.name
    return f"{folder} {os.stat(found.origin).st_size}"  # noqa: PTH116
