"""Every rule against its data: ``tests/checks/CODE/{fails,passes}-CASE/`` holds a small edition.

`expected.txt` of a failing case has what the rule says, in full: place and message, then the lines
of the hint (``=``) and further places (``~``). A passing case has none. The examples in the rules'
own documentation are tried as well.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tei_edition import tei
from tei_edition.checks import DOCUMENT_CHECKS, EDITION_CHECKS, INDEX_CHECKS, RULES
from tei_edition.checks.grammar import RULES as GRAMMAR_RULES
from tei_edition.checks.suppression import apply, instructions
from tei_edition.config import Config, load
from tei_edition.diagnostics import Diagnostic, Rule
from tei_edition.indexing import ImageFinder, join
from tei_edition.project import ImageFiles, Project
from tei_edition.xml import Document, parse_bytes

HERE = Path(__file__).parent
OWN = [rule for rule in RULES if rule not in GRAMMAR_RULES]
CASES = sorted(path for path in HERE.glob("*/*-*") if path.is_dir())


def findings(
    files: Iterable[tuple[str, bytes]], config: Config, folder: Path | None = None
) -> list[Diagnostic]:
    """Return all that the room finds in an edition of these files; `folder` has its images."""
    documents = [parse_bytes(data, name) for name, data in files]
    assert all(isinstance(document, Document) for document in documents), documents
    images = ImageFiles(Project(folder, config) if folder else None)
    finder = ImageFinder(config.facsimiles, images)
    index = join([tei.read(document) for document in documents], finder)
    found = [d for document in documents for check in DOCUMENT_CHECKS for d in check.run(document)]
    found += [d for check in INDEX_CHECKS for d in check.run(index)]
    found += [d for check in EDITION_CHECKS for d in check.run((index, config))]
    kept = apply(found, {document.name: instructions(document) for document in documents})
    return sorted(kept, key=lambda diagnostic: diagnostic.sort_key)


def text(diagnostic: Diagnostic) -> str:
    """Write a finding as the expectations have it."""
    lines = [f"{diagnostic.location} {diagnostic.message}"]
    lines += [f"  = {line}" for line in diagnostic.hint.splitlines()]
    lines += [f"  ~ {related.location} {related.message}" for related in diagnostic.related]
    return "\n".join(lines) + "\n"


def said(case: Path) -> str:
    """Return what the rule of a case says of its edition."""
    files = [(p.relative_to(case).as_posix(), p.read_bytes()) for p in sorted(case.rglob("*.xml"))]
    settings = case / "edition.toml"
    config = load(settings) if settings.exists() else Config()
    code = case.parent.name
    return "".join(text(d) for d in findings(files, config, case) if d.code == code)


def example(written: str) -> list[tuple[str, bytes]]:
    """Return the files of an example: each begins with a comment that is its name."""
    parts = re.split(r"^<!-- (\S+\.xml) -->\n", written, flags=re.MULTILINE)
    named = zip(parts[1::2], parts[2::2], strict=True) if parts[1:] else [("letter.xml", written)]
    return [(name, data.strip().encode()) for name, data in named]


def codes_of_example(written: str, folder: Path) -> set[str]:
    if not written.startswith("["):
        return {d.code for d in findings(example(written), Config())}
    settings = folder / "edition.toml"
    settings.write_text(written, encoding="utf-8")
    letter = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><profileDesc><correspDesc/>\
</profileDesc></teiHeader><text><body><p/></body></text></TEI>"
    return {d.code for d in findings([("letter.xml", letter)], load(settings))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_says_what_is_expected(case: Path) -> None:
    expected = case / "expected.txt"
    fails = case.name.startswith("fails-")
    assert fails == expected.exists()
    assert said(case) == (expected.read_text(encoding="utf-8") if fails else "")


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_every_rule_has_a_failing_and_a_passing_case(rule: Rule) -> None:
    names = [case.name for case in CASES if case.parent.name == rule.code]
    assert any(name.startswith("fails-") for name in names)
    assert any(name.startswith("passes-") for name in names)


def test_every_case_belongs_to_a_rule() -> None:
    assert {case.parent.name for case in CASES} <= {rule.code for rule in OWN}


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_the_example_fails_and_its_repair_passes(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in codes_of_example(rule.fails, tmp_path)
    assert rule.code not in codes_of_example(rule.passes, tmp_path)


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_the_documentation_says_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    assert rule.title
    assert not rule.title.endswith(".")
    assert len(rule.text.split("\n\n")) >= 2


def test_codes_are_given_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
