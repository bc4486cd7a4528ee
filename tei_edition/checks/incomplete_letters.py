"""What a letter's description must say, and which letters do not: shared by three rules."""

from collections.abc import Iterator

from tei_edition.diagnostics import Location
from tei_edition.model import Action, Index, IndexedLetter


def described(index: Index) -> Iterator[IndexedLetter]:
    """Yield the letters that a ``correspDesc`` describes.

    Texts that are only taken for letters by their opener or their persons are left out: where the
    edition says nothing of sending and receipt, nothing is wrong with what it says.
    """
    for item in index.letters.values():
        if item.letter.rule.startswith("corresp"):
            yield item


def has_names(item: IndexedLetter, type: str) -> bool:
    """Say whether an action of a type names somebody, if only as unknown."""
    return any(_named(action) for action in item.letter.actions if action.type == type)


def _named(action: Action) -> bool:
    return any(name.form or name.ref for name in action.names)


def place_of(item: IndexedLetter, type: str) -> Location:
    """Return where something is missing: the action of the type, else the whole description."""
    action = item.letter.action(type)
    return action.location if action and action.location.path else item.letter.location
