"""The rules about where an edition lies: its folders, its source files, its output."""

from typing import Final

from tei_edition.diagnostics import Rule, Severity

NO_FOLDER: Final = Rule(
    "CFG007",
    Severity.ERROR,
    "the project folder does not exist",
    "--project must name a folder. Without it, the edition is the nearest folder, from the current "
    "one upwards, that has an edition.toml, else the current folder.",
)
UNREADABLE_FOLDER: Final = Rule(
    "CFG008",
    Severity.ERROR,
    "a folder cannot be read",
    "The system does not let the folder be listed, so that documents in it would be missing "
    "without a word. Mend its permissions, or leave it out by patterns in [sources].",
)
EMPTY_PATTERN: Final = Rule(
    "CFG009",
    Severity.WARNING,
    "a pattern in [sources] fits no file",
    "Patterns are relative to the folder of edition.toml: * stands for a part of one name, **/ "
    "for any number of folders. Correct the pattern, or remove it.",
    fails='[sources]\ndocuments = ["tei/leters/*.xml"]',
    passes='[sources]\ndocuments = ["tei/letters/*.xml"]',
)
NO_SOURCES: Final = Rule(
    "CFG010",
    Severity.ERROR,
    "there is no TEI to work on",
    "No file of the project has TEI or teiCorpus, in the namespace of the TEI, as its root "
    "element. Check --project and the patterns in [sources]. Files that have the element, but in "
    "no namespace, need its declaration; `validate --fix --write` adds it.",
)
OUTPUT_PLACE: Final = Rule(
    "CFG011",
    Severity.ERROR,
    "the output folder holds other things than a site",
    "A build replaces its output folder. Therefore that folder must be new, empty, or a site that "
    "an earlier build made, and never the project folder or one above it.",
)

NO_PATH: Final = Rule(
    "CFG017",
    Severity.ERROR,
    "a path that should be validated does not exist",
    "The command names a file or folder that is not there. The others are checked as usual. "
    "Paths are relative to the current folder.",
)

RULES: Final = (NO_FOLDER, UNREADABLE_FOLDER, EMPTY_PATTERN, NO_SOURCES, OUTPUT_PLACE, NO_PATH)
