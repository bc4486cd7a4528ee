"""Where things are: the folder of an edition, its source files, and what the toolkit ships.

Which files are sources is decided here, by name and place; what is in them is not looked at.
"""

from tei_edition.project.edition import Project, SourceFile, Sources, find, open_project
from tei_edition.project.images import ImageFiles
from tei_edition.project.output import check_output, is_site
from tei_edition.project.resources import resource
from tei_edition.project.rules import (
    EMPTY_PATTERN,
    NO_FOLDER,
    NO_SOURCES,
    OUTPUT_PLACE,
    RULES,
    UNREADABLE_FOLDER,
)

__all__ = [
    "EMPTY_PATTERN",
    "NO_FOLDER",
    "NO_SOURCES",
    "OUTPUT_PLACE",
    "RULES",
    "UNREADABLE_FOLDER",
    "ImageFiles",
    "Project",
    "SourceFile",
    "Sources",
    "check_output",
    "find",
    "is_site",
    "open_project",
    "resource",
]
