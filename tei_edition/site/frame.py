"""What all pages of one edition have in common, and how a page's context is put together."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from tei_edition.config import Config
from tei_edition.model import Backlink, DocumentRecord, EntityKind, Index, Pointer
from tei_edition.project.own_files import placed
from tei_edition.site import urls
from tei_edition.site.clipping import clipped
from tei_edition.site.dates import Dates, moment
from tei_edition.site.page import NO_SOURCE, Excerpt, Page, PageKind
from tei_edition.site.strings import Strings

LINK_KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.WORK: "work",
    EntityKind.EVENT: "event",
}
"""What a link to a register entry is called in ``links``."""
_LONGEST_TITLE = 120
"""Characters of what a link says of an entry: it stands at every mention, its page has the rest."""


class Frame:
    """The edition as the pages need it: its index, its words, its dates, its navigation.

    `kinds` are further kinds of page, to which the navigation leads. A page of theirs is `section`
    of itself: its path.
    """

    def __init__(
        self,
        index: Index,
        config: Config,
        strings: Strings,
        kinds: Sequence[PageKind] = (),
    ) -> None:
        self._ways = [(kind.label, kind.path) for kind in kinds if kind.label]
        self.index = index
        self.config = config
        self.strings = strings
        self.dates = Dates(strings)
        self.labels: dict[str, str] = {}
        """Who wrote to whom, by the letter's id, as far as it was asked for (`letterhead`)."""

    def page(
        self,
        kind: str,
        path: str,
        title: str,
        main: dict[str, Any],
        *,
        section: str = "",
        source: str | Excerpt = NO_SOURCE,
        name: str = "",
        links: dict[str, Any] | None = None,
    ) -> Page:
        """Return a page; `section` is the part of the navigation to which it belongs.

        `source` is its XML, `name` the file in the project from which that was taken.
        """
        root = urls.root_of(path)
        context = {
            "kind": kind,
            "path": path,
            "root": root,
            "title": title,
            "language": self.strings.language,
            "dir": self.strings.direction,
            "site": self._site(root, path, section),
            "links": links or {},
            "main": main,
        }
        return Page(path, source, context, name)

    def source(self, path: str, position: str = "") -> Excerpt:
        """Return the XML of a document of the edition; `position` is its place in the file."""
        return Excerpt(path, position)

    def links(self, file: str, pointers: tuple[Pointer, ...], root: str) -> dict[str, Any]:
        """Return where the pointers of a file lead, by the pointer as the source writes it."""
        found = {}
        for value in dict.fromkeys(p.value for p in pointers):
            link = self._link(file, value, root)
            if link:
                found[value] = link
        return found

    def _link(self, file: str, value: str, root: str) -> dict[str, str] | None:
        resolved = self.index.resolve(file, value)
        if resolved is None:
            return None
        if resolved.kind in ("external", "fragment"):
            url = resolved.target if resolved.kind == "external" else value
            return {"kind": resolved.kind, "url": url, "label": "", "title": ""}
        if resolved.kind == "entity" and resolved.target in self.index.entities:
            entity = self.index.entities[resolved.target]
            kind, path = LINK_KINDS[entity.kind], urls.entity(entity.key)
            label, title = entity.name, clipped(entity.description, _LONGEST_TITLE)
        elif resolved.kind == "document" and resolved.target in self.index.documents:
            kind, path = "document", urls.document(resolved.target)
            label = title = self.index.documents[resolved.target].title
        elif resolved.kind == "page" and resolved.target in self.index.pages:
            kind, path = "page", urls.prose(resolved.target)
            label = title = self.index.pages[resolved.target].title
        else:
            return None
        fragment = f"#{resolved.fragment}" if resolved.fragment else ""
        return {
            "kind": kind,
            "url": urls.href(root, path + fragment),
            "label": label,
            "title": title,
        }

    def kind(self, record: DocumentRecord) -> str:
        """Return the name of a document's kind: the edition's own, else that of the interface."""
        if record.kind_label != record.kind:
            return record.kind_label
        return self.strings.get(f"kind.{record.kind}", record.kind)

    def entity_link(self, key: str, root: str) -> dict[str, str]:
        """Return label and URL of a register entry."""
        entity = self.index.entities[key]
        return {"label": entity.name, "url": urls.href(root, urls.entity(key))}

    @cached_property
    def entities_of(self) -> dict[str, list[tuple[str, Backlink]]]:
        """The register entries that a document has to do with, by the document's id."""
        found: dict[str, list[tuple[str, Backlink]]] = {}
        for key in self.index.entities:
            for backlink in self.index.backlinks.get(key, ()):
                found.setdefault(backlink.document, []).append((key, backlink))
        return found

    @cached_property
    def kinds(self) -> tuple[EntityKind, ...]:
        """The kinds of register that have an entry."""
        present = {entity.kind for entity in self.index.entities.values()}
        return tuple(kind for kind in EntityKind if kind in present)

    @cached_property
    def _is_dated(self) -> bool:
        """Whether any document says when it was changed, so that there is a feed."""
        return any(moment(record.changed) for record in self.index.documents.values())

    def _site(self, root: str, path: str, section: str) -> dict[str, Any]:
        edition = self.config.edition
        site: dict[str, Any] = {
            "title": edition.title,
            "id": edition.id,
            "base_url": edition.base_url,
            "licence": edition.licence,
            "editors": [{"name": e.name, "orcid": e.orcid} for e in edition.editors],
            "home": urls.href(root, urls.HOME),
            "nav": self._navigation(root, section),
            **self._look(root),
        }
        if edition.base_url:
            site["canonical"] = urls.absolute(edition.base_url, path)
            if self._is_dated:
                site["feed"] = urls.absolute(edition.base_url, urls.FEED)
        return site

    def _look(self, root: str) -> dict[str, str]:
        """Return the URLs of what the edition's own look is made of, as far as it has any."""
        site = self.config.site
        files = {
            "css": site.css and urls.USER_CSS,
            "logo": placed(site, site.logo),
            "icon": placed(site, site.icon),
        }
        return {key: urls.href(root, path) for key, path in files.items() if path}

    def _navigation(self, root: str, section: str) -> list[dict[str, Any]]:
        items = [("documents", urls.DOCUMENTS)]
        if self.index.exchanges or self.index.letters:
            items.append(("correspondence", urls.CORRESPONDENCE))
        items += [(kind.value, f"{kind.value}/index.html") for kind in self.kinds]
        own = [(label, path, path == section) for label, path in self._ways]
        last = [("search", urls.SEARCH), ("about", urls.ABOUT), ("data", urls.DATA)]
        first, final = (
            [(self.strings[f"nav.{name}"], path, name == section) for name, path in part]
            for part in (items, last)
        )
        return [
            {"label": label, "url": urls.href(root, path), "current": current}
            for label, path, current in (*first, *own, *final)
        ]
