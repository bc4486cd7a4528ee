"""A schema, ready for use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path

from lxml import etree

from tei_edition.relaxng import loading, verdict
from tei_edition.relaxng.automaton import Automaton
from tei_edition.relaxng.building import Builder
from tei_edition.relaxng.events import Events
from tei_edition.relaxng.expectation import Expected, Outlook
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.findings import Search
from tei_edition.relaxng.grammar import Scopes, reachable
from tei_edition.relaxng.patterns import Element
from tei_edition.relaxng.pool import Pool
from tei_edition.relaxng.restrictions import Restrictions
from tei_edition.relaxng.syntax import read
from tei_edition.relaxng.vocabulary import Vocabulary


class Schema:
    """A RELAX NG schema: asks nothing of documents but their trees, and keeps what it learns.

    The more documents one schema object has seen, the faster it is; so make one and keep it.
    """

    def __init__(self, root: etree._Element, uri: str = "", path: str = "") -> None:
        """`root` is a schema in XML syntax, `uri` what it refers to other files from."""
        node = read(root, path)
        scopes = Scopes()
        start = scopes.outermost(node, uri)
        self.source = root
        self.path = path
        self._node = node
        self.pool = Pool()
        self._builder = Builder(self.pool, scopes)
        self._definitions = reachable(start)
        self.start = self._builder.start(start)
        self._automaton = Automaton(self.pool)

    @classmethod
    def from_file(cls, path: str | PathLike[str], full: bool = False) -> Schema:
        """Loads a schema in XML syntax or, if the name ends in `.rnc`, in compact syntax.

        `SchemaError` is raised for what breaks section 3 or 4 of the specification; what breaks
        section 7 is only looked for when `full`, because that takes longer than loading.
        """
        uri = Path(path).absolute().as_uri()
        root, _ = loading.load(uri)
        return cls._made(root, uri, str(path), full)

    @classmethod
    def from_string(cls, text: str | bytes, path: str = "schema.rng", full: bool = False) -> Schema:
        """Loads a schema as if `text` were the content of the file `path`."""
        uri = Path(path).absolute().as_uri()
        data = text.encode() if isinstance(text, str) else text
        return cls._made(loading.parse(data, uri, path), uri, path, full)

    @classmethod
    def _made(cls, root: etree._Element, uri: str, path: str, full: bool) -> Schema:
        schema = cls(root, uri, path)
        if full:
            schema.check()
        return schema

    def check(self) -> None:
        """Refuses a schema that breaks a restriction of section 7."""
        Restrictions().check(self.start, self._node)

    def elements(self) -> list[Element]:
        """Every element pattern of the schema, in the order of reference."""
        return [
            self._builder.element(node, definition.grammar)
            for definition in self._definitions
            for node in definition.elements
        ]

    def to_compact(self) -> str:
        """The schema document in compact syntax, with its annotations; includes stay includes."""
        from tei_edition.relaxng import compact

        return compact.write(self.source)

    def to_xml(self) -> bytes:
        """The schema document in XML syntax."""
        etree.indent(self.source)
        return etree.tostring(self.source, encoding="utf-8", xml_declaration=True)

    def is_valid(self, root: etree._Element) -> bool:
        """Whether the element `root`, as the root of a document, is valid (section 6)."""
        return verdict.is_valid(self._automaton, root, self._automaton.state(self.start))

    def findings(self, root: etree._Element) -> list[Finding]:
        """Every mistake in `root`, in document order; empty if and only if `root` is valid."""
        if self.is_valid(root):
            return []
        search = Search(self._automaton, self.vocabulary)
        return search.findings(root, self._automaton.state(self.start))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All element names of the schema."""
        return Vocabulary(self.elements())

    def expected(
        self,
        place: Sequence[str] = (),
        preceding: Sequence[str] = (),
        present: Sequence[str] = (),
    ) -> Expected:
        """What may come next in the element at `place`.

        `place` are the Clark names from the root element down to the parent, `preceding` those
        of the children that come before, `present` those of the attributes it has already.
        Without arguments: what a document may begin with.
        """
        outlook = Outlook(self._automaton, self.vocabulary, self._automaton.state(self.start))
        return outlook.expected(place, preceding, present)

    def expected_in(self, parent: etree._Element, before: etree._Element | None = None) -> Expected:
        """What may come in `parent` before its child `before`, or at its end."""
        above = [str(each.tag) for each in parent.iterancestors()]
        stop = len(parent) if before is None else parent.index(before)
        preceding = [str(child.tag) for child in parent[:stop] if isinstance(child.tag, str)]
        place = [*reversed(above), str(parent.tag)]
        return self.expected(place, preceding, [str(name) for name in parent.attrib])

    def events(self) -> Events:
        """A validator for one document that comes as start tags, text and end tags."""
        return Events(self._automaton, self._automaton.state(self.start))
