"""The file that is ready to paste into a report of a bug: what ran, where, and how it failed."""

import os
import platform
import shlex
import sys
import tempfile
import traceback

from tei_edition import __version__

_DEPENDENCIES = ("babel", "click", "lxml", "pydantic", "rich", "saxonche")


def write_log(error: BaseException) -> str:
    """Write the file into the folder for temporary files, and return its path."""
    handle, path = tempfile.mkstemp(prefix="tei-edition-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(_log(error))
    return path


def _log(error: BaseException) -> str:
    versions = ", ".join(f"{name} {_version(name)}" for name in _DEPENDENCIES)
    lines = (
        f"tei-edition {__version__}",
        f"python {platform.python_version()} on {platform.platform()}",
        f"with {versions}",
        f"command: {shlex.join(sys.argv)}",
        "",
        "".join(traceback.format_exception(error)),
    )
    return "\n".join(lines)


def _version(name: str) -> str:
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"
