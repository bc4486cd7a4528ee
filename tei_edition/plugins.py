"""Plug-ins: checks, exports and pages of installed packages, for the editions that name them.

A package gives a `Plugin` a name in its entry point group ``tei_edition.plugins``; an edition lists
the names under ``[build] plugins``. What a plug-in raises is told as its mistake.
"""

import importlib
import importlib.util
import json
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tei_edition.build.fingerprints import fingerprint
from tei_edition.config import FILE_NAME, Config
from tei_edition.diagnostics import AREAS, Diagnostic, Location, Rule, Severity
from tei_edition.errors import TeiEditionError
from tei_edition.project import Project
from tei_edition.site.page import Page, PageKind

if TYPE_CHECKING:  # the pipeline loads this module, whether there are plug-ins or not
    from tei_edition.checks import Check
    from tei_edition.exports import Export
    from tei_edition.model import Index
    from tei_edition.site.frame import Frame
    from tei_edition.xml import Document

GROUP = "tei_edition.plugins"

Subject = TypeVar("Subject")
Kind = TypeVar("Kind")

NOT_LOADED = Rule(
    "CFG015",
    Severity.ERROR,
    "a plug-in cannot be used",
    """[build] plugins names a plug-in that no installed package has, that cannot be imported, or
that does not keep to the rules: its codes are three letters of its own and three digits, and its
formats have names of their own. The message says which package, and why.

Install the package into the environment that runs tei-edition, or take the name from the list.""",
)

FAILED = Rule(
    "CFG016",
    Severity.ERROR,
    "a plug-in failed",
    """A plug-in raised an exception. A check that fails says nothing more about that document; a
format or a page that fails ends the build, and the earlier site stays as it was.

The mistake is in the plug-in, at the line that the message gives: tell its authors, or take its
name out of [build] plugins.""",
)

RULES = (NOT_LOADED, FAILED)


@dataclass(frozen=True, slots=True)
class Plugin:
    """What a package adds to an edition.

    `document_checks` look at one file, `index_checks` at the whole edition. Exports are listed on
    the site's data page. Pages are rendered by the edition's stylesheet, or as prose.
    """

    document_checks: "tuple[Check[Document], ...]" = ()
    index_checks: "tuple[Check[Index], ...]" = ()
    exports: "tuple[Export, ...]" = ()
    pages: tuple[PageKind, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules of all checks."""
        return (*(c.rule for c in self.document_checks), *(c.rule for c in self.index_checks))


def load(project: Project) -> Plugin:
    """Return all that the plug-ins of an edition add to it, as one.

    A package that has changed is imported again. Raises `TeiEditionError`.
    """
    names = project.config.build.plugins
    line = project.origins.get("build.plugins", "").rpartition(":")[2]
    place = Location(FILE_NAME, int(line) if line.isdigit() else 1)
    return _loaded(names, content(names), place)


def content(names: Sequence[str]) -> str:
    """Return a hash that changes when a plug-in does; empty without any."""
    files = [file for folder in folders(names) for file in _files(folder)]
    return fingerprint(*names, *(f.read_bytes() for f in files)) if names else ""


def folders(names: Sequence[str]) -> list[Path]:
    """Return the folders of the packages that have these plug-ins, or their files."""
    found = {}
    for entry in _entries(names):
        spec = importlib.util.find_spec(_top(entry))
        if spec and spec.submodule_search_locations:
            found.update(dict.fromkeys(map(Path, spec.submodule_search_locations)))
        elif spec and spec.origin:
            found[Path(spec.origin)] = None
    return list(found)


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(p for p in place.rglob("*") if p.is_file() and p.suffix != ".pyc")


def _entries(names: Sequence[str]) -> list[EntryPoint]:
    return [entry for entry in entry_points(group=GROUP) if entry.name in names] if names else []


def _top(entry: EntryPoint) -> str:
    return entry.module.partition(".")[0]


_imported: set[str] = set()
"""The packages that this process has imported for plug-ins."""


@lru_cache(maxsize=1)
def _loaded(names: tuple[str, ...], content: str, place: Location) -> Plugin:
    known = {entry.name: entry for entry in _entries(names)}
    for package in {_top(entry) for entry in known.values()} & _imported:
        for module in [m for m in sys.modules if m.partition(".")[0] == package]:
            del sys.modules[module]
    importlib.invalidate_caches()
    plugins = [_one(name, known.get(name), place) for name in names]
    return Plugin(
        tuple(check for plugin in plugins for check in plugin.document_checks),
        tuple(check for plugin in plugins for check in plugin.index_checks),
        tuple(export for plugin in plugins for export in plugin.exports),
        tuple(pages for plugin in plugins for pages in plugin.pages),
    )


def _one(name: str, entry: EntryPoint | None, place: Location) -> Plugin:
    if entry is None:
        installed = sorted(e.name for e in entry_points(group=GROUP))
        raise _unusable(
            place,
            f'there is no plug-in "{name}": no installed package has one of this name',
            f"installed: {', '.join(installed) or 'none'}",
        )
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.module
    what = f'the plug-in "{name}" of the package {package}'
    _imported.add(_top(entry))
    try:
        plugin = entry.load()
    except Exception as error:
        raise _unusable(place, f"{what} cannot be loaded: {_said(error)}", _where(error)) from error
    if not isinstance(plugin, Plugin):
        found = type(plugin).__name__
        raise _unusable(place, f"{what} is no Plugin, but {found}", f"{entry.value} must be one")
    for wrong in _conflicts(plugin):
        raise _unusable(place, f"{what} cannot be used: {wrong}", "tell its authors")
    return _guarded(name, plugin, place)


def _conflicts(plugin: Plugin) -> Iterator[str]:
    from tei_edition.exports import EXPORTS

    for rule in plugin.rules:
        if not re.fullmatch(r"[A-Z]{3}\d{3}", rule.code):
            yield f'"{rule.code}" is no code of three letters and three digits'
        elif rule.area in AREAS:
            yield f"the codes that begin with {rule.area} are those of tei-edition itself"
    taken = {export.path for export in EXPORTS.values()} - {""}
    for export in plugin.exports:
        if export.name in EXPORTS or export.path in taken:
            yield f'there is a format "{export.name}" or a file {export.path} already'


def _unusable(place: Location, message: str, hint: str) -> TeiEditionError:
    return TeiEditionError(NOT_LOADED.at(place, message, hint))


def _guarded(name: str, plugin: Plugin, place: Location) -> Plugin:
    """Return a plug-in whose exceptions are told as its own."""
    return Plugin(
        tuple(_safe(name, c, lambda d: Location(d.name)) for c in plugin.document_checks),
        tuple(_safe(name, c, lambda _: place) for c in plugin.index_checks),
        tuple(replace(e, write=partial(_written, name, place, e)) for e in plugin.exports),
        tuple(replace(p, make=partial(_made, name, place, p)) for p in plugin.pages),
    )


def _safe(
    name: str, check: "Check[Subject]", place: Callable[[Subject], Location]
) -> "Check[Subject]":
    def run(subject: Subject) -> Iterator[Diagnostic]:
        try:
            for found in check.run(subject):
                yield _expected(Diagnostic, found)
        except Exception as error:
            yield _failure(name, place(subject), error)

    return replace(check, run=run)


def _written(name: str, place: Location, export: "Export", index: "Index", config: Config) -> bytes:
    with _told(name, place):
        return _expected(bytes, export.write(index, config))


def _made(name: str, place: Location, kind: PageKind, frame: "Frame") -> Iterable[Page]:
    with _told(name, place):
        pages = [_expected(Page, page) for page in kind.make(frame)]
        for page in pages:
            json.dumps(page.context)
    return pages


@contextmanager
def _told(name: str, place: Location) -> Iterator[None]:
    try:
        yield
    except TeiEditionError:
        raise
    except Exception as error:
        raise TeiEditionError(_failure(name, place, error)) from error


def _expected(kind: type[Kind], value: object) -> Kind:
    if not isinstance(value, kind):
        raise TypeError(f"gave {type(value).__name__} where {kind.__name__} is expected")
    return value


def _failure(name: str, place: Location, error: Exception) -> Diagnostic:
    return FAILED.at(place, f'the plug-in "{name}" failed: {_said(error)}', _where(error))


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")


def _where(error: Exception) -> str:
    """Return the place in the plug-in's code, or nearest to it."""
    frames = traceback.extract_tb(error.__traceback__)
    outside = [f for f in frames if Path(__file__).parent not in Path(f.filename).parents]
    last = (outside or frames)[-1]
    file = "/".join(Path(last.filename).parts[-2:])
    return f"at {file}:{last.lineno}, in {last.name}"
