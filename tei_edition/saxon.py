"""Running XSLT 3.0: compile once, transform many times; locked down; errors as diagnostics.

The only module that imports saxonche. Use it in worker processes: a wrong call into the engine
can end the process, and the engine holds the interpreter's lock while it runs.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import BinaryIO

from tei_edition.diagnostics import Diagnostic, Location, Rule, Severity
from tei_edition.errors import TeiEditionError

STYLESHEETS = "urn:tei-edition:xslt:"
"""What a customisation imports: ``<xsl:import href="urn:tei-edition:xslt:edition.xsl"/>``."""

NOT_COMPILED = Rule(
    "XSL101",
    Severity.ERROR,
    "a stylesheet cannot be compiled",
    """Saxon found a mistake in a stylesheet before any document was transformed, so nothing was
built. The message is Saxon's own, with the code of the XSLT or XPath specification. Where the
edition has a customisation (site.stylesheet in edition.toml), look there first.""",
)

NOT_TRANSFORMED = Rule(
    "XSL102",
    Severity.ERROR,
    "a page could not be made",
    """A stylesheet failed while it was transforming this document. The page of the earlier site is
kept, if there was one, and the others are built. If the mistake is in a stylesheet of the edition's
own, mend it there; if it is in one of those that come with the program, please report it together
with the document.""",
)

UNHANDLED = Rule(
    "XSL103",
    Severity.WARNING,
    "an element is shown without a rule of its own",
    """No template knows this element, so its content is shown as it is, in a mark of its own
(class "tei-unhandled"). Nothing is lost, but the page may read oddly. Add a template for it in a
customisation, or leave it if it reads well.""",
)

RULES = (NOT_COMPILED, NOT_TRANSFORMED, UNHANDLED)

_FEATURE = "http://saxon.sf.net/feature/"
_SAX_FEATURES = (
    "http%3A//xml.org/sax/features/external-general-entities",
    "http%3A//xml.org/sax/features/external-parameter-entities",
    "http%3A//apache.org/xml/features/nonvalidating/load-external-dtd",
)
# What the parser inside Saxon refuses by default is smaller than what lxml has let through.
_PARSER_LIMITS = {
    "maxElementDepth": "2000",
    "elementAttributeLimit": "10000",
    "maxGeneralEntitySizeLimit": "0",
    "maxXMLNameLimit": "10000",
}


class JsonText(str):
    """A parameter that is JSON already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The serialised output of one transformation, and what ``xsl:message`` said, as XML."""

    text: str
    messages: tuple[str, ...]


class TransformationError(Exception):
    """A transformation failed; the message is Saxon's, `log` what it wrote about the place.

    `place` is where the stylesheet failed, if that is known.
    """

    def __init__(self, message: str, log: str, place: Location | None = None) -> None:
        super().__init__(message)
        self.log = log
        self.place = place


class Saxon:
    """One compiled stylesheet: a file, or the text of one.

    `name` is what messages call a file, its path in the project. `library` is the folder that
    ``urn:tei-edition:xslt:`` stands for. `parameters` are those that stay the same for all
    transformations, as plain JSON values. Only with `reads_files` may the stylesheet read local
    files while it runs. Raises `TeiEditionError` with a diagnostic for each static error.
    """

    def __init__(
        self,
        stylesheet: Path | str,
        library: Path,
        parameters: Mapping[str, object] | None = None,
        *,
        name: str = "",
        reads_files: bool = False,
    ) -> None:
        # Loaded where something is transformed: validation without Schematron does without it.
        from saxonche import PySaxonProcessor

        self._modules = _Modules(stylesheet, name)
        self._processor = PySaxonProcessor(license=False)
        with _catalog(library) as catalog:
            # Before any property: a catalogue is refused once the protocols are restricted.
            self._processor.set_catalog_files([catalog])
            self._configure()
            self._executable = self._compile(stylesheet)
        # From here on the stylesheet sees what it is given and nothing else: no doc(), no files.
        protocols = "file" if reads_files else ""
        self._processor.set_configuration_property(_FEATURE + "allowedProtocols", protocols)
        self._executable.set_save_xsl_message(True)
        self._builder = self._processor.new_document_builder()
        self._set(parameters or {})

    def transform(self, source: str, parameters: Mapping[str, object], base: str = "") -> Result:
        """Transform the XML text `source`; each parameter is passed as an XDM map or atom.

        `base` is the URI of the source. The parameters are plain JSON values. Raises
        `TransformationError`.
        """
        self._executable.clear_xsl_messages()
        with _captured_log() as log:
            try:
                self._set(parameters)
                if base:
                    self._builder.set_base_uri(base)
                node = self._builder.parse_xml(xml_text=source)
                output = self._executable.transform_to_string(xdm_node=node)
            except Exception as error:
                raise self._failure(str(error).strip(), log()) from error
        return Result(output or "", tuple(self._messages()))

    def _failure(self, message: str, log: str) -> TransformationError:
        places = [found.location for found in _reported(log, self._modules)]
        return TransformationError(message, log, next(iter(places), None))

    def _set(self, parameters: Mapping[str, object]) -> None:
        for name, value in parameters.items():
            is_text = isinstance(value, JsonText)
            text = str(value) if is_text else json.dumps(value, ensure_ascii=False)
            self._executable.set_parameter(name, self._processor.parse_json(json_text=text))

    def _configure(self) -> None:
        processor = self._processor
        for feature in _SAX_FEATURES:
            processor.set_configuration_property(f"{_FEATURE}parserFeature?uri={feature}", "false")
        for limit, value in _PARSER_LIMITS.items():
            processor.set_configuration_property(
                f"{_FEATURE}parserProperty?uri=jdk.xml.{limit}", value
            )
        processor.set_configuration_property(_FEATURE + "allow-external-functions", "false")
        processor.set_configuration_property(_FEATURE + "allowedProtocols", "file,urn")

    def _compile(self, stylesheet: Path | str):  # type: ignore[no-untyped-def]  # untyped library
        given = (
            {"stylesheet_text": stylesheet}
            if isinstance(stylesheet, str)
            else {"stylesheet_file": str(stylesheet)}
        )
        with _captured_log() as log:
            try:
                return self._processor.new_xslt30_processor().compile_stylesheet(**given)
            except Exception as error:
                text = f"{error}\n{log()}"
                raise TeiEditionError(*static_errors(text, self._modules)) from error

    def _messages(self) -> Iterator[str]:
        messages = self._executable.get_xsl_messages()
        for number in range(messages.size if messages is not None else 0):
            yield str(messages.item_at(number))


@contextmanager
def _captured_log() -> Iterator[Callable[[], str]]:
    """Catch what Saxon writes to file descriptor 2, the only place where errors have lines."""
    log = _log()
    sys.stderr.flush()
    saved = os.dup(2)
    os.dup2(log.fileno(), 2)

    def read() -> str:
        log.seek(0)
        return log.read().decode(errors="replace")

    try:
        yield read
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        log.seek(0)
        log.truncate()


@cache
def _log() -> BinaryIO:
    """Return the file that all transformations of this process write to, each from its start."""
    return tempfile.TemporaryFile(buffering=0)


def check_customisation(stylesheet: Path, name: str) -> None:
    """Make sure that a stylesheet of the edition's own builds on the toolkit's.

    Without the import, everything that has no rule in it would be made by the built-in rules: pages
    of bare text. `name` is its path in the project. Raises `TeiEditionError`.
    """
    files = [stylesheet, *sorted(stylesheet.parent.rglob("*.xsl"))]
    if not any(STYLESHEETS.encode() in file.read_bytes() for file in files if file.is_file()):
        found = NOT_COMPILED.at(
            Location(name),
            "the stylesheet does not import the toolkit's, so that nothing would make the pages",
            f'begin it with <xsl:import href="{STYLESHEETS}edition.xsl"/>',
        )
        raise TeiEditionError(found)


class _Modules:
    """What messages call the modules of a stylesheet, of which Saxon gives the base names."""

    def __init__(self, stylesheet: Path | str, name: str) -> None:
        self._folder = stylesheet.parent if isinstance(stylesheet, Path) else None
        file = stylesheet.name if isinstance(stylesheet, Path) else "stylesheet.xsl"
        self.first = name or file

    def __getitem__(self, module: str | None) -> str:
        if self._folder is None or not module or module == Path(self.first).name:
            return self.first
        found = next(iter(sorted(self._folder.rglob(module))), None)
        if found is None:  # one of the toolkit's
            return module
        return (Path(self.first).parent / found.relative_to(self._folder)).as_posix()


def static_errors(text: str, modules: _Modules) -> list[Diagnostic]:
    """Return a diagnostic for each static error in Saxon's report."""
    message = " ".join(text.split())[:500]
    return _reported(text, modules) or [
        NOT_COMPILED.at(Location(modules.first), message or "it cannot be read")
    ]


def _reported(text: str, modules: _Modules) -> list[Diagnostic]:
    """Return a diagnostic for each error in Saxon's report that has a place."""
    found = [
        NOT_COMPILED.at(
            Location(
                modules[(match["module"] or "").rstrip(":")],
                int(match["line"]),
                int(match["column"] or 1),
            ),
            " ".join(match["message"].split()),
        )
        for match in _ERROR.finditer(text)
    ]
    return list(dict.fromkeys(found))


_ERROR = re.compile(
    r"Error\b[^\n]*?(?:on|at) line (?P<line>\d+)(?: column (?P<column>\d+))?"
    r"(?: of (?P<module>\S+?))?:?\s*\n\s*(?P<message>.+?)(?=\n(?:Error|Static|\S+ ?Error)|\Z)",
    re.DOTALL,
)


@contextmanager
def _catalog(library: Path) -> Iterator[str]:
    """Write the XML catalogue that leads the public names of the stylesheets to their files."""
    prefix = library.resolve().as_uri() + "/"
    text = (
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        f'<rewriteURI uriStartString="{STYLESHEETS}" rewritePrefix="{escape(prefix)}"/>'
        "</catalog>"
    )
    handle, path = tempfile.mkstemp(suffix=".xml")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        yield path
    finally:
        with suppress(OSError):
            Path(path).unlink()
