"""An edition on disk: its folder, its configuration and its source files."""

import difflib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tei_edition import config as configuration
from tei_edition.config import Config, patterns
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.errors import TeiEditionError
from tei_edition.project.resources import english_words
from tei_edition.project.rules import EMPTY_PATTERN, NO_FOLDER, NO_PATH, UNREADABLE_FOLDER
from tei_edition.project.walk import Walk

EVERY_XML = "**/*.[xX][mM][lL]"


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file to read. `name` is what reports call it: relative to the project, with ``/``."""

    name: str
    path: Path


@dataclass(frozen=True)
class Sources:
    """The source files in order of their names, and what went wrong on the way to them."""

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Project:
    """An edition: its folder (absolute), its configuration and where that came from."""

    folder: Path
    config: Config = field(default_factory=Config)
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_configured(self) -> bool:
        """Say whether the folder has an `edition.toml`."""
        return (self.folder / configuration.FILE_NAME).is_file()

    @property
    def output(self) -> Path:
        """Return the folder of the site."""
        return Path(os.path.normpath(self.folder / self.config.site.directory))

    def path(self, name: str) -> Path:
        """Return the path of a file that the configuration names."""
        return self.folder / name

    def name(self, path: Path) -> str:
        r"""Return a path as reports show it; bytes that are not UTF-8 show as ``\xff``."""
        try:
            relative = os.path.relpath(path, self.folder)
        except ValueError:  # another drive
            relative = str(path)
        return os.fsencode(relative.replace(os.sep, "/")).decode("utf-8", "backslashreplace")

    def is_register(self, name: str) -> bool:
        """Say whether the configuration looks for registers at this path."""
        return any(patterns.fits(name, p) for p in self.config.sources.registers)

    def sources(self) -> Sources:
        """Find the files of the edition, each once, whatever links lead to it."""
        given = self.config.sources.patterns
        walk = Walk(self.output)
        empty = [p for p in given or (EVERY_XML,) if not walk.matching(self.folder, p)]
        return self._found(walk, [self._empty_pattern(p) for p in empty if given])

    def select(self, paths: Collection[Path]) -> Sources:
        """Find the files that the user names, and the XML files below the folders among them."""
        walk = Walk(self.output)
        missing = [path for path in paths if not os.path.lexists(path)]
        for path in paths:
            absolute = _absolute(path)
            if path.is_dir():
                walk.matching(absolute, EVERY_XML)
            elif path not in missing:
                walk.keep([absolute])
        return self._found(walk, [self._no_path(path) for path in missing])

    def _no_path(self, path: Path) -> Diagnostic:
        return NO_PATH.at(
            Location(self.name(path)), f'there is no "{path.as_posix()}"', _nearest(path)
        )

    def _found(self, walk: Walk, findings: list[Diagnostic]) -> Sources:
        files = sorted(SourceFile(self.name(path), path) for path in walk.files)
        for folder, reason in walk.unreadable:
            findings.append(
                UNREADABLE_FOLDER.at(
                    Location(self.name(folder)),
                    f"the folder cannot be read: {reason}",
                    "mend its permissions, or leave it out by patterns in [sources]",
                )
            )
        return Sources(tuple(files), tuple(findings))

    def _empty_pattern(self, pattern: str) -> Diagnostic:
        sources = self.config.sources
        key = next(k for k in type(sources).model_fields if pattern in getattr(sources, k))
        line = int(self.origins.get(f"sources.{key}", "").rpartition(":")[2] or 1)
        return EMPTY_PATTERN.at(
            Location(configuration.FILE_NAME, line),
            f'the pattern "{pattern}" fits no file',
            "patterns are relative to the folder of edition.toml; **/ stands for any folders",
        )


def _nearest(path: Path) -> str:
    """Return advice on a path that does not exist: one with nearly its name, if any."""
    try:
        siblings = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return "paths are relative to the current folder"
    near = difflib.get_close_matches(path.name, sorted(siblings), n=1, cutoff=0.75)
    if near:
        return f'did you mean "{path.with_name(near[0]).as_posix()}"?'
    return "paths are relative to the current folder"


def _absolute(path: Path) -> Path:
    """Return an absolute path that keeps the names of links: reports name what the user named."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def find(given: Path | None, start: Path) -> Path:
    """Return the project folder: the one given, else the nearest with `edition.toml`, else `start`.

    Raises TeiEditionError if the one given is not a folder.
    """
    if given is None:
        start = _absolute(start)
        upwards = (start, *start.parents)
        return next((f for f in upwards if (f / configuration.FILE_NAME).is_file()), start)
    if given.is_dir():
        return _absolute(given)
    there = "is a file, not a folder" if given.exists() else "does not exist"
    raise TeiEditionError(
        NO_FOLDER.at(Location(given.as_posix()), f"the project folder {there}", "check --project")
    )


def open_project(
    folder: Path,
    *,
    codes: Collection[str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Project:
    """Read the configuration of a folder, if it has one, and return the project.

    `codes` and `options` are those of `config.read`. Raises TeiEditionError.
    """
    file = folder / configuration.FILE_NAME
    read = configuration.read(
        file if file.exists() else None, codes=codes, words=english_words, options=options
    )
    return Project(_absolute(folder), read.config, read.origins)
