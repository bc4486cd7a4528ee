"""The parsed files of a project, read when they are needed and not kept."""

from collections.abc import Iterable, Iterator, Mapping

from tei_edition.project import SourceFile
from tei_edition.xml import Document, path_of, read_source


class Documents(Mapping[str, Document]):
    """Sources by name. Reading one again costs less than keeping the trees of a large edition.

    Only the last one is kept: the letters of a file that holds many come one after the other.
    """

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._files = {file.name: file for file in files}
        self._last: tuple[str, Document] | None = None

    def __getitem__(self, name: str) -> Document:
        if self._last and self._last[0] == name:
            return self._last[1]
        self._last = None
        document = read_source(name, self._files[path_of(name)].path)
        if not isinstance(document, Document):
            # It was well-formed a moment ago: somebody is saving it right now.
            raise KeyError(name)
        self._last = (name, document)
        return document

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
