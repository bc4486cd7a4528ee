"""XInclude: other files of the edition put where a document asks for them (XInclude 1.0).

Only where the edition's configuration wants it, and only files in the folder of the project:
never from the network, never from elsewhere on the machine.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tei_edition.diagnostics import Diagnostic
from tei_edition.namespaces import XML_ID
from tei_edition.xml.document import Document, parse
from tei_edition.xml.rules import FAILED_INCLUSION, NO_INCLUSION

XI = "http://www.w3.org/2001/XInclude"
INCLUDE = f"{{{XI}}}include"
_FALLBACK = f"{{{XI}}}fallback"
_DEPTH = 8
"""How deep included files may include others."""

_LARGEST = 50_000_000
"""Characters that inclusions may add to one document; guards against files that multiply."""


def asks(document: Document) -> bool:
    """Say whether a document includes anything."""
    return next(document.root.iter(INCLUDE), None) is not None


def unused(document: Document) -> tuple[Diagnostic, ...]:
    """Return a finding for each inclusion of a document, where they are not carried out."""
    return tuple(
        NO_INCLUSION.at(
            document.location(node),
            f'"{node.get("href", "")}" is not included: XInclude is off',
            "set xinclude = true in [sources] of edition.toml to include files of the edition",
        )
        for node in document.root.iter(INCLUDE)
    )


def include(
    document: Document, path: Path, folder: Path
) -> tuple[tuple[Diagnostic, ...], tuple[Path, ...] | None]:
    """Carry out the inclusions of a document, in its tree.

    `path` is where the document is, `folder` that of the project. Returns what is wrong with them,
    and the files that were read: ``None`` where one was not there, so that nobody can say when the
    result changes. What is included has no place but the file's.
    """
    document.count_elements()
    work = _Work(document, folder.resolve())
    work.expand(document.root, path.resolve(), (path.resolve(),))
    missing = bool(work.findings)
    return tuple(work.findings), None if missing else tuple(dict.fromkeys(work.files))


@dataclass
class _Work:
    """The inclusions of one document."""

    document: Document
    folder: Path
    findings: list[Diagnostic] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    size: int = 0

    def expand(self, root: etree._Element, path: Path, chain: tuple[Path, ...]) -> None:
        """Carry out the inclusions below an element of the file `path`."""
        for node in list(root.iter(INCLUDE)):
            if node.getparent() is None or _in_fallback(node):
                continue
            result = self._resolved(node, path, chain)
            if isinstance(result, str):
                fallback = node.find(_FALLBACK)
                if fallback is None:
                    self._report(node, result)
                    _put(node, [], "")
                else:
                    _put(node, list(fallback), fallback.text or "")
            else:
                _put(node, *result)

    def _resolved(
        self, node: etree._Element, path: Path, chain: tuple[Path, ...]
    ) -> tuple[list[etree._Element], str] | str:
        """Return the elements and the text that an inclusion gives, or why it gives none."""
        href = unquote(node.get("href", ""))
        try:
            target = (path.parent / href).resolve() if href else path
            refused = self._refused(href, target, chain)
            if refused:
                return refused
            self.files.append(target)
            self.size += target.stat().st_size
            if self.size > _LARGEST:
                return "the inclusions of this document are too large together"
            if node.get("parse") == "text":
                encoding = node.get("encoding") or "utf-8"
                return [], target.read_bytes().decode(encoding, "replace")
        except (OSError, ValueError, LookupError) as error:
            return f"it cannot be read: {error}"
        return self._elements(node, target, chain)

    def _refused(self, href: str, target: Path, chain: tuple[Path, ...]) -> str:
        if "://" in href or href.startswith("//"):
            return "nothing is fetched from the network"
        if not target.is_relative_to(self.folder):
            return "it is outside of the folder of the edition"
        if target in chain:
            return "it includes itself"
        if len(chain) > _DEPTH:
            return f"inclusions are nested more than {_DEPTH} deep"
        return "" if target.is_file() else "there is no such file"

    def _elements(
        self, node: etree._Element, target: Path, chain: tuple[Path, ...]
    ) -> tuple[list[etree._Element], str] | str:
        parsed = parse(target, target.relative_to(self.folder).as_posix())
        if not isinstance(parsed, Document):
            return f"it is not well-formed: {parsed[0].message}"
        self.expand(parsed.root, target, (*chain, target))
        wanted = (node.get("xpointer") or node.get("fragid") or "").strip()
        found = (e for e in parsed.root.iter(etree.Element) if e.get(XML_ID) == wanted)
        element = next(found, None) if wanted else parsed.root
        if element is not None:
            element = deepcopy(element)
            self.document.included[element] = parsed.name
            return [element], ""
        return f'it has no xml:id "{wanted}" (only ids can be pointed at)'

    def _report(self, node: etree._Element, reason: str) -> None:
        self.findings.append(
            FAILED_INCLUSION.at(
                self.document.location(node),
                f'"{node.get("href", "")}" is not included: {reason}',
                "mend the address, or give an xi:fallback",
            )
        )


def _in_fallback(node: etree._Element) -> bool:
    return next(node.iterancestors(_FALLBACK), None) is not None


def _put(node: etree._Element, elements: list[etree._Element], text: str) -> None:
    """Put elements after a text in the place of an inclusion."""
    parent = node.getparent()
    if parent is None:
        return
    place, tail = parent.index(node), node.tail or ""
    parent.remove(node)
    _add_text(parent, place, text)
    for number, element in enumerate(elements):
        parent.insert(place + number, element)
    if elements:
        elements[-1].tail = (elements[-1].tail or "") + tail
    else:
        _add_text(parent, place, tail)


def _add_text(parent: etree._Element, place: int, text: str) -> None:
    """Add a text before the child at a place."""
    if not text:
        return
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
