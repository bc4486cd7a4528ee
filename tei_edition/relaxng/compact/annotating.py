"""Annotations of the compact syntax (section 6): documentation, attributes and elements."""

from __future__ import annotations

from lxml import etree

from tei_edition.relaxng.annotations import ANNOTATIONS
from tei_edition.relaxng.compact.naming import Naming
from tei_edition.relaxng.names import clark
from tei_edition.relaxng.syntax import RNG

_XMLNS = "http://www.w3.org/2000/xmlns"
_HOLDER = "annotation-attributes"


class Annotating(Naming):
    """Reads annotations into elements; attributes travel on an element of their own."""

    def annotations(self) -> list[etree._Element]:
        """Documentation comments, then a `[...]`, if there are any."""
        found: list[etree._Element] = []
        lines: list[str] = []
        while self.token.kind == "documentation":
            lines.append(self.next().text)
        if lines:
            documentation = self.new(f"{{{ANNOTATIONS}}}documentation")
            documentation.text = "\n".join(lines)
            found.append(documentation)
        if self.is_symbol("["):
            self.next()
            holder = self.new(_HOLDER)
            self.annotation_attributes(holder, is_qualified=True)
            while not self.is_symbol("]"):
                self.annotation_element(holder)
            self.next()
            found += [*holder, holder]
        return found

    def following_annotations(self, parent: etree._Element) -> None:
        """`>> name [...]`."""
        while self.is_symbol(">>"):
            self.next()
            self.annotation_element(parent)

    def annotation_attributes(self, holder: etree._Element, is_qualified: bool = False) -> None:
        while self.token.kind in {"name", "qname", "keyword"} and self.ahead(1).text == "=":
            if is_qualified and self.token.kind != "qname":
                raise self.error("an annotation attribute needs a prefix")
            name = self.annotation_name(may_be_rng=not is_qualified)
            if name == "xmlns":
                raise self.error('an annotation attribute cannot be named "xmlns"')
            self.expect("=")
            if name in holder.attrib:
                raise self.error(f'the annotation attribute "{name}" is given twice')
            holder.set(name, self.literal())

    def annotation_element(self, parent: etree._Element) -> None:
        element = self.new(self.annotation_name())
        parent.append(element)
        self.annotation_content(element)

    def annotation_content(self, element: etree._Element) -> None:
        self.expect("[")
        self.annotation_attributes(element)
        while not self.is_symbol("]"):
            if self.token.kind == "literal":
                _append_text(element, self.literal())
            else:
                inner = self.new(self.annotation_name(may_be_rng=True))
                element.append(inner)
                self.annotation_content(inner)
        self.next()

    def annotation_name(self, may_be_rng: bool = False) -> str:
        if self.token.kind not in {"name", "qname", "keyword"}:
            raise self.unexpected()
        prefix, _, local = self.token.text.rpartition(":")
        namespace = self.refusing(lambda: self.prefixes.namespace(prefix)) if prefix else ""
        if namespace is None or namespace == _XMLNS or (namespace == RNG and not may_be_rng):
            raise self.error(f'the prefix "{prefix}" cannot be used in an annotation')
        self.next()
        return clark(namespace, local)

    def add(
        self,
        parent: etree._Element,
        kind: str,
        annotations: list[etree._Element],
        **attributes: str,
    ) -> etree._Element:
        """A new element of RELAX NG at the end of `parent`."""
        element = self.new(clark(RNG, kind))
        for name, value in attributes.items():
            element.set(name, value)
        parent.append(element)
        self.annotate(element, annotations)
        return element

    def annotate(
        self,
        element: etree._Element,
        annotations: list[etree._Element],
        around: etree._Element | None = None,
    ) -> None:
        """Puts annotations into an element, or beside it into the one around it."""
        for annotation in annotations:
            if annotation.tag == _HOLDER:
                element.attrib.update(annotation.attrib)
            else:
                (element if around is None else around).append(annotation)


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
