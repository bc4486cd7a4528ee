"""The JSON report has exactly the keys of the contract."""

import json
from pathlib import Path

from tei_edition import __version__
from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.report import FORMATS, Findings

RELATED = Related(Location("b.xml", 3, 4), "first")
FOUND = (
    Diagnostic("B", Severity.WARNING, "毛", Location("b.xml", 1, 2), "h", "/TEI", (RELATED,)),
    Diagnostic("A", Severity.ERROR, "m", Location("a.xml", 5, 6)),
    Diagnostic("C", Severity.INFO, "i", Location("c.xml")),
)


def test_the_keys_of_the_contract() -> None:
    report = json.loads(FORMATS["json"](Findings(Path(), FOUND, 7)))
    first, second, _ = report.pop("diagnostics")
    assert report == {
        "tool": "tei-edition",
        "version": __version__,
        "documents": 7,
        "errors": 1,
        "warnings": 1,
    }
    assert first == {
        "code": "A",
        "severity": "error",
        "message": "m",
        "path": "a.xml",
        "line": 5,
        "column": 6,
        "hint": "",
        "xpath": "",
        "related": [],
    }
    assert second["related"] == [{"path": "b.xml", "line": 3, "column": 4, "message": "first"}]
    assert (second["message"], second["hint"], second["xpath"]) == ("毛", "h", "/TEI")


def test_without_findings_it_is_still_a_report() -> None:
    assert json.loads(FORMATS["json"](Findings(Path(), ())))["diagnostics"] == []
