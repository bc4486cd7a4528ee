"""Letters of a document: from its ``correspDesc``, or by one of the rules for older encodings.

Every letter says in `Letter.rule` which rule read it. Ids are given by `tei_edition.indexing`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from tei_edition.model import Action, ContextLink, DateRange, EntityKind, Letter, Name
from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei import chronology, context, names, titles
from tei_edition.tei.fallbacks import (
    BY_HEADING,
    BY_LETTER_TITLE,
    BY_TITLE,
    RULES,
    FallbackRule,
)
from tei_edition.tei.header import found
from tei_edition.tei.header import title as header_title
from tei_edition.tei.names import split_pointers
from tei_edition.tei.text import inline, local_name
from tei_edition.xml import Document

PEOPLE = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_PLACES = frozenset({EntityKind.PLACE})

_WIDER = frozenset(["district", "region", "country", "bloc"])

BY_ACTION = "correspAction"
BY_ROLE = "correspAction, persName by @type"
BY_ROLE_REVERSED = "correspAction, persName by @type, the other way round as in the title"
BY_CONTEXT = "correspAction, sender by correspContext"
DESCRIBED = frozenset({BY_ACTION, BY_ROLE, BY_ROLE_REVERSED, BY_CONTEXT})
"""The rules that read a description, and do not guess from a title or a signature."""

_SENDERS = frozenset(["sender", "author", "absender", "from"])
_ADDRESSEES = frozenset(["addressee", "recipient", "receiver", "empfänger", "to"])


def read(document: Document, element: etree._Element) -> tuple[Letter, ...]:
    """Return the letters of a ``TEI`` element, one for each act of communication."""
    described = found(element, "tei:teiHeader/tei:profileDesc//tei:correspDesc")
    letters = tuple(_letter(document, node) for node in described)
    return letters or tuple(_by_rule(document, element))


def of_part(document: Document, element: etree._Element) -> tuple[Letter, ...]:
    """Return the letter that a part of a file is, where no ``correspDesc`` describes it."""
    return tuple(_by_rule(document, element))


def _letter(document: Document, node: etree._Element) -> Letter:
    written = tuple(_action(document, a) for a in node.iterchildren(tei("correspAction")))
    links = tuple(_links(document, node))
    actions, rule = _with_rule(document, node, written, links)
    return Letter(
        id="",
        document="",
        actions=actions,
        links=links,
        anchor=(node.get(XML_ID) or "").strip(),
        type=node.get("type", ""),
        number=(node.get("n") or node.get("key") or "").strip(),
        ref=next(iter(split_pointers(node.get("ref", ""))), ""),
        notes=tuple(filter(None, map(inline, found(node, "tei:note | tei:p | tei:ab")))),
        rule=rule,
        location=document.location(node),
    )


def _with_rule(
    document: Document,
    node: etree._Element,
    written: tuple[Action, ...],
    links: tuple[ContextLink, ...],
) -> tuple[tuple[Action, ...], str]:
    """Return the actions of a ``correspDesc`` and the rule that found who writes to whom."""
    if not written:
        fallback = next((r for r in RULES if r.within and r.applies(node)), None)
        return (_actions(document, node, fallback), fallback.name) if fallback else ((), BY_ACTION)
    divided = tuple(part for action in written for part in _by_role(action))
    if divided != written:
        return _as_in_title(node, divided)
    completed = context.with_other_party(written, links)
    return completed, BY_ACTION if completed == written else BY_CONTEXT


def _as_in_title(
    node: etree._Element, divided: tuple[Action, ...]
) -> tuple[tuple[Action, ...], str]:
    """Return the actions with the roles as the title has them, where it is against the types.

    In some editions ``@type`` says of a person what the other one is; readers see the title.
    """
    around = next(node.iterancestors(tei("TEI")), node)
    sent = tuple(name for a in divided if a.type == "sent" for name in a.names)
    received = tuple(name for a in divided if a.type == "received" for name in a.names)
    forms = [[name.form for name in group] for group in (sent, received)]
    if not titles.contradicts(header_title(around, ""), forms[0], forms[1]):
        return divided, BY_ROLE
    names = {"sent": received, "received": sent}
    turned = tuple(replace(a, names=names.pop(a.type, a.names)) for a in divided)
    return turned, BY_ROLE_REVERSED


def _action(document: Document, node: etree._Element) -> Action:
    dated = chronology.of_action(node)
    rivals = found(node, "tei:note[@type = 'alternativeDate']//tei:date")
    return Action(
        type=node.get("type", "").strip(),
        names=_names(document, node),
        places=_places(document, node),
        date=dated[0] if dated else None,
        subtype=node.get("subtype", "").strip(),
        alternatives=(
            *dated[1:],
            *(chronology.read(rival) for rival in rivals),
        ),
        notes=tuple(filter(None, (_loose_words(node), *map(inline, _own_notes(node))))),
        location=document.location(node),
        sort_key=node.get("sortKey", "").strip(),
    )


def _own_notes(node: etree._Element) -> list[etree._Element]:
    return found(node, "tei:note[not(@type = 'alternativeDate')] | tei:p | tei:ab")


def _loose_words(node: etree._Element) -> str:
    """Return the words that stand in an action itself, where only elements may."""
    words = node.xpath("text()[normalize-space()]")
    assert isinstance(words, list)
    return " ".join(" ".join(map(str, words)).split())


def _names(document: Document, node: etree._Element) -> tuple[Name, ...]:
    """Return who takes part; a bare ``name`` or ``rs`` is a person."""
    pairs = names.outermost(node, PEOPLE, untyped=EntityKind.PERSON)
    read = (_with_role(names.read(document, element, kind), element) for element, kind in pairs)
    return tuple(name for name in read if name.form or name.ref)


def _with_role(name: Name, element: etree._Element) -> Name:
    """Return a name that says its side by @role as if it said so by @type."""
    role = element.get("role", "").strip()
    return replace(name, type=role) if role.lower() in _SENDERS | _ADDRESSEES else name


def _places(document: Document, node: etree._Element) -> tuple[Name, ...]:
    """Return the places, the smallest of a nest; an ``address`` without a place is one itself."""
    pairs = [pair for pair in names.outermost(node, _PLACES) if not _is_around(pair[0])]
    read = tuple(names.read(document, element, kind) for element, kind in pairs)
    if not read:
        addresses = node.iterchildren(tei("address"), tei("location"))
        read = tuple(names.read(document, a, EntityKind.PLACE) for a in addresses)
    return tuple(place for place in read if place.form or place.ref)


def _is_around(place: etree._Element) -> bool:
    """Say whether a place only tells where the one beside it lies, as a country does."""
    parent = place.getparent()
    beside = {local_name(other) for other in parent} if parent is not None else set()
    return local_name(place) in _WIDER and not beside.isdisjoint(("placeName", "settlement"))


def _by_role(action: Action) -> Iterator[Action]:
    """Divide an action that holds sender and addressee, told apart by ``persName/@type``."""
    roles = [name.type.lower() for name in action.names]
    addressees = [n for n, role in zip(action.names, roles, strict=True) if role in _ADDRESSEES]
    if action.type != "sent" or not addressees:
        yield action
        return
    others = tuple(_without_role(n) for n in action.names if n not in addressees)
    received = tuple(_without_role(n) for n in addressees)
    yield replace(action, names=others)
    yield Action(type="received", names=received, location=action.location)


def _without_role(name: Name) -> Name:
    if name.type.lower() not in _SENDERS | _ADDRESSEES:
        return name
    return replace(name, type="")


def _links(document: Document, node: etree._Element) -> Iterator[ContextLink]:
    for link in found(node, "tei:correspContext//tei:ref | tei:correspContext//tei:ptr"):
        targets = split_pointers(link.get("target", ""))
        yield ContextLink(
            type=link.get("type", ""),
            subtype=link.get("subtype", ""),
            target=targets[0] if targets else "",
            text=inline(link),
            location=document.location(link),
            certainty=link.get("cert", ""),
        )


def rule_of(element: etree._Element) -> FallbackRule | None:
    """Return the rule by which an element without a ``correspDesc`` is a letter, if one is."""
    return next((rule for rule in RULES if not rule.within and rule.applies(element)), None)


def _by_rule(document: Document, element: etree._Element) -> Iterator[Letter]:
    """Yield the letter that the first applicable rule finds where there is no correspDesc."""
    if rule := rule_of(element):
        yield Letter(
            id="",
            document="",
            actions=_actions(document, element, rule),
            rule=rule.name,
            location=document.location(element),
        )


def _actions(document: Document, element: etree._Element, rule: FallbackRule) -> tuple[Action, ...]:
    """Return sending and receipt as a rule finds them; an action without content is left out."""
    location = document.location(element)
    sent = Action(
        type="sent",
        names=_parties(document, element, rule.sender, 0),
        places=_named(document, element, rule.place_sent, EntityKind.PLACE),
        date=_date(element, rule.date_sent),
        location=location,
    )
    received = Action(
        type="received",
        names=_parties(document, element, rule.addressee, 1),
        places=_named(document, element, rule.place_received, EntityKind.PLACE),
        date=_date(element, rule.date_received),
        location=location,
    )
    return tuple(a for a in (sent, received) if a.names or a.places or a.date)


def _parties(
    document: Document, element: etree._Element, paths: tuple[str, ...], side: int
) -> tuple[Name, ...]:
    """Return the senders (0) or addressees (1) that the first of some ways finds."""
    for path in paths:
        if path in _WORDINGS:
            form = _WORDINGS[path](element)[side]
            people = _worded(document, element, form) if form else ()
        else:
            people = _named(document, element, path, EntityKind.PERSON)
        if people:
            return people
    return ()


_WORDINGS: dict[str, Callable[[etree._Element], tuple[str, str]]] = {
    BY_TITLE: lambda element: ("", titles.of_author(element)),
    BY_LETTER_TITLE: titles.of_letter,
    BY_HEADING: titles.of_heading,
}


def _worded(document: Document, element: etree._Element, form: str) -> tuple[Name, ...]:
    """Return a name as a title has it: the element there that has these words, else the words."""
    for node in found(element, "tei:teiHeader//tei:titleStmt/tei:title//* | (.//tei:head)[1]//*"):
        if names.kind_of(node) in PEOPLE and inline(node).strip(" .") == form.strip(" ."):
            return (names.read(document, node, EntityKind.PERSON),)
    return (Name(form, EntityKind.PERSON, location=document.location(element)),)


def _named(
    document: Document, element: etree._Element, path: str, kind: EntityKind
) -> tuple[Name, ...]:
    """Return the names an XPath leads to, or those in the elements that it leads to."""
    if not path:
        return ()
    wanted = PEOPLE if kind is EntityKind.PERSON else _PLACES
    result = []
    for node in found(element, path):
        own = names.kind_of(node)
        pairs = [(node, own)] if own in wanted else list(names.outermost(node, wanted, kind))
        if local_name(node) in names.ENTRIES:
            pairs = pairs[:1]  # Its other names are the same person's.
        result += [names.read(document, e, k or kind) for e, k in pairs or [(node, kind)]]
    return tuple(name for name in result if name.form or name.ref)


def _date(element: etree._Element, path: str) -> DateRange | None:
    if not path:
        return None
    node = next(iter(found(element, path)), None)
    if node is None:
        return None
    # A title bears a date, but its words are not those of one.
    date = chronology.read(node)
    return replace(date, text="") if local_name(node) == "title" else date
