"""Silencing a rule in a document: ``<?tei-edition ignore REF201?>``.

The instructions are taken while a file is parsed and applied when all findings are there, so that
one that silences nothing can be reported.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from tei_edition.checks import idle_instructions, unknown_instructions
from tei_edition.checks.registry import ALONE, GATHERING, RULES, RUNNING
from tei_edition.checks.spelling import Speller
from tei_edition.diagnostics import Diagnostic, Edit, Fix, Location
from tei_edition.values import Value
from tei_edition.xml import Document
from tei_edition.xml.edits import between, offset

_TARGET = "tei-edition"
_AREAS = frozenset(("CFG", "XML", "RNG", "SCH", "REF", "ENT", "COR", "DAT", "XSL", "OUT"))
_CODE = re.compile(r"[A-Z]{3}(\d{3})?")
_DIGITS = str.maketrans("OoIl", "0011")
_OWN = frozenset(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True)
class Ignore(Value):
    """One code or area that a file wants silenced, or a word that is neither.

    `removal` takes it out of the file, with the whole instruction where it has no other code.
    """

    code: str
    location: Location
    removal: Edit | None = field(default=None, compare=False)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Say whether a finding is silenced."""
        return diagnostic.code in (self.code, self.code + diagnostic.code[3:])


def instructions(document: Document) -> tuple[Ignore, ...]:
    """Return what a file wants silenced, a value for each code."""
    if _TARGET not in document.source_text:
        return ()
    found: list[Ignore] = []
    parser = expat.ParserCreate("utf-8")

    def take(target: str, data: str) -> None:
        if target == _TARGET:
            place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            found.extend(_read(data, Location(document.name, *place), document.source_text))

    parser.ProcessingInstructionHandler = take
    parser.Parse(document.source_text.encode(), True)
    return tuple(found)


def _read(data: str, location: Location, text: str) -> Iterator[Ignore]:
    word, *codes = re.split(r"[\s,]+", data.strip())
    if word != "ignore" or not codes:
        yield Ignore(data.strip(), location)
        return
    for code in codes:
        others = [other for other in codes if other != code]
        written = code.upper() if _CODE.fullmatch(code.upper()) else code
        yield Ignore(written, location, _removal(text, location, others))


def _removal(text: str, location: Location, others: list[str]) -> Edit | None:
    """Return the edit that leaves only the other codes, or nothing, not even an empty line."""
    start = offset(text, location.line, location.column)
    end = text.find("?>", start) + 2
    if not text.startswith(f"<?{_TARGET}", start):
        return None
    if others:
        return between(text, start, end, f"<?{_TARGET} ignore {' '.join(others)}?>")
    after = re.compile(r"[ \t]*\n").match(text, end)
    before = text.rfind("\n", 0, start) + 1
    if after and not text[before:start].strip():
        return between(text, before, after.end(), "")
    return between(text, start, end, "")


def apply(
    diagnostics: Iterable[Diagnostic],
    ignores: Mapping[str, tuple[Ignore, ...]],
    codes: Collection[str] = _OWN,
) -> list[Diagnostic]:
    """Return the findings that are not silenced, and those about the instructions themselves.

    `ignores` are the instructions of each file, by its path; `codes` are those of all rules.
    """
    used: set[Ignore] = set()
    kept = [left for found in diagnostics if (left := _without(found, ignores, used)) is not None]
    for instruction in (each for group in ignores.values() for each in group):
        mistake = _mistake(instruction, codes)
        if mistake is not None:
            kept.append(mistake)
        elif instruction not in used and _must_run(instruction.code):
            kept.append(_idle(instruction))
    return kept


def _without(
    diagnostic: Diagnostic, ignores: Mapping[str, tuple[Ignore, ...]], used: set[Ignore]
) -> Diagnostic | None:
    """Return what is left of a finding; one that gathers many places loses the silenced ones."""

    def silenced(location: Location) -> bool:
        covering = [i for i in ignores.get(location.path, ()) if i.covers(diagnostic)]
        used.update(covering)
        return bool(covering)

    here = silenced(diagnostic.location)
    if diagnostic.code not in GATHERING:
        return None if here else diagnostic
    related = [r for r in diagnostic.related if not r.is_further or not silenced(r.location)]
    if not here:
        return replace(diagnostic, related=tuple(related))
    further = next((r for r in related if r.is_further), None)
    if further is None:
        return None
    related.remove(further)
    return replace(diagnostic, location=further.location, related=tuple(related))


def _must_run(code: str) -> bool:
    """Say whether the rules of a code or area run on every edition, so that it had to show."""
    return code in RUNNING or code in {running[:3] for running in RUNNING}


def _mistake(instruction: Ignore, codes: Collection[str]) -> Diagnostic | None:
    code, known = instruction.code, {*_AREAS, *codes, *(code[:3] for code in codes)}
    if code in known:
        return None
    if re.search(r"\s", code) or code == "ignore":
        message = f'the instruction "{code}" is not understood'
    else:
        message = f'there is no rule "{code}" to ignore'
    digits = code[:3] + code[3:].translate(_DIGITS)
    near = digits if digits in known else Speller(sorted(known)).near(code)
    return unknown_instructions.RULE.at(
        instruction.location,
        message,
        f'did you mean "{near}"?' if near else _how_to_write(code[:3] if code[:3] in known else ""),
    )


def _how_to_write(area: str) -> str:
    if area:
        return f"tei-edition explain {area} lists the rules of this area"
    return "write the codes of rules after the word ignore: <?tei-edition ignore REF201?>"


def _idle(instruction: Ignore) -> Diagnostic:
    # What the rules on the whole edition find may depend on files that were not looked at.
    removal = instruction.removal if instruction.code in ALONE else None
    return idle_instructions.RULE.at(
        instruction.location,
        f"nothing in this file breaks {instruction.code}, so that there is nothing to ignore",
        "delete the instruction",
        fixes=(Fix(f"do not ignore {instruction.code}", (removal,)),) if removal else (),
    )
