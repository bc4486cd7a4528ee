"""Correspondents whom only the context of a letter names: the other party of its correspondence.

Some editions give under ``correspAction[@type='sent']`` the post office alone, and say in
``correspContext/ref[@type='belongsToCorrespondence']`` between whom the correspondence is.
"""

from dataclasses import replace

from tei_edition.model import Action, ContextLink, EntityKind, Name

BELONGS = "belongsToCorrespondence"
"""The type of the links that name the parties of a correspondence."""


def with_other_party(
    actions: tuple[Action, ...], links: tuple[ContextLink, ...]
) -> tuple[Action, ...]:
    """Return the actions with the sender whom the context names, if nobody else is it.

    Only where no person sends, somebody receives, and exactly one party of the correspondence is
    not among those who receive; what stands under ``sent`` stays there, after the person.
    """
    received = {n.ref for a in actions if a.type == "received" for n in a.names if n.ref}
    people = [
        n for a in actions if a.type == "sent" for n in a.names if n.kind is EntityKind.PERSON
    ]
    parties = {link.target: link for link in links if link.type == BELONGS and link.target}
    others = [link for target, link in parties.items() if target not in received]
    if people or len(others) != 1 or not received & set(parties):
        return actions
    sender = Name(
        form=others[0].text,
        kind=EntityKind.PERSON,
        ref=others[0].target,
        location=others[0].location,
    )
    if not any(action.type == "sent" for action in actions):
        return (Action(type="sent", names=(sender,), location=others[0].location), *actions)
    first = next(action for action in actions if action.type == "sent")
    return tuple(
        replace(action, names=(sender, *action.names)) if action is first else action
        for action in actions
    )
