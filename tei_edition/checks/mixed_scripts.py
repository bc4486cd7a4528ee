"""A word mixes letters of two scripts that look alike.

Latin, Cyrillic and Greek share the shapes of many letters: the Latin "C" and the Cyrillic "С"
cannot be told apart by eye. A word with letters of both was typed with the wrong keyboard, or
misread by a program for text recognition. No search finds it, and it is sorted among strangers.

Type the word again in one script.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tei_edition.checks.characters import found, unusual
from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import quoted
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.xml import Document

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body><p>Signed: \u0421talin.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace("\u0421", "S")

_LATIN, _CYRILLIC, _GREEK = "Latin", "Cyrillic", "Greek"
_SCRIPTS = (
    (_LATIN, re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")),
    (_CYRILLIC, re.compile(r"[\u0400-\u052f]")),
    (_GREEK, re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
)
_ALIKE = {
    (_CYRILLIC, _LATIN): dict(zip("АВЕКМНОРСТУХаеорсухѕіј", "ABEKMHOPCTYXaeopcyxsij", strict=True)),
    (_GREEK, _LATIN): dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυακρ", "ABEZHIKMNOPTYXoivuakp", strict=True)),
    (_GREEK, _CYRILLIC): dict(zip("ΑΒΕΗΚΜΟΡΤΧορα", "АВЕНКМОРТХора", strict=True)),
}
_ALIKE |= {(b, a): {y: x for x, y in pairs.items()} for (a, b), pairs in _ALIKE.items()}

_NOT_LATIN = re.compile(r"[\u0370-\u052f\u1f00-\u1fff]")
_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]*{_NOT_LATIN.pattern}[^\W\d_]*")


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for every word that is one script but for letters that look like it."""
    if not _NOT_LATIN.search(unusual(document)):
        return
    for match, location in found(document, _WORD):
        meant = _meant(match[0])
        if meant is not None:
            script, other, word = meant
            yield RULE.at(
                location,
                f"the word {quoted(match[0])} has {other} letters among the {script} ones",
                f'type it again in one script: "{word}" is wholly {script}',
            )


def _meant(word: str) -> tuple[str, str, str] | None:
    """Return the script that was meant, the one that slipped in, and the word in the first."""
    scripts = [_script(char) for char in word]
    counted = Counter(script for script in scripts if script)
    if len(counted) != 2:
        return None
    for script, other in (counted, reversed(counted)) if _tie(counted) else (_by_number(counted),):
        alike = _ALIKE[other, script]
        strange = [char for char, own in zip(word, scripts, strict=True) if own == other]
        if all(char in alike for char in strange):
            return script, other, "".join(alike.get(char, char) for char in word)
    return None


def _by_number(counted: Counter[str]) -> tuple[str, str]:
    (first, _), (second, _) = counted.most_common()
    return first, second


def _tie(counted: Counter[str]) -> bool:
    return len(set(counted.values())) == 1


def _script(char: str) -> str:
    return next((name for name, letters in _SCRIPTS if letters.match(char)), "")


RULE = documented("XML304", Severity.WARNING, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run)
