"""The interface has no words in the language of the edition.

The site's own words (headings, buttons, dates, names of languages) come from a catalogue for each
language. There is none for the language that is configured, so the whole interface is in English;
the texts of the edition keep their own languages.

Choose a language that has a catalogue, or write one: it is a file of about four hundred short
texts, and docs/languages.md says in four steps how it is made.
"""

from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.config import Config
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.model import Index
from tei_edition.project import resource

FAILS = """
[edition]
language = "la"
"""
PASSES = """
[edition]
language = "it"
"""


def run(edition: tuple[Index, Config]) -> Iterator[Diagnostic]:
    """Yield one finding where the interface falls back to English."""
    language = edition[1].edition.language
    known = sorted(path.stem for path in (resource("xslt") / "locale").glob("*.xml"))
    if not {language, language.split("-")[0]} & set(known):
        yield RULE.at(
            Location("edition.toml"),
            f'the interface has no words in the language "{language}" and is shown in English',
            f"languages with a catalogue: {', '.join(known)}",
        )


RULE = documented("CFG013", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
