"""What a letter's description must say, and which letters do not: shared by three rules."""

from collections.abc import Iterator

from tei_edition.diagnostics import Location
from tei_edition.model import Action, Index, IndexedLetter


def described(index: Index) -> Iterator[IndexedLetter]:
    """Yield the letters of which the edition has a description at all.

    A text that is only taken for a letter, without a word on who wrote to whom, is left out: to
    say three times that all is missing helps nobody.
    """
    for item in index.letters.values():
        if item.letter.actions:
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
