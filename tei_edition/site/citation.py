"""How a document, or the whole edition, is cited: in three styles, and as files to take along."""

from collections.abc import Iterator, Sequence
from typing import Any

from babel.dates import format_date

from tei_edition.config import Config
from tei_edition.exports import bibtex, csl_json, ris
from tei_edition.exports.references import Agent, Reference, References
from tei_edition.model import DocumentRecord, Index
from tei_edition.site import letterhead, urls
from tei_edition.site.dates import exact
from tei_edition.site.frame import Frame

FORMATS = (
    ("bib", "BibTeX", bibtex.EXPORT.media_type, bibtex.encoded),
    ("ris", "RIS", ris.EXPORT.media_type, ris.encoded),
    ("json", "CSL-JSON", csl_json.EXPORT.media_type, csl_json.encoded),
)
"""The files beside a document's page: ending, name, media type, and what writes them."""

Run = dict[str, str]
"""A stretch of a citation: `text`, and `kind` where it is a ``title``, ``url`` or ``id``."""


def files(index: Index, config: Config) -> Iterator[tuple[str, bytes]]:
    """Yield the references of every document, one file for each format."""
    for reference in References(index, config):
        for suffix, _, _, encoded in FORMATS:
            yield urls.document(reference.id, suffix), encoded([reference])


class Citations:
    """Writes references as sentences, in the language of the interface.

    No day of access: what is cited is a state of the edition, not of the network.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._strings = frame.strings
        self.references = References(frame.index, frame.config)

    def of_document(self, record: DocumentRecord, root: str) -> dict[str, Any]:
        """Return the citations of a document and its files."""
        reference = self.references.of_document(record)
        if frame_letters := self._frame.index.letters_of(record.id):
            note = letterhead.label(self._frame, frame_letters[0])
        else:
            quoted = self._strings.fill("citation.quoted", text=reference.title)
            note = self._listed([*(a.name for a in reference.authors), quoted])
        return {
            "styles": self._styles(reference, note),
            "files": [
                {"label": label, "url": urls.href(root, urls.document(record.id, s)), "type": type}
                for s, label, type, _ in FORMATS
            ],
        }

    def of_edition(self) -> dict[str, Any]:
        """Return the citations of the whole edition."""
        return {"styles": self._styles(self.references.of_edition(), "")}

    def _styles(self, reference: Reference, note: str) -> list[dict[str, Any]]:
        written = {
            "chicago": self._chicago(reference, note),
            "apa": self._apa(reference),
            "iso": self._iso(reference),
        }
        return [
            {"label": self._strings[f"citation.{style}"], "runs": runs}
            for style, runs in written.items()
        ]

    def _chicago(self, reference: Reference, note: str) -> list[Run]:
        """Write a note: what it is, when, in which edition, of which state."""
        editors = [agent.name for agent in reference.editors]
        named = self._strings.join(editors)
        edition = _title(reference.container or reference.title)
        if note:
            what = self._listed([note, self._date(reference), self._strings["citation.in-note"]])
            by = self._strings.fill("citation.editors", names=named) if named else ""
            runs = [_text(f"{what} "), edition, _text(f", {by}" if by else "")]
        else:
            by = self._strings.plural("citation.note", len(editors), names=named)
            runs = [_text(f"{by}, " if named else ""), edition]
        facts = self._listed([reference.publisher, self._version(reference)])
        runs.append(_text(f" ({facts})" if facts else ""))
        return _closed([*runs, *self._address(reference, ", ")])

    def _apa(self, reference: Reference) -> list[Run]:
        """Write an entry of a list: author, date, title and kind, edition, publisher."""
        strings = self._strings
        editors = self._editors_short([_initialled(a) for a in reference.editors])
        state = self._version(reference)
        tail = [_text(f" ({state})." if state else "."), _sentence(reference.publisher)]
        if not reference.container:
            who = self._editors_short([_inverted(a) for a in reference.editors])
            year = f"({reference.version[:4] or strings['citation.no-date']})."
            title = _title(reference.title)
            runs = (
                [_sentence(who), _text(f" {year} "), title] if who else [title, _text(f" {year}")]
            )
            return _closed([*runs, *tail[not who :], *self._address(reference, " ")])
        authors = self._and([_inverted(a) for a in reference.authors])
        date = f"({self._apa_date(reference)})"
        kind = f" [{reference.genre}]" if reference.genre else ""
        if authors:
            stop = "" if authors.endswith(".") else "."
            head = f"{authors}{stop} {date}. {reference.title}{kind}"
        else:
            head = f"{reference.title}{kind}. {date}"
        within = f" {strings['citation.in']} " + (f"{editors}, " if editors else "")
        runs = [_sentence(head), _text(within), _title(reference.container), *tail]
        return _closed([*runs, *self._address(reference, " ")])

    def _iso(self, reference: Reference) -> list[Run]:
        """Write an entry as ISO 690 (DIN ISO 690) has it: families in capitals, the medium."""
        strings = self._strings
        editors = self._editors_short([_capital(a) for a in reference.editors])
        runs: list[Run] = []
        if reference.container:
            authors = self._and([_capital(a) for a in reference.authors])
            parts = (authors, reference.title, self._date(reference))
            runs += [_sentence(part) for part in parts]
            runs.append(_text(f" {strings['citation.in-list']}"))
        runs += [_sentence(editors), _text(" "), _title(reference.container or reference.title)]
        runs.append(_text(f" [{strings['citation.online']}]."))
        state = self._listed([reference.publisher, self._version(reference)])
        runs.append(_sentence(state[:1].upper() + state[1:]))
        return _closed([*runs, *self._address(reference, f" {strings['citation.available']} ")])

    def _date(self, reference: Reference) -> str:
        if reference.date is None:
            return self._strings["date.undated-short"]
        return self._frame.dates.full(reference.date)

    def _apa_date(self, reference: Reference) -> str:
        """Return a date with the year first where the language is English, as APA wants it."""
        if reference.date is None:
            return self._strings["citation.no-date"]
        day = exact(reference.date)
        if day and self._strings.locale.language == "en":
            return format_date(day, "y, MMMM d", locale=self._strings.locale)
        return self._date(reference)

    def _version(self, reference: Reference) -> str:
        if not reference.version:
            return ""
        day = self._frame.dates.day(reference.version)
        return self._strings.fill("citation.version", date=day)

    def _address(self, reference: Reference, before: str) -> list[Run]:
        if reference.url:
            return [_text(before), {"kind": "url", "text": reference.url}]
        return [_text(before), {"kind": "id", "text": reference.id}] if reference.container else []

    def _editors_short(self, names: Sequence[str]) -> str:
        """Return names with what they were: ``A. Editor & B. Editor (Eds.)``."""
        if not names:
            return ""
        return self._strings.plural("citation.short", len(names), names=self._and(names))

    def _and(self, names: Sequence[str]) -> str:
        return self._strings.join(list(names))

    def _listed(self, parts: Sequence[str]) -> str:
        return self._strings["mark.comma"].join(part for part in parts if part)


def _text(text: str) -> Run:
    return {"text": text}


def _title(text: str) -> Run:
    return {"kind": "title", "text": text}


def _sentence(text: str) -> Run:
    """Return a part with its full stop and a blank before it; nothing for an empty one."""
    stop = "" if not text or text[-1] in ".?!…。" else "."
    return _text(f" {text}{stop}" if text else "")


def _closed(runs: Sequence[Run]) -> list[Run]:
    """Leave out what is empty, and blanks that nothing stands before."""
    kept = [run for run in runs if run["text"]]
    if kept:
        kept[0] = {**kept[0], "text": kept[0]["text"].lstrip()}
    if kept and "kind" not in kept[-1]:
        kept[-1] = {**kept[-1], "text": kept[-1]["text"].rstrip()}
    return [run for run in kept if run["text"]]


def _initials(given: str) -> str:
    """Return given names as initials, where their script has capitals."""
    words = given.replace("-", " -").split()
    return " ".join(
        f"{w[:2] if w[0] == '-' else w[0]}." if w.strip("-")[:1].isupper() else w for w in words
    ).replace(" -", "-")


def _inverted(agent: Agent) -> str:
    return f"{agent.family}, {_initials(agent.given)}" if agent.family else agent.name


def _initialled(agent: Agent) -> str:
    return f"{_initials(agent.given)} {agent.family}" if agent.family else agent.name


def _capital(agent: Agent) -> str:
    return f"{agent.family.upper()}, {agent.given}" if agent.family else agent.name
