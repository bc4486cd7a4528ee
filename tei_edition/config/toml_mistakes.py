"""What is wrong with a file that is not TOML, in the words of this toolkit."""

import re

_QUOTES = 'texts stand in straight quotation marks: title = "Letters"'
_ONE_LINE = "one key stands on a line, with one value; a text ends at its own quotation mark"
_BACKSLASH = (
    "a backslash has a meaning of its own in a text: write paths with /, as in "
    '"schemas/edition.rng", or the text in single quotes'
)
_EQUALS = 'between a key and its value stands =, as in title = "Letters"'
_LIST = 'a list ends with ], as in schematron = ["schemas/edition.sch"]'

_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        r"Unescaped '\\'|Invalid hex|Invalid unicode|.*hex value",
        "a backslash in a text",
        _BACKSLASH,
    ),
    (r"Expected '=' after a key", "there is no = after the key", _EQUALS),
    (
        r"Illegal character '\\[nr]|Expected \"'\"",
        "a text has no quotation mark at its end",
        _QUOTES,
    ),
    (r"Unterminated string", "a text has no quotation marks at its end", _QUOTES),
    (r"Unclosed array", "a list has no end", _LIST),
    (r"Expected '\]", "the name of a table has no ] at its end", "write it like [edition]"),
    (r"Expected newline", "something follows the value on the same line", _ONE_LINE),
    (r"Invalid statement", "this is neither a table nor a key", f"{_EQUALS}\ntables: [edition]"),
)


def explained(message: str, lines: list[str], line: int) -> tuple[str, str]:
    """Return what is wrong and what to do, from the parser's message and the line (from 1)."""
    text = next((text for text in reversed(lines[:line]) if text.strip()), "")
    if twice := re.match(r"Cannot declare \((.*?),?\) twice", message):
        table = ".".join(re.findall(r"'([^']*)'", twice[1]))
        return f"the table [{table}] is there twice", "put its keys together below one heading"
    if message.startswith("Cannot overwrite"):
        return _repeated(text)
    if message.startswith("Invalid value"):
        return _no_value(text)
    for pattern, wrong, hint in _KINDS:
        if re.match(pattern, message):
            return wrong, hint
    return f"this is not TOML: {message}", f"{_QUOTES}\nlists in square brackets"


def _repeated(text: str) -> tuple[str, str]:
    key = re.match(r"\s*\[*\s*([\w.\"'-]+)", text)
    named = f'"{key[1]}"' if key else "a key"
    return f"{named} is given twice", "keep one of the two"


def _no_value(text: str) -> tuple[str, str]:
    value = text.partition("=")[2].strip()
    if not value:
        return "a key has no value", _QUOTES
    if value.lower() in ("true", "false"):
        return f"{value} is not written so", f"write {value.lower()}, in small letters"
    if "[" in value and "]" not in value:
        return "a list has no end", _LIST
    if value[0] in "\u201c\u201d\u201e\u00ab\u2018\u2019":
        return f"{value[0]} is no quotation mark of TOML", _QUOTES
    return "the value has no quotation marks", _QUOTES
