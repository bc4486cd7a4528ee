"""The search for source files below a folder: each once, the same on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from tei_edition.config import patterns
from tei_edition.project.output import is_site

_FOREIGN = ("pyvenv.cfg", "CACHEDIR.TAG")
"""Files that mark a virtual environment or a cache; what they hold belongs to programs."""

_FOR_EDITORS = (b"ns/locating-rules/1.0", b"urn:oasis:names:tc:entity:xmlns:xml:catalog")


class Walk:
    """One search; it remembers what it has seen, so that nothing is found twice.

    Folders that are hidden, hold packages, caches or a built site are passed over, and so is
    `output`. `unreadable` lists the folders that the system did not show, with its reason.
    """

    def __init__(self, output: Path) -> None:
        self.unreadable: dict[tuple[Path, str], None] = {}
        self._output = Path(os.path.realpath(output))
        self._files: dict[str, Path] = {}
        self._folders: dict[str, str] = {}

    @property
    def files(self) -> list[Path]:
        """Return what was found, in no order."""
        return list(self._files.values())

    def matching(self, folder: Path, pattern: str) -> bool:
        """Take in the files below a folder that fit a pattern; say whether there are any."""
        base, rest = patterns.split(pattern)
        start = folder / base
        below = self.below(start)
        found = [p for p in below if patterns.fits(p.relative_to(start).as_posix(), rest)]
        self.keep(found)
        return bool(found)

    def keep(self, paths: list[Path]) -> None:
        """Take in files, each under its own name rather than that of a link to it."""
        linked = {path: path.is_symlink() for path in paths}
        for path in sorted(paths, key=lambda path: (linked[path], path)):
            if not _is_for_editors(path):
                real = os.path.realpath(path) if linked[path] else self._real(path)
                self._files.setdefault(real, path)

    def _real(self, path: Path) -> str:
        """Return the real path of a file that is no link; thousands lie in one folder."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)  # noqa: PTH118

    def below(self, start: Path) -> Iterator[Path]:
        """Yield the files below a folder: real folders first, then those that links lead to."""
        seen = {self._output}
        folders = [start] if start.is_dir() else []
        links: list[Path] = []
        while folders or links:
            folder = folders.pop() if folders else links.pop(0)
            real = Path(os.path.realpath(folder))
            if real in seen or (folder != start and _is_foreign(folder)):
                continue
            seen.add(real)
            for entry in self._entries(folder):
                path = Path(entry)
                if os.path.isdir(path):  # noqa: PTH112 - links in a circle are False, no error
                    (links if path.is_symlink() else folders).append(path)
                elif os.path.isfile(path) or path.is_symlink():  # noqa: PTH113
                    yield path

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """Return what a folder holds, in order, without what is hidden."""
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self.unreadable[folder, (error.strerror or str(error)).lower()] = None
            return []
        return [entry for entry in entries if not entry.name.startswith(".")]


def _is_foreign(folder: Path) -> bool:
    if folder.name == "node_modules":
        return True
    try:
        return is_site(folder) or any((folder / name).is_file() for name in _FOREIGN)
    except PermissionError:  # a folder that may be listed but not entered
        return False


def _is_for_editors(path: Path) -> bool:
    """Say whether a file only tells programs where schemas are: Emacs', or an XML catalogue."""
    if path.name not in ("schemas.xml", "catalog.xml"):
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(1000)
            return any(namespace in beginning for namespace in _FOR_EDITORS)
    except OSError:
        return False
