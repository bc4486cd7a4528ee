"""Name classes in compact syntax (section 4)."""

from __future__ import annotations

from lxml import etree

from tei_edition.relaxng.compact.cursor import Cursor
from tei_edition.relaxng.names import clark
from tei_edition.relaxng.syntax import RNG


class Naming(Cursor):
    def name_class(self, named: etree._Element) -> None:
        """Gives an element or attribute its name."""
        is_attribute = named.tag == clark(RNG, "attribute")
        holder = self.new("holder")
        self.name_choice(holder, is_attribute)
        [found] = holder.iterchildren(f"{{{RNG}}}*")
        named.extend([each for each in holder if each is not found])
        is_plain = "ns" not in found.attrib or (is_attribute and not found.get("ns"))
        if found.tag == clark(RNG, "name") and is_plain:
            named.set("name", str(found.text))
        else:
            named.append(found)

    def name_choice(self, parent: etree._Element, is_attribute: bool) -> None:
        start = len(parent)
        self.simple_name_class(parent, is_attribute)
        if self.is_symbol("|"):
            choice = self.wrapped(parent, start, "choice")
            while self.is_symbol("|"):
                self.next()
                self.simple_name_class(choice, is_attribute)

    def simple_name_class(self, parent: etree._Element, is_attribute: bool) -> None:
        for annotation in self.annotations():
            if not isinstance(annotation.tag, str) or not annotation.tag.startswith("annotation-"):
                parent.append(annotation)
        if self.is_symbol("("):
            self.next()
            self.name_choice(parent, is_attribute)
            self.expect(")")
        elif self.is_symbol("*") or self.token.kind == "wildcard":
            self.wildcard(parent, is_attribute)
        elif self.token.kind in {"name", "keyword", "qname"}:
            self.single_name(parent, is_attribute)
        else:
            raise self.unexpected()

    def annotations(self) -> list[etree._Element]:
        raise NotImplementedError

    def single_name(self, parent: etree._Element, is_attribute: bool) -> None:
        prefix, _, local = self.token.text.rpartition(":")
        name = self.new(clark(RNG, "name"))
        name.text = local
        if prefix:
            namespace = self.refusing(lambda: self.prefixes.namespace(prefix))
            if namespace:
                name.text = f"{prefix}:{local}"
            elif namespace is not None:
                name.set("ns", "")
        elif is_attribute:
            name.set("ns", "")
        parent.append(name)
        self.next()

    def wildcard(self, parent: etree._Element, is_attribute: bool) -> None:
        token = self.token
        wildcard = self.new(clark(RNG, "anyName" if token.kind == "symbol" else "nsName"))
        if token.kind == "wildcard":
            prefix = token.text[:-2]
            namespace = self.refusing(lambda: self.prefixes.namespace(prefix))
            if namespace is not None:
                wildcard.set("ns", namespace)
        self.next()
        if self.is_symbol("-"):
            self.next()
            excluded = self.new(clark(RNG, "except"))
            self.simple_name_class(excluded, is_attribute)
            wildcard.append(excluded)
        parent.append(wildcard)
