"""The declarations at the head of a schema in compact syntax (section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from tei_edition.relaxng.annotations import ANNOTATIONS
from tei_edition.relaxng.datatypes import XSD
from tei_edition.relaxng.wording import XML


@dataclass(slots=True)
class Prefixes:
    """What the prefixes mean. A namespace that is inherited from the including schema is None."""

    namespaces: dict[str, str | None] = field(default_factory=lambda: {"xml": XML})
    libraries: dict[str, str] = field(default_factory=lambda: {"xsd": XSD})
    default: str | None = None
    declared: set[str] = field(default_factory=set)

    def declare(self, prefix: str, namespace: str | None) -> None:
        """ValueError says what is wrong with a declaration."""
        if prefix in self.declared:
            raise ValueError(f'the prefix "{prefix}" is declared twice')
        if prefix == "xmlns" or (prefix == "xml") != (namespace == XML):
            raise ValueError(f'the prefix "{prefix}" cannot have this namespace')
        self.declared.add(prefix)
        self.namespaces[prefix] = namespace

    def declare_library(self, prefix: str, uri: str) -> None:
        if f"datatypes {prefix}" in self.declared:
            raise ValueError(f'the prefix "{prefix}" of data types is declared twice')
        if prefix == "xsd" and uri != XSD:
            raise ValueError(f'the prefix "xsd" always means "{XSD}"')
        self.declared.add(f"datatypes {prefix}")
        self.libraries[prefix] = uri

    def declare_default(self, namespace: str | None, prefix: str | None) -> None:
        if "" in self.declared:
            raise ValueError("the default namespace is declared twice")
        self.declared.add("")
        self.default = namespace
        if prefix is not None:
            self.declare(prefix, namespace)

    def namespace(self, prefix: str) -> str | None:
        if prefix not in self.namespaces:
            raise ValueError(f'the prefix "{prefix}" is not declared')
        return self.namespaces[prefix]

    def library(self, prefix: str) -> str:
        if prefix not in self.libraries:
            raise ValueError(f'the prefix "{prefix}" of data types is not declared')
        return self.libraries[prefix]

    def nsmap(self) -> dict[str, str]:
        """The declarations that the same schema needs in XML."""
        declared = {p: uri for p, uri in self.namespaces.items() if uri and p != "xml"}
        return declared if "a" in declared else {**declared, "a": ANNOTATIONS}
