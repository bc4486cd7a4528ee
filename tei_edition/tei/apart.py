"""What stands beside the letters of a file with many: notes of each, and text of none."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_edition.namespaces import XML_ID, tei
from tei_edition.tei.text import own_text

_NOTE = tei("note")


def notes_of(element: etree._Element) -> list[etree._Element]:
    """Return the notes to a letter that stand elsewhere in its file: in ``back``, in ``standOff``.

    They point at a place in the letter (``@target``, ``@targetEnd``, ``@corresp``), or a ``ptr`` or
    ``ref`` in it points at them.
    """
    around = next(element.iterancestors(tei("TEI")), None)
    if around is None:
        return []
    ids = {f"#{e.get(XML_ID)}" for e in element.iter(etree.Element) if e.get(XML_ID)}
    wanted = {
        target
        for pointer in element.iter(tei("ptr"), tei("ref"))
        for target in (pointer.get("target") or "").split()
        if target not in ids
    }
    return [
        note
        for note in around.iter(_NOTE)
        if (f"#{note.get(XML_ID)}" in wanted or not ids.isdisjoint(_targets(note)))
        and not _is_within(note, {element})
    ]


def outside(root: etree._Element, letters: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements of a ``TEI`` element that have text, of which none is in its letters.

    Notes that belong to a place are no text of their own.
    """
    around = {ancestor for letter in letters for ancestor in letter.iterancestors()}
    around |= {ancestor for note in root.iter(_NOTE) for ancestor in note.iterancestors()}
    noted = {note for note in root.iter(_NOTE) if _targets(note)} | _pointed_at(root)
    for text in root.iter(tei("text")):
        if next(text.iterancestors(tei("text")), None) is None:
            yield from _loose(text, noted.union(letters), around)


def _loose(
    element: etree._Element, known: set[etree._Element], around: set[etree._Element]
) -> Iterator[etree._Element]:
    if element in known:
        return
    if element in around:
        for child in element.iterchildren(etree.Element):
            yield from _loose(child, known, around)
    elif own_text(element):
        yield element


def _pointed_at(root: etree._Element) -> set[etree._Element]:
    pointers = (e.get("target") or "" for e in root.iter(tei("ptr"), tei("ref")))
    targets = {target for value in pointers for target in value.split()}
    return {note for note in root.iter(_NOTE) if f"#{note.get(XML_ID)}" in targets}


def _targets(note: etree._Element) -> set[str]:
    values = (note.get(name) or "" for name in ("target", "targetEnd", "corresp"))
    return {target for value in values for target in value.split()}


def _is_within(element: etree._Element, others: set[etree._Element]) -> bool:
    return element in others or any(e in others for e in element.iterancestors())
