"""Letters that one file describes and another holds: ``correspDesc/@ref`` leads to the text.

So a list of descriptions, one file for many letters, gives the letters of an edition their senders,
addressees and dates. What a document says of itself goes before what another says of it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tei_edition.indexing import letters, order
from tei_edition.indexing.resolve import Resolver
from tei_edition.model import DocumentRecord, Letter
from tei_edition.tei.correspondence import DESCRIBED


def moved(documents: Sequence[DocumentRecord], resolver: Resolver) -> list[DocumentRecord]:
    """Return the documents with each letter where its text is, in edition order.

    A file without a text of its own that describes nothing else is no document.
    """
    targets = {
        letter: target
        for document in documents
        for letter in document.letters
        if letter.ref and (target := _target(letter, document, resolver))
    }
    if not targets:
        return list(documents)
    given: dict[str, list[Letter]] = defaultdict(list)
    for letter, target in targets.items():
        given[target].append(letter)
    found = []
    for document in documents:
        kept = _kept(document, targets, given)
        if document.has_text or kept or not document.letters:
            found.append(_with(document, kept))
    return sorted(found, key=order.of_document)


def _target(letter: Letter, document: DocumentRecord, resolver: Resolver) -> str:
    """Return the id of the other document that a description leads to, if to any."""
    resolved = resolver.resolve(letter.location.path, letter.ref)
    if resolved is None or resolved.kind not in ("document", "fragment"):
        return ""
    return resolved.target if resolved.target != document.id else ""


def _kept(
    document: DocumentRecord, targets: dict[Letter, str], given: dict[str, list[Letter]]
) -> list[Letter]:
    own = [letter for letter in document.letters if letter not in targets]
    if document.id in given and not any(letter.rule in DESCRIBED for letter in own):
        return given[document.id]
    return own


def _with(document: DocumentRecord, kept: list[Letter]) -> DocumentRecord:
    if kept == list(document.letters):
        return document
    date = next((letter.date for letter in kept if letter.date), document.date)
    changed = replace(document, letters=tuple(kept), date=date)
    return replace(changed, letters=letters.renamed(changed, document.id))
