"""Links between letters that editors make: replies, enclosures, other records; both directions.

What a computer can count (the previous letter of the collection) is left to
`tei_edition.indexing.exchanges`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tei_edition.indexing.resolve import Resolver
from tei_edition.model import ContextLink, DocumentRecord, Letter, LetterLink, Resolved

_OPPOSITE_PAIRS = (
    ("prev", "next"),
    ("answers", "answered-by"),
    ("reply-to", "reply"),
    ("acknowledges", "acknowledged-by"),
    ("chases", "chased-by"),
    ("supplements", "supplemented-by"),
    ("encloses", "enclosed-in"),
    ("reports", "reported-in"),
    ("quotes", "quoted-in"),
    ("forwards", "forwarded-in"),
    ("same-message", "same-message"),
)
OPPOSITES: Mapping[str, str] = {
    word: other for pair in _OPPOSITE_PAIRS for word, other in (pair, pair[::-1])
} | {"previous": "next"}
"""What a link of a type or subtype is called from the other end."""

_NAVIGATION = re.compile(
    "within(Collection|Correspondence)|belongsToCorrespondence|(prev|previous|next)-in-corresp"
)
"""Links that only lead through a collection; the index computes these from the dates."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link as one letter states it, with the letter that it leads to, if that is here."""

    source: str
    link: LetterLink


def of_letters(
    documents: Iterable[DocumentRecord], resolver: Resolver
) -> dict[str, tuple[LetterLink, ...]]:
    """Return the links of every letter by its id: those it states, then those stated of it."""
    known = list(documents)
    by_document = {document.id: document for document in known}
    stated: list[Edge] = []
    for document in known:
        for letter in document.letters:
            for link in letter.links:
                if not _NAVIGATION.fullmatch(link.type):
                    stated.append(Edge(letter.id, _resolved(link, letter, resolver, by_document)))
    owners = {letter.id: document for document in known for letter in document.letters}
    return _with_opposites(stated, owners)


def _with_opposites(
    stated: list[Edge], owners: Mapping[str, DocumentRecord]
) -> dict[str, tuple[LetterLink, ...]]:
    """Add to each letter what others say of it, unless it says so itself."""
    links: dict[str, list[LetterLink]] = {id: [] for id in owners}
    for edge in stated:
        links[edge.source].append(edge.link)
    for edge in stated:
        target = edge.link.letter
        opposite = LetterLink(
            type=OPPOSITES.get(edge.link.type, edge.link.type),
            subtype=OPPOSITES.get(edge.link.subtype, ""),
            text=owners[edge.source].title,
            document=owners[edge.source].id,
            letter=edge.source,
            certainty=edge.link.certainty,
        )
        if target and target != edge.source and not _said(links[target], opposite):
            links[target].append(opposite)
    return {id: tuple(found) for id, found in links.items()}


def _said(links: list[LetterLink], link: LetterLink) -> bool:
    """Say whether a letter already has a link of this meaning to the same letter."""
    return any(
        known.letter == link.letter
        and (known.subtype == link.subtype if link.subtype else known.type == link.type)
        for known in links
    )


def _resolved(
    link: ContextLink,
    letter: Letter,
    resolver: Resolver,
    documents: Mapping[str, DocumentRecord],
) -> LetterLink:
    resolved = resolver.resolve(link.location.path, link.target) if link.target else None
    document = letter_id = entity = ""
    if resolved is not None and resolved.kind in ("document", "fragment"):
        document = resolved.target
        letter_id = _letter_at(resolved, documents.get(document))
    elif resolved is not None and resolved.kind == "entity":
        entity = resolved.target
    return LetterLink(
        link.type, link.subtype, link.text, document, letter_id, entity, link.certainty
    )


def _letter_at(resolved: Resolved, document: DocumentRecord | None) -> str:
    """Return the letter that a link means: the one with the anchor, else the document's first."""
    if document is None or not document.letters:
        return ""
    for letter in document.letters:
        if resolved.fragment and letter.anchor == resolved.fragment:
            return letter.id
    return document.letters[0].id
