"""Findings are counted, chosen by code or area, and decide whether a run has failed."""

from pathlib import Path

import pytest

from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.report import Findings

FOUND = tuple(
    Diagnostic(code, severity, "m", Location("a.xml"))
    for code, severity in (
        ("RNG103", Severity.ERROR),
        ("RNG104", Severity.WARNING),
        ("REF201", Severity.INFO),
    )
)


@pytest.mark.parametrize(
    ("selected", "ignored", "codes"),
    [
        (set(), set(), ["RNG103", "RNG104", "REF201"]),
        ({"RNG"}, set(), ["RNG103", "RNG104"]),
        ({"RNG"}, {"RNG104"}, ["RNG103"]),
        ({"RNG104", "REF"}, set(), ["RNG104", "REF201"]),
        (set(), {"RNG"}, ["REF201"]),
    ],
)
def test_choosing(selected: set[str], ignored: set[str], codes: list[str]) -> None:
    chosen = Findings(Path(), FOUND, 5).only(selected, ignored)
    assert [d.code for d in chosen.diagnostics] == codes
    assert chosen.documents == 5


@pytest.mark.parametrize(
    ("count", "plain", "strict"), [(3, True, True), (2, False, True), (1, False, False)]
)
def test_failing(count: int, plain: bool, strict: bool) -> None:
    findings = Findings(Path(), FOUND[-count:])
    assert findings.failed(strict=False) is plain
    assert findings.failed(strict=True) is strict
