"""Who and where a letter's sending and receipt are about, for formats that know no more.

A copy, and the last reader to whom the addressee was to pass the letter on, are not the addressee
(``correspAction/@subtype`` ``copy`` and ``final``).
"""

from tei_edition.model import Action, Correspondent, DateRange, IndexedLetter

_ASIDE = frozenset(["copy", "cc", "final"])

Groups = tuple[tuple[str, tuple[Correspondent, ...]], ...]


def people(letter: IndexedLetter, type: str) -> tuple[Correspondent, ...]:
    """Return the senders or the addressees."""
    return _main(letter.letter.actions, letter.people, type)


def places(letter: IndexedLetter, type: str) -> tuple[Correspondent, ...]:
    """Return the places of sending or of receipt."""
    return _main(letter.letter.actions, letter.places, type)


def date(letter: IndexedLetter, type: str) -> DateRange | None:
    """Return the date of sending or of receipt."""
    dated = [a for a in letter.letter.actions if a.type == type and a.date]
    main = [a for a in dated if a.subtype not in _ASIDE]
    return (main or dated)[0].date if dated else None


def is_aside(action: Action, actions: tuple[Action, ...]) -> bool:
    """Say whether an action is left out because others of its type are the letter's own."""
    return action.subtype in _ASIDE and any(
        other.type == action.type and other.subtype not in _ASIDE for other in actions
    )


def _main(actions: tuple[Action, ...], groups: Groups, type: str) -> tuple[Correspondent, ...]:
    return tuple(
        who
        for action, (_, group) in zip(actions, groups, strict=True)
        if action.type == type and not is_aside(action, actions)
        for who in group
    )
