"""The rules about `edition.toml` and the options that stand in for it."""

from typing import Final

from tei_edition.diagnostics import Rule, Severity

UNREADABLE: Final = Rule(
    "CFG001",
    Severity.ERROR,
    "the configuration cannot be read",
    "edition.toml is there, but the system does not let it be read, or it is not text in UTF-8. "
    "Check the permissions of the file, or save it as UTF-8.",
)

SYNTAX: Final = Rule(
    "CFG002",
    Severity.ERROR,
    "the configuration is not TOML",
    "edition.toml breaks the rules of TOML: texts stand in straight quotation marks, lists in "
    "square brackets, and no key is given twice. Nothing is guessed from a file that is not TOML.",
    fails='[edition]\ntitle = "Letters',
    passes='[edition]\ntitle = "Letters"',
)

UNKNOWN_KEY: Final = Rule(
    "CFG003",
    Severity.ERROR,
    "the configuration has a key that does not exist",
    "A key that is misspelt would be passed over in silence, and its default used instead. "
    "Therefore every key must be one that docs/configuration.md lists.",
    fails="[edition]\ntitel = 'Letters'",
    passes="[edition]\ntitle = 'Letters'",
)

BAD_VALUE: Final = Rule(
    "CFG004",
    Severity.ERROR,
    "a key of the configuration has a value that it cannot have",
    "The message says what the key expects: a text, a list, one of a few words, a web address.",
    fails="[build]\nrequire = 'correct'",
    passes="[build]\nrequire = 'valid'",
)

UNKNOWN_CODE: Final = Rule(
    "CFG005",
    Severity.ERROR,
    "a rule is named that does not exist",
    "Codes of rules, in [validation.rules] or after --select and --ignore, must be codes of "
    "this version: `tei-edition explain` lists them all.",
    fails="[validation.rules]\nREF999 = 'off'",
    passes="[validation.rules]\nREF201 = 'off'",
)

MISSING_FILE: Final = Rule(
    "CFG006",
    Severity.ERROR,
    "a file that the configuration names does not exist",
    "Paths in edition.toml are relative to the folder that holds it.",
    fails="[validation]\nschema = 'schemas/lettres.rng'",
    passes="[validation]\nschema = 'schemas/letters.rng'",
)

UNKNOWN_NAME: Final = Rule(
    "CFG014",
    Severity.ERROR,
    "a table names an element or a word of the interface that does not exist",
    "The keys of [site.elements] are names of TEI elements, those of [site.strings] are keys of "
    "the interface's words; a misspelt one would do nothing, and nobody would know why. An element "
    'that is not the TEI\'s is written with "*:" before its name. In a word, only such braces may '
    "stand as the English word has: they are filled in.",
    fails="[site.elements]\npersname = { html = 'b' }",
    passes="[site.elements]\npersName = { html = 'b' }",
)

RULES: Final = (
    UNREADABLE,
    SYNTAX,
    UNKNOWN_KEY,
    BAD_VALUE,
    UNKNOWN_CODE,
    MISSING_FILE,
    UNKNOWN_NAME,
)
