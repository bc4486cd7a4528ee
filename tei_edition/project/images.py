"""The image files of an edition: where they are, by the names that documents may give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from tei_edition.project.edition import Project
from tei_edition.project.walk import Walk

# What Pillow reads, as documents name it; the first is taken where several differ in that alone.
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".jp2", ".gif", ".avif", ".bmp")


@dataclass
class ImageFiles:
    """The image files of an edition, found when they are first asked for.

    The folder of the configuration is searched, without one that of the edition. Names are paths
    in the project.
    """

    project: Project | None = None

    @property
    def folder(self) -> str:
        """Return the folder of the images, relative to the project; empty for that itself."""
        return self.project.config.facsimiles.folder.strip("/") if self.project else ""

    @property
    def were_asked(self) -> bool:
        """Say whether anybody wanted to know what there is."""
        return "paths" in self.__dict__

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """The files by their names, in order."""
        if self.project is None:
            return {}
        found = Walk(self.project.output).below(self.project.path(self.folder))
        images = (path for path in found if path.suffix.lower() in SUFFIXES)
        return dict(sorted((self.project.name(path), path) for path in images))

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the files by their last part, with its ending and without."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.paths, key=_rank):
            last = PurePosixPath(name)
            for key in (last.name, last.stem):
                found.setdefault(key, []).append(name)
        return {key: tuple(names) for key, names in found.items()}

    def near(self, name: str) -> str:
        """Return the file that a wrong name may mean: it differs in case or ending; or nothing."""
        last = PurePosixPath(name)
        return self._folded.get(last.name.casefold()) or self._folded.get(_stem(last), "")

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name in sorted(self.paths, key=_rank):
            last = PurePosixPath(name)
            for key in (last.name.casefold(), last.stem.casefold()):
                found.setdefault(key, name)
        return found


def _stem(name: PurePosixPath) -> str:
    """Return a name without the ending of an image: a point may stand in the name itself."""
    return (name.stem if name.suffix.lower() in SUFFIXES else name.name).casefold()


def _rank(name: str) -> tuple[int, str]:
    return SUFFIXES.index(PurePosixPath(name).suffix.lower()), name
