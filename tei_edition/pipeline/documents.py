"""The parsed files of a project, read when they are needed and not kept."""

from collections.abc import Iterable, Iterator, Mapping

from tei_edition.project import SourceFile
from tei_edition.xml import Document, parse


class Documents(Mapping[str, Document]):
    """Files by name. Reading one again costs less than keeping the trees of a large edition."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._files = {file.name: file for file in files}

    def __getitem__(self, name: str) -> Document:
        document = parse(self._files[name].path, name)
        if not isinstance(document, Document):
            # It was well-formed a moment ago: somebody is saving it right now.
            raise KeyError(name)
        return document

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
