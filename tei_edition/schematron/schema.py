"""A Schematron schema from a file, and the findings of its report."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.schematron.compiler import stylesheet
from tei_edition.schematron.composition import compose, load
from tei_edition.schematron.embedded import extract
from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.mistakes import check, unprefixed
from tei_edition.schematron.names import SVRL, children, sch
from tei_edition.schematron.origins import in_lines
from tei_edition.schematron.quick_fixes import QuickFix, read


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed assertion or a report that holds.

    `path` is the XPath of the node as ``fn:path`` writes it. `diagnostics` are further texts,
    `fixes` the repairs that the rules offer, `id` is the assertion's.
    """

    message: str
    path: str
    role: str = ""
    flag: str = ""
    id: str = ""
    diagnostics: tuple[str, ...] = ()
    fixes: tuple[QuickFix, ...] = ()


@dataclass(frozen=True)
class Schematron:
    """A schema that is ready to run: the XML text of its stylesheet, and where it came from.

    `unprefixed` are lines and contexts of rules for elements in no namespace.
    """

    stylesheet: str
    path: str
    unprefixed: tuple[tuple[int, str], ...] = ()

    @classmethod
    def from_file(cls, path: Path, phase: str = "", *, preferred: str = "") -> "Schematron":
        """Compile a Schematron file, or the rules in a RELAX NG file (``.rng``).

        `phase` is the id of a phase that the schema must have, `preferred` one that it may have.
        Raises `SchematronError`.
        """
        uri = path.resolve().as_uri()
        try:
            root = load(uri)
        except (OSError, etree.XMLSyntaxError) as error:
            raise SchematronError(f"it cannot be read: {error}", str(path)) from error
        schema = extract(root) if etree.QName(root).localname == "grammar" else root
        if schema is None or schema.tag != sch("schema"):
            raise SchematronError(
                "it has no Schematron rules",
                str(path),
                advice=f"the root element is schema in the namespace {sch('x')[1:-2]}",
            )
        try:
            composed = compose(schema, uri)
            check(composed)
            bare = tuple(unprefixed(composed))
            if any(p.get("id") == preferred for p in children(composed, "phase")):
                phase = phase or preferred
            compiled = stylesheet(composed, phase, uri)
        except SchematronError as error:
            error.path = error.path or str(path)
            raise
        return cls(in_lines(etree.tostring(compiled, encoding="unicode")), str(path), bare)


def findings(report: str) -> Iterator[Finding]:
    """Yield the findings of an SVRL report, in document order of the report."""
    root = etree.fromstring(report.encode())
    for found in root.iter(f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report"):
        yield Finding(
            message=_text(found.find(f"{{{SVRL}}}text")),
            path=found.get("location", "/"),
            role=found.get("role", ""),
            flag=found.get("flag", ""),
            id=found.get("id", ""),
            diagnostics=tuple(
                _text(d) for d in found.iterfind(f"{{{SVRL}}}diagnostic-reference/{{{SVRL}}}text")
            ),
            fixes=tuple(read(found)),
        )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
