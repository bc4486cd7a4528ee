"""Files of the site that no stylesheet makes: style sheets, data, TEI sources, plain texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import rjsmin

from tei_edition.config import Config
from tei_edition.exports import EXPORTS, Export
from tei_edition.model import Index
from tei_edition.project import Project, resource
from tei_edition.project.own_files import own_files, placed
from tei_edition.site import citation, urls
from tei_edition.site.page import Copy, Excerpt
from tei_edition.site.sources import is_part, xml_of
from tei_edition.tei import text
from tei_edition.tei.apart import notes_of
from tei_edition.tei.split import element_at
from tei_edition.xml import Document

_TOP = (urls.HOME, urls.DOCUMENTS, urls.SEARCH, urls.ABOUT)
_ASSETS = ("css", "js", "icon.svg")


def static_files(
    index: Index, config: Config, exports: Sequence[Export] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the data: all that is made from the index at once.

    `exports` are those of plug-ins.
    """
    for export in (*EXPORTS.values(), *exports):
        if export.path:
            yield export.path, export.write(index, config)
    yield from citation.files(index, config)
    if config.edition.base_url:
        yield "sitemap.xml", sitemap(index, config.edition.base_url).encode()


def copies(index: Index) -> Iterator[Copy]:
    """Yield the TEI and the plain text of every document."""
    for record in index.documents.values():
        source = Excerpt(record.source, record.position)
        yield Copy(urls.document(record.id, "xml"), source)
        yield Copy(urls.document(record.id, "txt"), source, record.title, record.summary)


def copied(copy: Copy, document: Document) -> bytes:
    """Return the bytes of a copy of a document that stands in the given file."""
    position = copy.source.position
    if copy.title is not None:
        element = element_at(document.root, position)
        further = notes_of(element) if is_part(document, position) else []
        return text.copy(copy.title, copy.summary, element, further).encode()
    if not is_part(document, position):
        return document.data
    xml = xml_of(document, position)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'.encode()


def sitemap(index: Index, base: str) -> str:
    """Return the addresses of all texts, registers and exchanges (sitemaps.org, 0.9).

    The day of the last change is the document's own, never that of the build.
    """
    entries = [_location(base, path) for path in _TOP]
    entries += [_location(base, urls.prose(id)) for id in index.pages if not urls.is_home(id)]
    for record in index.documents.values():
        entries.append(_location(base, urls.document(record.id), record.changed))
    entries += [_location(base, urls.exchange(id)) for id in index.exchanges]
    entries += [_location(base, urls.entity(key)) for key in index.entities]
    lines = "\n".join(entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}\n</urlset>\n'
    )


def _location(base: str, path: str, changed: str = "") -> str:
    date = f"<lastmod>{escape(changed[:10])}</lastmod>" if changed else ""
    return f"<url><loc>{escape(urls.absolute(base, path))}</loc>{date}</url>"


def assets(project: Project) -> Iterator[tuple[str, bytes]]:
    """Yield the files that pages are shown with: the toolkit's, then those of the edition's own."""
    yield from _shipped()
    site = project.config.site
    if site.css:
        sheet = urls.href(urls.root_of(urls.USER_CSS), placed(site, site.css))
        yield urls.USER_CSS, f'@import url("{sheet}") layer(user);\n'.encode()
    for path, file in own_files(project):
        yield path, file.read_bytes()


def _shipped() -> Iterator[tuple[str, bytes]]:
    folder = resource("assets")
    for name in _ASSETS:
        top = folder / name
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if file.is_file():
                yield f"assets/{file.relative_to(folder).as_posix()}", _lean(file)


def _lean(file: Path) -> bytes:
    """Return a file as readers get it: scripts without comments and blanks."""
    data = file.read_bytes()
    return rjsmin.jsmin(data.decode()).encode() if file.suffix == ".js" else data
