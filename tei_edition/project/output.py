"""Whether a folder is a site, and whether it may be replaced by one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tei_edition.diagnostics import Location
from tei_edition.errors import TeiEditionError
from tei_edition.project.rules import OUTPUT_PLACE

if TYPE_CHECKING:
    from tei_edition.project.edition import Project

MARKER: Final = ".tei-edition"
"""The file that every build leaves in its output."""


def is_site(folder: Path) -> bool:
    """Say whether a build has made a folder."""
    return (folder / MARKER).is_file()


def begin_site(folder: Path) -> None:
    """Make an empty site of a folder, unless it is there."""
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / MARKER).touch()


def check_output(project: "Project") -> None:
    """Raise TeiEditionError unless the output folder may be replaced by a site."""
    output = Path(os.path.realpath(project.output))
    folder = Path(os.path.realpath(project.folder))
    if folder.is_relative_to(output):
        wrong = "is the project folder or holds it"
    elif output.exists() and not output.is_dir():
        wrong = "is a file"
    elif output.is_dir() and not is_site(output) and os.listdir(output):  # noqa: PTH208
        wrong = "holds files that no build has made"
    else:
        return
    location = Location(project.name(project.output))
    hint = "name a folder that is new, empty, or holds an earlier site"
    raise TeiEditionError(OUTPUT_PLACE.at(location, f"the output folder {wrong}", hint))
