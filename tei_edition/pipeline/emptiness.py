"""What is said where an edition has no TEI to work on."""

from collections.abc import Sequence
from pathlib import Path

from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.model import Index
from tei_edition.pipeline.examine import Examined
from tei_edition.project import NO_SOURCES, Project
from tei_edition.tei import OUT_OF_NAMESPACE


def is_empty(project: Project, index: Index) -> bool:
    """Say whether there is nothing to work on, or none of the documents that are asked for."""
    wanted = project.config.sources.documents
    return not (index.documents or (not wanted and (index.pages or index.entities)))


def strangers(examined: Sequence[Examined]) -> list[str]:
    """Return the files that would be TEI if they were in its namespace."""
    return [e.name for e in examined if e.records and OUT_OF_NAMESPACE in e.records.unused]


def no_sources(project: Project, paths: Sequence[Path], names: Sequence[str]) -> Diagnostic:
    """Return the finding, from the paths asked for and the files that are not in the namespace."""
    if names:
        number = "1 file has" if len(names) == 1 else f"{len(names):,} files have"
        return NO_SOURCES.at(
            Location(names[0]),
            f"there is no TEI document here: {number} TEI as root element, but not in the "
            f"namespace of the TEI; the first is {names[0]}",
            'write <TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
            "validate --fix --write does it in files where no element has a namespace",
        )
    if paths:
        folder = project.name(paths[0])
        return NO_SOURCES.at(
            Location(folder), f"there is no XML file in {folder}", "check the path"
        )
    return NO_SOURCES.at(
        Location(project.name(project.folder)),
        "there is no TEI document here",
        "check --project and the patterns in [sources]",
    )
