"""The page of one document: its letterhead, text, sources, names, neighbours and citation."""

from collections.abc import Iterator
from typing import Any

from tei_edition.model import (
    Action,
    DocumentRecord,
    EntityKind,
    IndexedLetter,
    LetterLink,
    Role,
)
from tei_edition.site import facsimile, letterhead, metadata, urls
from tei_edition.site.citation import Citations
from tei_edition.site.frame import Frame
from tei_edition.site.page import Page

_ORDINARY = "direct"
"""The kind of correspondence that needs no word: a letter from one to the other."""


class DocumentPages:
    """Makes the documents' pages; knows each one's place in the edition and in its exchange."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._index = frame.index
        self._citations = Citations(frame)

    def __iter__(self) -> Iterator[Page]:
        order = list(self._index.documents)
        for number, id in enumerate(order):
            before = order[number - 1] if number else ""
            after = order[number + 1] if number + 1 < len(order) else ""
            yield self.page(id, before, after)

    def page(self, id: str, before: str, after: str) -> Page:
        """Return the page of a document between its neighbours in the edition's order."""
        record = self._index.documents[id]
        path = urls.document(id)
        root = urls.root_of(path)
        letters = self._index.letters_of(id)
        main = {
            **self._head(record, letters, root),
            **self._relations(record, letters, root),
            "names": self._names(id, root),
            "about": self._about(record),
            "citation": self._citations.of_document(record, root),
            "metadata": metadata.of_document(
                self._frame, self._citations.references.of_document(record), record, root
            ),
            "facsimile": facsimile.of_images(self._frame, record.images, root),
            "tei": urls.href(root, urls.document(id, "xml")),
            "text": urls.href(root, urls.document(id, "txt")),
            "neighbours": _present(
                previous=before and letterhead.document_link(self._frame, before, root),
                next=after and letterhead.document_link(self._frame, after, root),
            ),
        }
        return self._frame.page(
            "document",
            path,
            letterhead.document_label(self._frame, record),
            main,
            section="documents",
            source=self._frame.source(record.source, record.position),
            name=record.location.path,
            links=self._frame.links(record.location.path, record.pointers, root),
        )

    def _head(
        self, record: DocumentRecord, letters: tuple[IndexedLetter, ...], root: str
    ) -> dict[str, Any]:
        frame = self._frame
        main: dict[str, Any] = {
            "id": record.id,
            "document_title": record.title,
            "kind": frame.kind(record),
            "language": record.language,
            "languages": self._languages(record),
            "has_text": record.has_text,
            "date": frame.dates.view(record.date),
            # An index of letters has them in the lists of the correspondence, by year.
            "letters": []
            if record.is_index
            else [self._letter(letter, root) for letter in letters],
            "dates": [
                {"label": frame.strings.get(f"date.{label}", label), "date": frame.dates.view(date)}
                for label, date in record.dates
                if not (letters and date == record.date)
            ],
            "participants": self._participants(record, root),
            "authored": not any(m.role is Role.PARTICIPANT for m in record.mentions),
        }
        if record.summary:
            main["description"] = record.summary
        if record.status == "draft":
            main["draft"] = True
        return main

    def _languages(self, record: DocumentRecord) -> dict[str, str]:
        """Return the names of the languages by which the parts of a text in several are told."""
        tags = record.text_languages
        return {tag: self._frame.strings.language_name(tag) for tag in tags}

    def _letter(self, letter: IndexedLetter, root: str) -> dict[str, Any]:
        strings = self._frame.strings
        kind = letter.letter.type.removeprefix(_ORDINARY)
        return _present(
            id=letter.letter.anchor,
            head=letterhead.view(self._frame, letter, root),
            kind=strings.get(f"correspondence.{kind}", kind) if kind else "",
            actions=[
                self._action(action, names, places, root)
                for action, names, places in _joined(letter)
            ],
            notes=list(letter.letter.notes),
        )

    def _action(
        self, action: Action, names: list[Any], places: list[Any], root: str
    ) -> dict[str, Any]:
        view = self._frame.dates.view
        return _present(
            role=action.type,
            title=letterhead.action_title(self._frame, action),
            names=[letterhead.name(self._frame, name, root) for name in names],
            places=[letterhead.name(self._frame, place, root) for place in places],
            date=view(action.date),
            alternatives=[view(date) for date in action.alternatives],
            notes=list(action.notes),
        )

    def _participants(self, record: DocumentRecord, root: str) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for mention in record.mentions:
            if mention.role not in (Role.PARTICIPANT, Role.AUTHOR):
                continue
            resolved = self._index.resolve(record.location.path, mention.name.ref)
            known = resolved and resolved.target in self._index.entities
            link = (
                self._frame.entity_link(resolved.target, root)
                if resolved and known
                else {"label": mention.name.form}
            )
            function = mention.function or mention.role.value
            label = self._frame.strings.get(f"function.{function}", function)
            shown = found.setdefault(link["label"], {**link, "functions": []})
            if label not in shown["functions"]:
                shown["functions"].append(label)
        return list(found.values())

    def _relations(
        self, record: DocumentRecord, letters: tuple[IndexedLetter, ...], root: str
    ) -> dict[str, Any]:
        related = [
            self._related(link, root)
            for letter in letters
            for link in letter.links
            if link.document != record.id
        ]
        exchanges = [self._exchange(letter, root) for letter in letters if letter.exchange]
        unique = {shown["url"]: shown for shown in reversed(exchanges)}
        return {"related": related, "exchanges": list(reversed(unique.values()))}

    def _related(self, link: LetterLink, root: str) -> dict[str, Any]:
        kind = link.subtype or link.type
        shown: dict[str, Any] = {
            "relation": self._frame.strings.get(f"relation.{kind}", kind),
            "wording": link.text,
        }
        if link.certainty in letterhead.DOUBTED:
            shown["uncertain"] = link.certainty
        if link.document in self._index.documents:
            shown |= letterhead.document_link(self._frame, link.document, root)
        elif link.entity in self._index.entities:
            shown |= self._frame.entity_link(link.entity, root)
            shown["missing"] = True
        return shown

    def _exchange(self, letter: IndexedLetter, root: str) -> dict[str, Any]:
        exchange = self._index.exchanges[letter.exchange]
        names = [self._index.entities[key].name for key in exchange.pair]
        return {
            "label": self._frame.strings.fill("exchange.title", first=names[0], second=names[1]),
            "url": urls.href(root, urls.exchange(exchange.id)),
            **_present(
                previous=self._neighbour(letter.previous, root),
                next=self._neighbour(letter.next, root),
            ),
        }

    def _neighbour(self, letter: str, root: str) -> dict[str, str] | None:
        if letter not in self._index.letters:
            return None
        return letterhead.letter_link(self._frame, self._index.letters[letter], root)

    def _names(self, id: str, root: str) -> list[dict[str, Any]]:
        found: dict[str, list[dict[str, Any]]] = {}
        for key, backlink in self._frame.entities_of.get(id, ()):
            entity = self._index.entities[key]
            if backlink.roles == (Role.SOURCE,) and entity.kind is not EntityKind.WORK:
                continue
            roles = [
                self._role(role, entity.kind)
                for role in backlink.roles
                if role is not Role.MENTIONED
                and (role is not Role.SOURCE or backlink.roles == (role,))
            ]
            shown = self._frame.entity_link(key, root) | _present(
                roles=self._frame.strings["mark.comma"].join(roles)
            )
            found.setdefault(entity.kind.value, []).append(shown)
        return [
            {
                "kind": kind.value,
                "label": self._frame.strings[f"nav.{kind.value}"],
                "entries": found[kind.value],
            }
            for kind in self._frame.kinds
            if kind.value in found
        ]

    def _role(self, role: Role, kind: EntityKind) -> str:
        strings, key = self._frame.strings, f"role.{role.value}.short"
        return strings.get(f"{key}.{kind.value}", strings[key])

    def _about(self, record: DocumentRecord) -> list[dict[str, str]]:
        frame, strings = self._frame, self._frame.strings
        languages = [strings.language_name(tag) for tag in record.text_languages]
        facts = {
            "title": record.title,
            "kind": frame.kind(record),
            "languages": strings.join(languages),
            "topics": strings["list.comma"].join(record.topics),
            "status": strings.get(f"status.{record.status}", record.status),
            "changed": frame.dates.day(record.changed) if record.changed else "",
            "id": record.id,
            "former": strings["list.comma"].join(record.former_ids),
        }
        about = [
            {"label": strings[f"about.{key}"], "value": value}
            for key, value in facts.items()
            if value
        ]
        about += [
            {"label": strings["about.elsewhere"], "value": letter.address, "url": letter.address}
            for letter in (() if record.is_index else record.letters)
            if letter.address
        ]
        licence = record.licence or frame.config.edition.licence
        if licence:
            about.append(licence_fact(frame, licence))
        return about


def licence_fact(frame: Frame, licence: str) -> dict[str, str]:
    """Return a licence with its short name where it is one of the well-known ones."""
    fact = {"label": frame.strings["about.licence"], "value": licence_name(licence)}
    return fact | ({"url": licence} if licence.startswith(("http:", "https:")) else {})


def licence_name(url: str) -> str:
    """Return the usual short name of a Creative Commons licence, else what was given."""
    _, found, rest = url.partition("creativecommons.org/")
    parts = rest.strip("/").split("/")
    if not found or len(parts) < 3:
        return url
    if parts[0] == "publicdomain":
        return f"CC0 {parts[2]}" if parts[1] == "zero" else f"Public Domain Mark {parts[2]}"
    return f"CC {parts[1].upper()} {parts[2]}"


def _joined(letter: IndexedLetter) -> Iterator[tuple[Action, list[Any], list[Any]]]:
    """Pair each action with its names and places as they were joined with the registers."""
    people = [list(group) for _, group in letter.people]
    places = [list(group) for _, group in letter.places]
    for number, action in enumerate(letter.letter.actions):
        yield (
            action,
            people[number] if number < len(people) else [],
            places[number] if number < len(places) else [],
        )


def _present(**values: Any) -> dict[str, Any]:
    """Return what is there: no empty texts, lists or gaps."""
    return {key: value for key, value in values.items() if value}
