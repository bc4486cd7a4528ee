"""What pages are rendered with, in the form in which it goes to the workers, and its hashes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from tei_edition import __version__
from tei_edition.build.fingerprints import fingerprint
from tei_edition.project import Project, resource


@dataclass(frozen=True, slots=True)
class Sheets:
    """What pages are rendered with.

    `name` is what messages call the stylesheet. `steps` are stylesheets from document to document,
    with their names in the project. `strings` are the words of the interface and `elements` the
    element table, as JSON. `content` is the hash of the stylesheet and of all that it may include,
    `treatment` that of table and steps, which concern documents alone; empty where there are none.
    """

    stylesheet: Path
    name: str
    library: Path
    steps: tuple[tuple[str, Path], ...]
    strings: str
    elements: str
    content: str
    treatment: str


def sheets(project: Project, strings: Mapping[str, str]) -> Sheets:
    """Return what the pages of a project are rendered with; `strings` are its words.

    A customisation may include what lies beside it, and so may a step: the whole folder counts.
    """
    site, library = project.config.site, resource("xslt")
    stylesheet = project.path(site.stylesheet) if site.stylesheet else library / "edition.xsl"
    steps = tuple((name, project.path(name)) for name in site.steps)
    elements = _json({key: rule.model_dump(by_alias=True) for key, rule in site.elements.items()})
    content = _hash(__version__, _saxon(), stylesheet.name, files=[library / "-", stylesheet])
    treatment = _hash(*site.steps, elements, files=[path for _, path in steps])
    return Sheets(
        stylesheet,
        site.stylesheet or stylesheet.name,
        library,
        steps,
        _json(dict(strings)),
        elements,
        content,
        treatment if steps or site.elements else "",
    )


def _hash(*words: str, files: Iterable[Path]) -> str:
    """Return the hash of words and of all stylesheets in the folders of some files, and below."""
    folders = dict.fromkeys(path.parent for path in files)
    sheets = sorted(file for folder in folders for file in folder.rglob("*.xsl"))
    return fingerprint(*words, *(file.read_bytes() for file in sheets))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@cache
def _saxon() -> str:
    return version("saxonche")
