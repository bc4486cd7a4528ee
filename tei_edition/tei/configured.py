"""The edition's own rules of reading: the XPaths of `[letters]` in its configuration.

They go before everything that the toolkit finds by itself.
"""

import math
from dataclasses import replace
from functools import cache

from lxml import etree

from tei_edition.config import LettersSection
from tei_edition.model import Action, DateRange, EntityKind, Letter, Name
from tei_edition.namespaces import NS
from tei_edition.tei import chronology, dates, names
from tei_edition.tei.moments import Fault, parse
from tei_edition.tei.text import inline
from tei_edition.xml import Document

NO_RULES = LettersSection()
BY_CONFIGURATION = "letters in edition.toml"

_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_PLACES = frozenset({EntityKind.PLACE})

Found = list[etree._Element | str]


def letters_in(root: etree._Element, rules: LettersSection) -> list[etree._Element]:
    """Return what the edition's rule calls letters in a ``TEI`` element."""
    return [e for e in _evaluated(root, rules.letter) if isinstance(e, etree._Element)]


def has_letters(root: etree._Element, rules: LettersSection) -> bool:
    """Say whether the rule finds anything; a rule may also be a condition."""
    if not rules.letter:
        return False
    result = _compiled(rules.letter)(root)
    return bool(result) and not (isinstance(result, float) and math.isnan(result))


def title(element: etree._Element, rules: LettersSection) -> str:
    """Return the title that the edition's rule finds, or nothing."""
    texts = (_text(node) for node in _evaluated(element, rules.title))
    return next((text for text in texts if text), "")


def completed(
    document: Document, element: etree._Element, letters: tuple[Letter, ...], rules: LettersSection
) -> tuple[Letter, ...]:
    """Return the letters of a document as the edition's rules have them.

    The rules speak of the document's one letter; where a header describes several, they stay.
    """
    if rules.letter and not _is_letter(element, rules):
        return ()
    if len(letters) > 1 or not (rules.letter or rules.overrides):
        return letters
    given = _Given.read(document, element, rules)
    if not letters and not (rules.letter or given.found):
        return ()
    known = letters or (Letter("", "", (), location=document.location(element)),)
    return (given.applied(known[0]),) if given.found or not letters else letters


def _is_letter(element: etree._Element, rules: LettersSection) -> bool:
    """Say whether the rule finds the element itself, or something in it."""
    around = next(element.iterancestors(f"{{{NS['tei']}}}TEI"), None)
    if around is None:
        return has_letters(element, rules)
    return any(
        node is element or element in node.iterancestors() for node in letters_in(around, rules)
    )


class _Given:
    """What the rules find in one letter, by the type of the action."""

    def __init__(self, sent: Action, received: Action) -> None:
        self._actions = {"sent": sent, "received": received}

    @classmethod
    def read(cls, document: Document, element: etree._Element, rules: LettersSection) -> "_Given":
        return cls(
            Action(
                "sent",
                _named(document, element, rules.sender, EntityKind.PERSON),
                _named(document, element, rules.place_sent, EntityKind.PLACE),
                _dated(element, rules.date_sent),
                location=document.location(element),
            ),
            Action(
                "received",
                _named(document, element, rules.addressee, EntityKind.PERSON),
                _named(document, element, rules.place_received, EntityKind.PLACE),
                _dated(element, rules.date_received),
                location=document.location(element),
            ),
        )

    @property
    def found(self) -> bool:
        return any(a.names or a.places or a.date for a in self._actions.values())

    def applied(self, letter: Letter) -> Letter:
        """Return a letter with what the rules found in the place of what it had."""
        actions = list(letter.actions)
        for type, given in self._actions.items():
            own = next((n for n, a in enumerate(actions) if a.type == type), None)
            if own is not None:
                actions[own] = replace(
                    actions[own],
                    names=given.names or actions[own].names,
                    places=given.places or actions[own].places,
                    date=given.date or actions[own].date,
                )
            elif given.names or given.places or given.date:
                actions.insert(0 if type == "sent" else len(actions), given)
        return replace(letter, actions=tuple(actions), rule=BY_CONFIGURATION)


def _named(
    document: Document, element: etree._Element, path: str, kind: EntityKind
) -> tuple[Name, ...]:
    """Return the names that an XPath leads to, or those within what it leads to; a text is one."""
    wanted = _PLACES if kind is EntityKind.PLACE else _PEOPLE
    result: list[Name] = []
    for node in _evaluated(element, path):
        if isinstance(node, str):
            location = document.location(element)
            result.append(Name(" ".join(node.split()), kind, location=location))
            continue
        own = names.kind_of(node)
        pairs = [(node, own)] if own in wanted else list(names.outermost(node, wanted, kind))
        result += [names.read(document, e, k or kind) for e, k in pairs or [(node, kind)]]
    return tuple(name for name in result if name.form or name.ref)


def _dated(element: etree._Element, path: str) -> DateRange | None:
    """Return the first date that an XPath leads to; a text or attribute is read as a value."""
    for node in _evaluated(element, path):
        if isinstance(node, etree._Element):
            return chronology.read(node)
        value = node.strip()
        if value:
            known = not isinstance(parse(value), Fault)
            return dates.read({"when": value} if known else {}, value)
    return None


def _text(node: etree._Element | str) -> str:
    return " ".join(node.split()) if isinstance(node, str) else inline(node)


def _evaluated(element: etree._Element, path: str) -> Found:
    """Return the elements and texts that an XPath finds."""
    if not path:
        return []
    result = _compiled(path)(element)
    if isinstance(result, list):
        return [n if isinstance(n, etree._Element) else str(n) for n in result]
    if isinstance(result, bool):
        return [element] if result else []
    return [str(result)] if str(result).strip() else []


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NS, smart_strings=False)
