"""Pages of the documents of a corpus, made without a build, for the tests of what they show."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tei_edition import indexing, tei
from tei_edition.config import Config
from tei_edition.model import DocumentRecord, Index
from tei_edition.project import Project
from tei_edition.site import plan
from tei_edition.site.document import DocumentPages
from tei_edition.site.page import Excerpt, encoded, pressed
from tei_edition.site.render import Order, Rendered, render
from tei_edition.site.sheets import Sheets, sheets
from tei_edition.xml import Document, parse
from tei_edition.xml.document import parse_bytes


@dataclass(frozen=True)
class Corpus:
    """A folder of TEI with no configuration."""

    folder: Path

    @cached_property
    def paths(self) -> dict[str, Path]:
        """The files by their paths in the folder."""
        found = sorted(self.folder.rglob("*.xml"))
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def index(self) -> Index:
        """What is in the files."""
        documents = (parse(path, name) for name, path in self.paths.items())
        return indexing.join(tei.read(d) for d in documents if isinstance(d, Document))

    def document(self, record: DocumentRecord) -> Document:
        """Return the file of a document."""
        found = parse_bytes(self.paths[record.source].read_bytes(), record.source)
        assert isinstance(found, Document)
        return found

    def sample(self, most: int) -> Iterator[tuple[DocumentRecord, Rendered]]:
        """Yield some documents, evenly spread, with their pages."""
        records = [r for r in self.index.documents.values() if not r.is_index]
        step = -(-len(records) // most) if records else 1
        for record in records[::step]:
            yield record, self.page(record)

    def page(self, record: DocumentRecord) -> Rendered:
        """Return the page of a document."""
        page = self._pages.page(record.id, "", "")
        assert isinstance(page.source, Excerpt)
        context, _ = encoded(page.context)
        data = self.paths[record.source].read_bytes()
        made = render(
            self._sheets, Order(page.path, page.name, data, pressed(context), page.source)
        )
        assert made.failure is None, made.failure
        return made

    @cached_property
    def _pages(self) -> DocumentPages:
        return DocumentPages(plan._frame(self.index, Config()))

    @cached_property
    def _sheets(self) -> Sheets:
        return sheets(Project(self.folder), plan.interface(Config()).texts)
