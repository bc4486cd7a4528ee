"""The index: the records of all files, joined. The one way from files to `Index`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tei_edition.indexing import (
    backlinks,
    described,
    exchanges,
    identity,
    implied,
    letters,
    links,
    order,
)
from tei_edition.indexing.images import ImageFinder
from tei_edition.indexing.resolve import FileContents, Resolver
from tei_edition.model import (
    DocumentRecord,
    Entity,
    EntityKind,
    FileRecords,
    Index,
    PageRecord,
    Pointer,
    Resolved,
)


def join(files: Iterable[FileRecords], finder: ImageFinder | None = None) -> Index:
    """Return the index of an edition. The order of `files` does not matter.

    `finder` finds the images; without one, those that have an address of their own are known.
    """
    finder = finder or ImageFinder()
    ordered = sorted(files, key=lambda f: f.path)
    documents = finder.documents(_documents(ordered))
    pages = _pages(ordered, finder)
    registered = _entities(ordered)
    included = frozenset().union(*(f.included for f in ordered))
    local = [entry for f in ordered for entry in f.local]
    kept = frozenset((entry.location.path, entry.xml_id) for entry in local)
    resolver = Resolver(_contents(ordered, documents, pages), registered, kept)
    placed_documents = described.moved(documents, resolver)
    if placed_documents != documents:
        documents = placed_documents
        resolver = Resolver(_contents(ordered, documents, pages), registered, kept)
    added = implied.collect(documents, resolver, registered, local)
    entities = {
        e.key: replace(e, images=finder.all(e.images, e.location.path, {})) if e.images else e
        for e in sorted([*registered, *added.entities], key=order.of_entity)
    }
    joiner = letters.Joiner(resolver, added, entities)
    stated = links.of_letters(documents, resolver)
    records = sorted((le for d in documents for le in d.letters), key=order.of_letter)
    joined = [joiner.letter(record, stated[record.id]) for record in records]
    found_exchanges, placed = exchanges.of_letters(joined, entities)
    by_id = {letter.letter.id: letter for letter in placed}
    pointers = _pointers(documents, pages, registered, joiner)
    return Index(
        documents={d.id: d for d in documents},
        letters=by_id,
        entities=entities,
        exchanges=found_exchanges,
        pages={p.id: p for p in sorted(pages, key=lambda p: p.id)},
        backlinks=backlinks.of_documents(documents, by_id, joiner, pointers),
        related=backlinks.of_entities(entities.values(), pointers),
        pointers=pointers,
        categories={id: label for f in ordered for id, label in f.categories},
        unused=tuple((f.path, f.unused) for f in ordered if f.unused and f.path not in included),
        outside=tuple(place for f in ordered for place in f.outside),
    )


def _documents(files: Sequence[FileRecords]) -> list[DocumentRecord]:
    """Return the documents in edition order, with their final ids and the names of their kinds.

    A document that a file of the edition has and another one includes is that of its own file.
    """
    labels = {id: label for f in files for id, label in f.categories}
    holders = {f.path for f in files if f.documents}
    records = [r for f in files for r in f.documents if r.origin not in holders]
    ids = identity.document_ids(records)
    final = []
    for record, id in zip(records, ids, strict=True):
        label = labels.get(record.kind) or record.kind.replace("-", " ").replace("_", " ")
        final.append(replace(record, id=id, kind_label=label, letters=letters.renamed(record, id)))
    return sorted(final, key=order.of_document)


def _pages(files: Sequence[FileRecords], finder: ImageFinder) -> list[PageRecord]:
    records = [record for f in files for record in f.pages]
    ids = identity.page_ids(records)
    return [
        replace(record, id=id, images=finder.all(record.images, record.location.path, {}))
        for record, id in zip(records, ids, strict=True)
    ]


def _entities(files: Sequence[FileRecords]) -> list[Entity]:
    """Return the entries of the registers with ids that are unique among their kind."""
    final = []
    for kind in EntityKind:
        entries = [entity for f in files for entity in f.entities if entity.kind is kind]
        ids = identity.entity_ids(entries)
        final += [replace(entry, id=id) for entry, id in zip(entries, ids, strict=True)]
    return final


def _contents(
    files: Sequence[FileRecords], documents: Sequence[DocumentRecord], pages: Sequence[PageRecord]
) -> dict[str, FileContents]:
    """Return what each file holds, with final ids."""
    documents_of: dict[str, list[DocumentRecord]] = {}
    for document in documents:
        documents_of.setdefault(document.location.path, []).append(document)
    pages_of: dict[str, list[PageRecord]] = {}
    for page in pages:
        pages_of.setdefault(page.location.path, []).append(page)
    return {
        f.path: FileContents(
            documents=tuple(sorted(documents_of.get(f.path, ()), key=lambda d: (d.location, d.id))),
            pages=tuple(pages_of.get(f.path, ())),
            categories=frozenset(id for id, _ in f.categories),
            anchors=f.anchors,
            prefixes=f.prefixes,
        )
        for f in files
        if not f.unused
    }


def _pointers(
    documents: Iterable[DocumentRecord],
    pages: Iterable[PageRecord],
    entities: Iterable[Entity],
    joiner: letters.Joiner,
) -> dict[tuple[str, str], Resolved]:
    """Return where every pointer leads that leads anywhere, by file and value.

    A value that several elements of a file share is resolved for the first that names something.
    """
    every = [pointer for document in documents for pointer in document.pointers]
    every += [pointer for page in pages for pointer in page.pointers]
    every += [pointer for entity in entities for pointer in entity.pointers]
    first: dict[tuple[str, str], Pointer] = {}
    for pointer in every:
        key = (pointer.location.path, pointer.value)
        known = first.get(key)
        if known is None or (known.kind is None and pointer.kind is not None):
            first[key] = pointer
    found = {}
    for key, pointer in first.items():
        resolved = _resolved(pointer, joiner)
        if resolved is not None:
            found[key] = resolved
    return dict(sorted(found.items()))


def _resolved(pointer: Pointer, joiner: letters.Joiner) -> Resolved | None:
    """Resolve a pointer; a name's leads to an implied entry before it leads out or nowhere."""
    path, value = pointer.location.path, pointer.value
    resolved = joiner.resolver.resolve(path, value, pointer.kind)
    if resolved is None or resolved.kind in ("external", "fragment"):
        named = pointer.attribute in ("ref", "key")
        kinds = (pointer.kind,) if pointer.kind else tuple(EntityKind) if named else ()
        implied_by = (joiner.implied.of_pointer(path, kind, value) for kind in kinds)
        entity = next((e for e in implied_by if e), None)
        return Resolved("entity", entity.key) if entity else resolved
    return resolved
