"""The edition's own files that its site shows: style sheet, logo, pictures, a folder to copy."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tei_edition.config.site import SiteSection
from tei_edition.project.edition import Project

FOLDER = "assets/own"
"""Where in the site a file lies that is not in the folder to copy."""

_LEFT_BEHIND = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def placed(site: SiteSection, name: str) -> str:
    """Return where in the site a file of the project is; empty for no file."""
    if not name:
        return ""
    path, folder = PurePosixPath(name), PurePosixPath(site.files)
    if site.files and path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return f"{FOLDER}/{path.as_posix()}"


def own_files(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield each file with its path in the site, those of the folder in order of their names."""
    site = project.config.site
    named = {placed(site, name): project.path(name) for _, name in site.own_files}
    copied = {}
    for where, folders, names in os.walk(project.path(site.files)) if site.files else ():
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in set(names) - _LEFT_BEHIND:
            path = Path(where, name)
            copied[path.relative_to(project.path(site.files)).as_posix()] = path
    yield from sorted({**named, **copied}.items())


def own_sheets(project: Project) -> list[Path]:
    """Return the stylesheets (XSLT) of the edition's own, and what they may include."""
    site = project.config.site
    folders = {project.path(name).parent for name in (site.stylesheet, *site.steps) if name}
    return sorted({file for folder in folders for file in folder.rglob("*.xsl")})
