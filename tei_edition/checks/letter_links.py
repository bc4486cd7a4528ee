"""Links between letters, followed: what `correspContext` of one letter says of another."""

from tei_edition.model import ContextLink, Index, IndexedLetter


def linked_letter(index: Index, link: ContextLink) -> IndexedLetter | None:
    """Return the letter of the edition that a link leads to.

    A link to a document with several letters leads to the first, unless its fragment names one.
    """
    resolved = index.resolve(link.location.path, link.target) if link.target else None
    if resolved is None:
        return None
    document = resolved.target
    if resolved.kind != "document" or document not in index.documents:
        return index.letter_at(link.location.path, link.target.removeprefix("#"))
    letters = index.letters_of(document)
    named = [
        item for item in letters if resolved.fragment and item.letter.anchor == resolved.fragment
    ]
    return next(iter(named or letters), None)
