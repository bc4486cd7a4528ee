"""Where the state of builds is kept: in the user's cache folder, or where the user says."""

from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# What tei-edition remembers of its builds.\n"


def cache_folder(given: Path | None) -> Path:
    """Return the cache folder, marked as one (Cache Directory Tagging Specification)."""
    folder = given or user_cache_path("tei-edition")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
    return folder
