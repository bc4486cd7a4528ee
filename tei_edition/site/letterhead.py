"""The head of a letter as a historian writes it: who, to whom, through whom, whence and when.

``Stalin [as Kuznetsov] to Mao Zedong, through Terebin · Moscow, 16 December 1947 · cable``
"""

from typing import Any

from tei_edition.model import (
    Action,
    Correspondent,
    DateRange,
    DocumentRecord,
    IndexedLetter,
)
from tei_edition.site import urls
from tei_edition.site.frame import Frame

_SENT_ON = ("forwarded", "redirected")
DOUBTED = ("low", "medium", "unknown")


def view(frame: Frame, letter: IndexedLetter, root: str) -> dict[str, Any]:
    """Return the head of a letter as parts: names, places and date, each with its link."""
    names = {
        "senders": [name(frame, c, root) for c in letter.with_role("sent")],
        "receivers": [name(frame, c, root) for c in _receivers(letter, "")],
        "final": [name(frame, c, root) for c in _receivers(letter, "final")],
        "copies": [name(frame, c, root) for c in _receivers(letter, "copy")],
        "carriers": [name(frame, c, root) for c in letter.with_role("transmitted")],
        "forwarders": [name(frame, c, root) for c in _forwarders(letter)],
        "from": [name(frame, c, root) for c in letter.places_of("sent")],
        "to": [name(frame, c, root) for c in letter.places_of("received")],
    }
    head: dict[str, Any] = {key: value for key, value in names.items() if value}
    head["date"] = frame.dates.view(letter.letter.date)
    head["other_dates"] = [
        shown
        for action in letter.letter.actions
        if action.date == letter.letter.date
        for shown in map(frame.dates.view, action.alternatives)
    ]
    head["received"] = frame.dates.view(_arrival(letter))
    if letter.letter.number:
        head["number"] = letter.letter.number
    return head


def label(frame: Frame, letter: IndexedLetter) -> str:
    """Return who wrote to whom in one line of text, made once for all pages that show it."""
    id = letter.letter.id
    if id not in frame.labels:
        frame.labels[id] = _label(frame, letter)
    return frame.labels[id]


def _label(frame: Frame, letter: IndexedLetter) -> str:
    strings = frame.strings
    senders = strings.join([_plain(frame, c) for c in letter.with_role("sent")])
    receivers = strings.join([_plain(frame, c) for c in _receivers(letter, "")])
    if not senders and not receivers:
        return frame.index.documents[letter.letter.document].title
    line = strings.fill(
        "letter.line",
        sender=senders or strings["letter.unknown-sender"],
        receiver=receivers or strings["letter.unknown-receiver"],
    )
    further = (
        ("letter.carried", letter.with_role("transmitted")),
        ("letter.meant", _receivers(letter, "final")),
    )
    for key, names in further:
        if names:
            words = strings.join([_plain(frame, c) for c in names])
            line = strings.fill(key, line=line, names=words)
    return line


def document_label(frame: Frame, record: DocumentRecord) -> str:
    """Return the line under which a document is listed: its first letter's, else its title."""
    letters = () if record.is_index else frame.index.letters_of(record.id)
    return label(frame, letters[0]) if letters else record.title


def document_link(frame: Frame, id: str, root: str) -> dict[str, str]:
    """Return label, date and URL of a document, for links from other pages."""
    record = frame.index.documents[id]
    return {
        "label": document_label(frame, record),
        "date": frame.dates.full(record.date) if record.date else "",
        "url": urls.href(root, urls.document(id)),
    }


def letter_link(frame: Frame, letter: IndexedLetter, root: str) -> dict[str, str]:
    """Return label, date and URL of a letter, which may be enclosed in another's document."""
    own = letter.letter
    document = frame.index.documents[own.document]
    placed = own.anchor and own.id != document.letters[0].id and not document.is_index
    anchor = f"#{own.anchor}" if placed else ""
    return {
        "label": label(frame, letter),
        "date": frame.dates.full(own.date) if own.date else "",
        "url": letter_url(frame, letter, root, anchor),
    }


def letter_url(frame: Frame, letter: IndexedLetter, root: str, anchor: str = "") -> str:
    """Return where a letter is read: on its document's page, or where it is edited elsewhere."""
    own = letter.letter
    elsewhere = own.address if frame.index.documents[own.document].is_index else ""
    return elsewhere or urls.href(root, urls.document(own.document) + anchor)


def action_title(frame: Frame, action: Action) -> str:
    """Return what happened: sent, received as a copy, forwarded."""
    key = f"action.{action.type}" + (f".{action.subtype}" if action.subtype else "")
    return frame.strings.get(key, frame.strings.get(f"action.{action.type}", action.type))


def _receivers(letter: IndexedLetter, subtype: str) -> list[Correspondent]:
    """Return who received the letter itself, a copy of it, or what it was passed on for."""
    actions, groups = letter.letter.actions, letter.people
    if len(actions) != len(groups):
        return list(letter.with_role("received")) if not subtype else []
    return [
        correspondent
        for action, (kind, group) in zip(actions, groups, strict=True)
        if kind == "received"
        and (action.subtype if action.subtype in ("final", "copy") else "") == subtype
        for correspondent in group
    ]


def _arrival(letter: IndexedLetter) -> DateRange | None:
    """Return when the letter itself was received, as far as that is known."""
    arrivals = (a for a in letter.letter.actions if a.type == "received" and not a.subtype)
    return next((action.date for action in arrivals if action.date), None)


def _forwarders(letter: IndexedLetter) -> list[Correspondent]:
    """Return who sent the letter on. An addressee who passes it on is no third person."""
    receivers = {c.entity or c.text for c in letter.with_role("received")}
    return [
        correspondent
        for role in _SENT_ON
        for correspondent in letter.with_role(role)
        if (correspondent.entity or correspondent.text) not in receivers
    ]


def name(frame: Frame, name: Correspondent, root: str) -> dict[str, Any]:
    """Return a name with its link, the pseudonym it goes under, and whether it is doubted."""
    known = name.entity in frame.index.entities
    shown: dict[str, Any] = (
        frame.entity_link(name.entity, root) if known else {"label": name.text or name.form}
    )
    if _is_other_name(name):
        shown["as"] = name.form
    if name.certainty in DOUBTED:
        shown["uncertain"] = name.certainty
        if name.evidence:
            shown["evidence"] = name.evidence
    return shown


def _plain(frame: Frame, name: Correspondent) -> str:
    text = name.text or name.form
    if _is_other_name(name):
        text = frame.strings.fill("letter.as", name=text, form=name.form)
    return f"{text}?" if name.certainty in DOUBTED else text


def _is_other_name(name: Correspondent) -> bool:
    """Return whether the letter goes under a pseudonym, which readers must see."""
    return name.type == "pseudonym" and bool(name.form) and name.form != name.text
